/**
 * The built-in groups: rotations C<i>N</i> and rotations with reflections D<i>N</i>, for every
 * <i>N</i>; all permutations S<i>N</i>, for <i>N</i> up to 12; semidirect products of cyclic groups
 * C<i>N</i>:C<i>M</i>(<i>k</i>); the rotations I of the icosahedron; all rotations SO2 of the
 * plane, and O2 with all reflections.
 *
 * <p>Nobody needs to name a class of this package: with the jar on the class path, {@link
 * org.slth.group.FiniteGroup#named} knows {@code "C8"} and {@code "D4"}. The trivial group is
 * {@code "C1"}; a reflection alone is {@code "D1"}. Numbers have no leading zeros, so that a group
 * has one name.
 *
 * <p>Conventions: rotations turn counter-clockwise; D<i>N</i> has 2<i>N</i> elements (its name
 * tells the polygon, not the order); element <i>fN</i> + <i>r</i> first flips (<i>x</i>, <i>y</i>)
 * → (−<i>x</i>, <i>y</i>) if <i>f</i> is 1, then turns by 2π<i>r</i>/<i>N</i>. The first <i>N</i>
 * elements of D<i>N</i> are therefore C<i>N</i>. Cosines of quarter and twelfth turns are exact, so
 * that such elements map a square grid exactly to itself. Elements of S<i>N</i> are counted in the
 * lexicographic order of their images; its action on tensors is {@link
 * org.slth.groups.SymmetricGroup#tensor}.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.groups;

import org.apiguardian.api.API;
