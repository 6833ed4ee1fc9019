package org.slth.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewestSolverTest {

  private static final SubsetSumSolver FEWEST = SubsetSumSolver.named("slth:fewest");

  private static SubsetSumBatch batch(int n, int problems, double tolerance, double reach) {
    var random = new SplittableRandom(n);
    double[] values = random.doubles((long) n * problems, -1, 1).toArray();
    double[] targets = random.doubles(problems, -reach, reach).toArray();
    return SubsetSumBatch.of(n, values, targets, tolerance);
  }

  /** The slow obvious twin: of all subsets within the tolerance, the least size. */
  private static int leastSize(SubsetSumBatch batch, int p) {
    int least = Integer.MAX_VALUE;
    for (long subset = 0; subset < 1L << batch.items(); subset++) {
      if (batch.isWithin(p, subset)) {
        least = Math.min(least, Long.bitCount(subset));
      }
    }
    return least;
  }

  /** Tolerances under which few items do, under which many are needed, and that none reaches. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.1, 1",
    "1, 0.1, 1",
    "2, 0.1, 1",
    "3, 0.1, 1",
    "7, 0.05, 2",
    "8, 0.01, 1",
    "11, 0.01, 3",
    "12, 0.001, 4",
    "13, 0.0001, 3",
    "14, 0.0005, 5",
    "15, 0.00001, 5"
  })
  void noSmallerSubsetIsWithin(int n, double tolerance, double reach) {
    SubsetSumBatch batch = batch(n, 60, tolerance, reach);
    long[] subsets = FEWEST.solve(batch);
    long[] exact = SubsetSumSolver.named("slth:exact").solve(batch);
    for (int p = 0; p < subsets.length; p++) {
      int least = leastSize(batch, p);
      String where = "seed and items %d, problem %d".formatted(n, p);
      if (least == Integer.MAX_VALUE) {
        assertEquals(batch.result(p, exact[p]), batch.result(p, subsets[p]), where);
      } else {
        assertTrue(batch.isWithin(p, subsets[p]), where);
        assertEquals(least, Long.bitCount(subsets[p]), where);
      }
    }
  }

  /** The catalogue above has what it claims to: subsets of all sizes, and problems without any. */
  @Test
  void theCatalogueHasHardAndHopelessProblems() {
    SubsetSumBatch batch = batch(14, 60, 0.0005, 5);
    int few = 0;
    int many = 0;
    int missed = 0;
    for (int p = 0; p < batch.size(); p++) {
      int least = leastSize(batch, p);
      missed += least == Integer.MAX_VALUE ? 1 : 0;
      few += least <= 4 ? 1 : 0;
      many += least > 4 && least <= 14 ? 1 : 0;
    }
    String counts = "missed %d, few %d, many %d".formatted(missed, few, many);
    assertTrue(missed > 4 && few > 0 && many > 4, counts);
  }

  @Test
  void ofSubsetsOfOneSizeTheNearestIsTaken() {
    double[] values = {0.5, 0.52, 0.49, 0.1, 0.4};
    var batch = SubsetSumBatch.of(5, values, new double[] {0.5}, 0.05);
    assertEquals(0b00001, FEWEST.solve(batch)[0]);
  }

  /** At 0.01 and 20 uniform items: about 2.15 items, where the first found has about 10. */
  @Test
  void keepsFarFewerThanTheFirstWithin() {
    SubsetSumBatch batch = batch(20, 2000, 0.01, 1);
    assertEquals(2.15, meanSize(FEWEST, batch), 0.2);
    assertTrue(meanSize(SubsetSumSolver.named("slth:exact"), batch) > 9);
  }

  private static double meanSize(SubsetSumSolver solver, SubsetSumBatch batch) {
    long items = 0;
    for (long subset : solver.solve(batch)) {
      items += Long.bitCount(subset);
    }
    return (double) items / batch.size();
  }
}
