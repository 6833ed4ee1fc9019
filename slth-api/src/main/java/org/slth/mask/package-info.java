/**
 * Training the mask of a random network: weights stay as they were drawn, each has a score, and
 * scores learn which weights to keep.
 *
 * <p>Start from {@link org.slth.mask.MaskStrategyProvider#strategy}, which finds a strategy by
 * name, and {@link org.slth.mask.MaskStrategy}, which says what one step is.
 *
 * <p>What there is, with the paper in each class:
 *
 * <ul>
 *   <li>{@link org.slth.mask.EdgePopup} (Ramanujan et al. 2020): the highest scores of each array;
 *   <li>{@link org.slth.mask.GlobalThreshold} (Huang et al. 2022): those of the whole network;
 *   <li>{@link org.slth.mask.Biprop} (Diffenderfer and Kailkhura 2021): signs of one magnitude;
 *   <li>{@link org.slth.mask.GemMiner} (Sreenivasan et al. 2022): rounded scores, frozen in steps;
 *   <li>{@link org.slth.mask.IterativeRedraw} (Chijiwa et al. 2021): redraws what is not kept;
 *   <li>{@link org.slth.mask.ProbabilisticMask} (Zhou et al. 2019): a coin per weight;
 *   <li>{@link org.slth.mask.BoxThenMask} (Xiong et al. 2023): weights may move a little first;
 *   <li>{@link org.slth.mask.MagnitudeRewinding} (Frankle and Carbin 2019, Alabdulmohsin et al.
 *       2021): trained weights, the baseline.
 * </ul>
 *
 * <p>Conventions. {@code keepFraction} is the fraction of the weights that stay. Several of the
 * published code bases call its opposite by a similar name.
 *
 * <p>Decisions. What a strategy must remember is in the scores (a score of −1 is frozen, a trained
 * number of 0 is pruned), and whether something is due follows from how many are left against how
 * many the epoch allows. So a saved training continues bit for bit, and a repeated projection
 * changes nothing; a counter in the strategy would do neither.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.mask;

import org.apiguardian.api.API;
