package org.slth.examples.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.slth.examples.bench.sums.ProblemStream;
import org.slth.ticket.SubsetSumSolver;

/** Subset sums, as they become more: drawn, solved and forgotten in blocks. */
final class SumGrowth {

  private static final int LEAST = 4096;

  private SumGrowth() {}

  static List<Series> series(long seed) {
    var stream = new ProblemStream(SubsetSumSolver.named("slth:within"), seed);
    return List.of(
        new Series(
            "subset sums",
            Series.Law.of(1),
            Series.Law.of(0),
            () -> stream.solve(LEAST),
            IntStream.of(10_000, 100_000, 1_000_000, 10_000_000)
                .mapToObj(count -> new Series.Size(count, () -> stream.solve(count)))
                .toList()));
  }
}
