/**
 * Groups: finite ones by their product, compact ones by their irreducible representations, linear
 * ones also by how they move points.
 *
 * <p>Start from {@link org.slth.group.FiniteGroup#named}. Elements are numbers from 0, and 0 is the
 * identity. A product <i>gh</i> acts with <i>h</i> first. Two groups are the same if their names
 * are; a name is what a model stores, and {@link org.slth.group.GroupProvider}s found through
 * {@link java.util.ServiceLoader} turn it back into a group. {@code (C4 x S3)} and {@code D4[0 4]}
 * are read by this package itself, around names that providers know.
 *
 * <p>To bring a group, give its {@linkplain org.slth.group.FiniteGroup#of(String, int,
 * java.util.function.IntBinaryOperator, java.util.function.IntUnaryOperator) operations} or
 * {@linkplain org.slth.group.FiniteGroup#generated matrices that generate it}, as M. Finzi, M.
 * Welling and A. G. Wilson, "A Practical Method for Constructing Equivariant Multilayer Perceptrons
 * for Arbitrary Matrix Groups", ICML 2021, do; and a provider that knows its name. {@link
 * org.slth.group.NamedGroup} is the parent of those that need a class.
 *
 * <p>A {@link org.slth.group.Subgroup} is an injective homomorphism, not a subset: C4 lies in D4 in
 * one way that keeps angles, and backwards in another; in S4 in several. Where there is one way
 * that needs no telling, texts do not tell it: 240 numbers for SO2 in O2 helped nobody.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.group;

import org.apiguardian.api.API;
