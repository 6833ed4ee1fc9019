/**
 * Training the mask of a random network: weights stay as they were drawn, each has a score, and
 * scores learn which weights to keep.
 *
 * <p>Start from {@link org.slth.mask.MaskStrategyProvider#strategy}, which finds a strategy by
 * name, and {@link org.slth.mask.MaskStrategy}, which says what one step is.
 *
 * <p>Conventions. {@code keepFraction} is the fraction of the weights that stay. Several of the
 * published code bases call its opposite by a similar name.
 */
@org.jspecify.annotations.NullMarked
package org.slth.mask;
