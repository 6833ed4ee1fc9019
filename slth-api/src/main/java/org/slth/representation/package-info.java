/**
 * Representations, field types, and the linear maps that commute with a group.
 *
 * <p>Start from {@link org.slth.representation.FieldType#parse}. All representations are real and
 * orthogonal. A name is text that {@link org.slth.representation.Representation#parse} reads back;
 * it is what a saved model holds, so names never change their meaning: the order of irreducible
 * representations, of cosets and of basis elements is part of the format.
 *
 * <p>Texts, with numbers without leading zeros and one space where one is shown:
 *
 * <pre>{@code
 * type           = GROUP ": " [ COUNT "*" ] representation { " + " [ COUNT "*" ] representation }
 * representation = "trivial" | "irrep(" NUMBER ")"
 *                | "regular" | "quotient(" elements ")"         of a finite group
 *                | "fourier(" NUMBER ")"                        of a compact one
 *                | "restricted(" GROUP [ " " elements ] ": " representation ")"
 *                | "induced(" GROUP [ " " elements ] ": " representation ")"
 *                | "(" representation " + " representation { " + " representation } ")"
 *                | "(" representation " * " representation { " * " representation } ")"
 *                | WORD [ "(" elements ")" ]                    what a plugin knows, as "vector"
 * elements       = NUMBER { " " NUMBER }
 * }</pre>
 *
 * <p>What is restricted comes from the larger group, what is induced from the smaller; the elements
 * are the {@linkplain org.slth.group.Subgroup#embedding embedding}, and left out where it is
 * {@linkplain org.slth.group.Subgroup#isNatural natural}. There is one text for each
 * representation.
 *
 * <p>Decisions. Sizes are inner products of characters and therefore whole numbers; no singular
 * value is ever compared with a small number. Every basis of maps or kernels is one thing, the
 * {@link org.slth.representation.InvariantBasis} of a tensor product: permutation factors are
 * solved by orbits and give entries 0 and 1, the rest by averaging over a stabiliser. Irreducible
 * representations come from the regular representation, as eigenspaces of a generic symmetric
 * element of its commutant: J. Dixon, "Computing irreducible representations of groups", Math.
 * Comp. 24 (1970), has the idea. Real, complex and quaternionic types: J.-P. Serre, "Linear
 * Representations of Finite Groups", section 13.2.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.representation;

import org.apiguardian.api.API;
