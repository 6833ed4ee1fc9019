/**
 * What a lottery ticket is made of: the masks that say which coefficients stay, and the subset sums
 * that choose them.
 *
 * <p>Start from {@link org.slth.ticket.SubsetSumBatch}, which holds many questions of one shape,
 * and {@link org.slth.ticket.SubsetSumSolver#named}, which finds who answers them.
 *
 * <p>Conventions. A subset of up to 63 items is the bits of one {@code long}: bit <i>t</i> is set
 * if item <i>t</i> is kept. Sums and errors that a caller sees are added in {@code double}, in the
 * order of the items, whatever a solver computes with.
 *
 * <p>Decisions. Questions come in batches of flat arrays, since one question takes less time than
 * allocating its objects. Optima are found by {@code BestSums}: many problems at a time in 32 bits,
 * see {@link org.slth.ticket.lanes}, and what that leaves open by {@code MeetInTheMiddle}: sums and
 * their subsets packed into the same {@code long}, half-sum tables grown by merging, no sort, no
 * branch in an inner loop but the rare one on a new minimum. A solver for a tolerance looks sums up
 * in buckets, {@code BucketSearch}, where it is coarse, and where it is fine takes the optimum
 * among the first 14 or 16 items (16 items, JDK 25, vectors: 0.15 µs within 0.001, before 0.22, and
 * 0.22 within 0.0001, before 0.73; buckets take 0.07 within 0.01); one for the fewest items tables
 * the subsets of each size apart, {@code LayeredSums}. Tried and dropped: counting sums one by one
 * instead of buckets (half as fast at a tolerance of 0.01, a third as fast at 0.001), comparing the
 * first 32 sums after adding them all, and one test for both walks of a join (it costs the exact
 * solver a third of its speed). Tried and dropped by others before us and not repeated: Schroeppel
 * and Shamir's four lists, branch and bound, Gray codes and local search, all slower by a factor of
 * five or more at these sizes.
 *
 * <p>Random numbers are made again in rows: 512 counters are mixed as longs, which C2 turns into
 * SIMD code, and then rounded to floats, 0.6 ns in all on JDK 17; in one loop it is scalar code
 * (2.3 ns). Setting masked weights to 0 takes a product by the bit, 0.4 ns whatever the mask; a
 * branch takes up to 4. {@code UNIFORM} is one product of floats, since in doubles it takes 3 ns on
 * JDK 17, scalar. {@code NORMAL} is a ziggurat over a row of words, 2.5 ns (2.1 on JDK 25): its
 * logarithms and exponentials are StrictMath's, whose bits are the same everywhere, and one number
 * in a hundred needs them. Tried and dropped: Box and Muller's in StrictMath, 40 ns. Not tried, for
 * more arithmetic than that: the inverse of the distribution by rational functions.
 *
 * <p>Sources. E. Horowitz, S. Sahni, "Computing partitions with applications to the knapsack
 * problem", J. ACM 21 (1974), for meeting in the middle. A. Pensia, S. Rajput, A. Nagle, H.
 * Vishwakarma, D. Papailiopoulos, "Optimal lottery tickets via subset sum", NeurIPS 2020, arXiv
 * 2006.07990, for subset sums as a way to prune.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.ticket;

import org.apiguardian.api.API;
