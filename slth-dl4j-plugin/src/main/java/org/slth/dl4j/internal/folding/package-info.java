/**
 * Pairs of layers that hold subset sums, as one layer of the effective weights. Not API.
 *
 * <p>Start from {@link org.slth.dl4j.internal.folding.Folding}. {@code HiddenCopies} is what the
 * first layer makes of its input, {@code Mixing} how the second mixes these; {@code TapSets} tells
 * whether it makes of a constant a bias.
 *
 * <p>Decisions. Folding looks at plain layers, after export, so that it need not know how a pair
 * was made: a first layer is one whose every output is ReLU of a multiple of one input, or a
 * constant.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.folding;

import org.apiguardian.api.API;
