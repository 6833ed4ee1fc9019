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
 *
 * <p>Where the time goes, for a weight that is a float, by the nanosecond on one core: 0.4 for the
 * derivative by the score, 0.2 for the step, 0.3 for the histogram of |score|, 0.7 for the second
 * pass, which keeps what is in higher bins and collects the bin of the <i>k</i>-th. Half of it is
 * moving rows out of the network's memory and back; the arithmetic of a row is SIMD code. One call
 * for each number took 7. Tried and dropped: moving signs and choices as bits of integers (0.4 for
 * what takes 0.15 as products by 0 and 1, since C2 in JDK 17 vectorises no such moves), a threshold
 * guessed from a sample (estimated alone, no gain), rows of 4,096 numbers (they leave the first
 * cache: twice as long).
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.mask;

import org.apiguardian.api.API;
