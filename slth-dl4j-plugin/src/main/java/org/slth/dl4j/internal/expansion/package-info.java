/**
 * From the coefficients of a layer to its kernel, and back for gradients. Not API: nothing here is
 * promised to users.
 *
 * <p>Start from {@link org.slth.dl4j.internal.expansion.KernelExpansion}.
 *
 * <p>Conventions: a kernel is {@code [cells, input channels, output channels]} in C order,
 * coefficients are {@code [output fields, input fields, elements]} for each block.
 *
 * <p>Decisions. A basis element between permutation representations fills one orbit of the pairs of
 * channels and is zero elsewhere, so a dense basis is mostly zeros: of |G| orbits of regular
 * fields, each element knows one. {@link org.slth.dl4j.internal.expansion.BasisStack} keeps
 * elements apart that share no pair of channels, which takes |G| times less memory and arithmetic;
 * where all pairs are shared it is the dense basis. What is left is moving numbers, and ND4J's
 * permutation of rank five took ten times as long as the product (7 of 8 ms for 128 to 192 channels
 * of C8 and 5 x 5 cells; now 1.5 ms in all), so strided loops in Java do it.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.expansion;

import org.apiguardian.api.API;
