package org.slth.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactSolverTest {

  @Test
  void findsTheOnlyExactSubset() {
    var batch = SubsetSumBatch.of(4, new double[] {1, 2, 4, 8}, new double[] {11}, 1e-9);
    long[] subsets = SubsetSumSolver.named("slth:exact").solve(batch);
    assertEquals(0b1011, subsets[0]);
    assertEquals(new SubsetSumResult.Reached(0b1011, 11, 0), batch.result(0, subsets[0]));
  }

  @Test
  void equalsAllSubsetsOnRandomProblems() {
    for (int n = 0; n <= 16; n++) {
      var random = new SplittableRandom(n);
      int problems = 101;
      double[] values = random.doubles((long) n * problems, -1, 1).toArray();
      double[] targets = random.doubles(problems, -1, 1).toArray();
      var batch = SubsetSumBatch.of(n, values, targets, 0.01);
      long[] subsets = new ExactSolver().solve(batch);
      for (int p = 0; p < problems; p++) {
        double best = Double.POSITIVE_INFINITY;
        for (long s = 0; s < 1L << n; s++) {
          best = Math.min(best, batch.result(p, s).error());
        }
        double error = batch.result(p, subsets[p]).error();
        assertTrue(
            error <= best + 1e-12, "n " + n + ", problem " + p + ": " + error + " > " + best);
      }
    }
  }
}
