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
 * where all pairs are shared it is the dense basis. What is left is moving numbers, by strided
 * loops in Java, since ND4J's permutation of rank five took longer than the product. From dense
 * tensors to this, one thread, 5 x 5 cells: 128 to 192 channels of C8 2.8 to 1.5 ms (transpose 1.8
 * to 1.5), 128 to 128 of D16 7.0 to 1.4 ms (5.7 to 1.8), its basis 36 to 1.1 MB; below 100 channels
 * the same.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.expansion;

import org.apiguardian.api.API;
