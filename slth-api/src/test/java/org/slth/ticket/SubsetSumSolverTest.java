package org.slth.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubsetSumSolverTest {

  /** 640 problems for each of 16 sizes, over ten thousand, against all subsets of each. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "slth:exact",
        "slth:within",
        "slth:fewest",
        "slth:exact-vector",
        "slth:within-vector"
      })
  void equalsAllSubsets(String name) {
    var random = new SplittableRandom(1);
    for (int n = 1; n <= 16; n++) {
      double[] values = new double[640 * n];
      double[] targets = new double[640];
      for (int p = 0; p < targets.length; p++) {
        draw(random, p, n, values, targets);
      }
      boolean exact = name.startsWith("slth:exact"); // the optimum, however large the tolerance
      var batch = SubsetSumBatch.of(n, values, targets, exact ? 1 : 1e-15);
      long[] subsets = SubsetSumSolver.named(name).solve(batch);
      for (int p = 0; p < targets.length; p++) {
        double least = leastError(batch, p);
        double error = batch.result(p, subsets[p]).error();
        String where = "seed 1, n %d, problem %d: %s > %s".formatted(n, p, error, least);
        assertTrue(error <= least + Math.max(1e-12 * scale(batch, p), exact ? 0 : 1e-15), where);
      }
    }
  }

  /** Uniform items, products, whole numbers full of ties, one sign, wide ranges, near misses. */
  private static void draw(
      SplittableRandom random, int p, int n, double[] values, double[] targets) {
    double sum = 0;
    for (int t = 0; t < n; t++) {
      double x = random.nextDouble(-1, 1);
      values[p * n + t] =
          switch (p % 8) {
            case 0, 1 -> x;
            case 2 -> x * random.nextDouble(-1, 1);
            case 3 -> Math.rint(4 * x);
            case 4 -> -Math.abs(x);
            case 5 -> Math.scalb(x, random.nextInt(-30, 30));
            case 6 -> x * 1e-250;
            default -> x * 1e250;
          };
      sum += random.nextBoolean() ? values[p * n + t] : 0;
    }
    targets[p] = p % 16 < 8 ? sum : sum + values[p * n] * random.nextDouble(-1, 1);
  }

  private static double leastError(SubsetSumBatch batch, int p) {
    double[] sums = new double[1 << batch.items()];
    double least = Math.abs(batch.target(p));
    for (int t = 0, m = 1; t < batch.items(); t++, m += m) {
      for (int k = 0; k < m; k++) {
        sums[m + k] = sums[k] + batch.item(p, t);
        least = Math.min(least, Math.abs(sums[m + k] - batch.target(p)));
      }
    }
    return least;
  }

  private static double scale(SubsetSumBatch batch, int p) {
    double scale = Math.abs(batch.target(p));
    for (int t = 0; t < batch.items(); t++) {
      scale += Math.abs(batch.item(p, t));
    }
    return scale;
  }

  /** No brute force any more: a planted subset must be found again, or one as good. */
  @ParameterizedTest
  @CsvSource({"17, 1e-12", "20, 1e-12", "21, 1e-12", "25, 1e-12", "30, 1e-12", "36, 5e-12"})
  void findsAPlantedSubset(int n, double resolution) {
    var random = new SplittableRandom(n);
    double[] values = random.doubles(3L * n, -1, 1).toArray();
    double[] targets = new double[3];
    for (int p = 0; p < 3; p++) {
      for (int t = 0; t < n; t++) {
        targets[p] += random.nextBoolean() ? values[p * n + t] : 0;
      }
    }
    var batch = SubsetSumBatch.of(n, values, targets, 1e-15);
    long[] subsets = SubsetSumSolver.named("slth:exact").solve(batch);
    for (int p = 0; p < 3; p++) {
      assertTrue(batch.result(p, subsets[p]).error() <= resolution * scale(batch, p));
    }
  }

  /** Every way of the search is taken: few items and many, dense sums and sparse ones. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 6, 10, 14, 15, 16, 17, 20})
  void firstWithinReachesWhatTheOptimumReaches(int n) {
    var random = new SplittableRandom(n);
    double[] values = random.doubles(301L * n, -1, 1).toArray();
    double[] targets = random.doubles(301, -2, 2).toArray();
    for (double tolerance : new double[] {0.1, 0.01, 1e-3, 1e-4, 1e-6}) {
      var batch = SubsetSumBatch.of(n, values, targets, tolerance);
      long[] first = SubsetSumSolver.named("slth:within").solve(batch);
      long[] best = SubsetSumSolver.named("slth:exact").solve(batch);
      for (int p = 0; p < targets.length; p++) {
        double error = batch.result(p, first[p]).error();
        double least = batch.result(p, best[p]).error();
        assertTrue(
            error <= tolerance || error <= least + 1e-12,
            "seed %d, tolerance %s, problem %d: %s".formatted(n, tolerance, p, error));
      }
    }
  }

  /** Alone in 64 bits, among others in 32: with any number of items, close calls among them. */
  @ParameterizedTest
  @CsvSource({
    "slth:exact, slth:exact-vector, 1e-5",
    "slth:exact-vector, slth:exact, 1e-5",
    "slth:within, slth:within-vector, 1e-3",
    "slth:within, slth:within-vector, 1e-5",
    "slth:within-vector, slth:within, 1e-3",
    "slth:within-vector, slth:within, 1e-5"
  })
  void answersAloneAsAmongOthersAndByAnotherWay(String name, String other, double tolerance) {
    for (int n = 7; n <= 25; n += 3) {
      var random = new SplittableRandom(n);
      int size = 60;
      double[] values = random.doubles((long) size * n, -1, 1).toArray();
      for (int i = 0; i < values.length / 4; i++) {
        values[i] = Math.rint(values[i] * 16) / 16; // ties
      }
      double[] targets = random.doubles(size, -2, 2).toArray();
      var batch = SubsetSumBatch.of(n, values, targets, tolerance);
      long[] subsets = SubsetSumSolver.named(name).solve(batch);
      assertArrayEquals(SubsetSumSolver.named(other).solve(batch), subsets, "items " + n);
      for (int p = 0; p < size; p++) {
        double[] items = Arrays.copyOfRange(values, p * n, p * n + n);
        var alone = SubsetSumBatch.of(n, items, new double[] {targets[p]}, tolerance);
        assertEquals(SubsetSumSolver.named(name).solve(alone)[0], subsets[p]);
      }
    }
  }

  @Test
  void firstWithinReturnsTheLowestNumberAmongTheFirstItems() {
    var batch =
        SubsetSumBatch.of(
            3, new double[] {1, 2, 3, 1, 2, 3, 1, 2, 3}, new double[] {3, 0.05, 6}, 0.1);
    long[] subsets = SubsetSumSolver.named("slth:within").solve(batch);
    assertEquals(0b011, subsets[0]);
    assertEquals(0b000, subsets[1]);
    assertEquals(0b111, subsets[2]);
  }

  @Test
  void firstWithinProvesThatATargetIsMissed() {
    int n = 18;
    double[] values = new double[3 * n];
    Arrays.fill(values, 0, 2 * n, 1);
    Arrays.fill(values, 2 * n, 3 * n, -2);
    var batch = SubsetSumBatch.of(n, values, new double[] {19, 16.5, -40}, 0.1);
    long[] subsets = SubsetSumSolver.named("slth:within").solve(batch);
    double[] errors = {1, 0.5, 4};
    for (int p = 0; p < 3; p++) {
      var missed = assertInstanceOf(SubsetSumResult.Missed.class, batch.result(p, subsets[p]));
      assertEquals(errors[p], missed.error());
    }
  }

  @Test
  void knowsWhoThereIs() {
    assertEquals("slth:exact", SubsetSumSolver.named("slth:exact").id());
    var mistake =
        assertThrows(IllegalArgumentException.class, () -> SubsetSumSolver.named("slth:guess"));
    assertTrue(mistake.getMessage().contains("slth:guess"), mistake.getMessage());
    assertTrue(mistake.getMessage().contains("slth:exact"), mistake.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slth:exact",
        "slth:within",
        "slth:fewest",
        "slth:exact-vector",
        "slth:within-vector"
      })
  void refusesTooManyItems(String name) {
    var batch = SubsetSumBatch.of(37, new double[37], new double[1], 1);
    var mistake =
        assertThrows(
            IllegalArgumentException.class, () -> SubsetSumSolver.named(name).solve(batch));
    assertEquals(name + " takes at most 36 items a problem, got 37", mistake.getMessage());
  }
}
