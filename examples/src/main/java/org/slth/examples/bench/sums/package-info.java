/**
 * How fast subset sums are: command {@code bench subset-sum}.
 *
 * <p>Start from {@link org.slth.examples.bench.sums.SubsetSums}. The weights of Pensia et al.
 * (2020) are solved row by row, as a pruner would, and only the solver's calls are timed, on one
 * thread; random problems tell the time for each number of items; a stream of them, in blocks of
 * the same size whatever their number, how time and memory grow.
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.bench.sums;
