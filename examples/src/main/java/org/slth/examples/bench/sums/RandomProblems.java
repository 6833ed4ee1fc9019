package org.slth.examples.bench.sums;

import java.util.SplittableRandom;
import org.slth.examples.bench.Contestant;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;

/** Random problems: items uniform on (-1, 1), targets on (-1/2, 1/2). */
final class RandomProblems {

  /** Steps of a block of work: 2^(items / 2) for each problem. */
  private static final int STEPS = 1 << 21;

  private static final int MOST = 1 << 14;

  private RandomProblems() {}

  /** A batch whose optima take some ten milliseconds. */
  static SubsetSumBatch of(int items, double tolerance, long seed) {
    int size = Math.min(MOST, STEPS >> (items / 2));
    return of(new SplittableRandom(seed), size, items, tolerance);
  }

  static SubsetSumBatch of(SplittableRandom random, int size, int items, double tolerance) {
    return SubsetSumBatch.of(
        items,
        random.doubles((long) size * items, -1, 1).toArray(),
        random.doubles(size, -0.5, 0.5).toArray(),
        tolerance);
  }

  /** Times a solver; a unit is a problem. */
  static Contestant contestant(SubsetSumSolver solver, SubsetSumBatch batch) {
    return new Contestant() {
      @Override
      public String name() {
        return solver.id();
      }

      @Override
      public double seconds() {
        long begin = System.nanoTime();
        solver.solve(batch);
        return (System.nanoTime() - begin) * 1e-9 / batch.size();
      }
    };
  }
}
