package org.slth.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SingleChoiceTest {

  @Test
  void keepsTheNearestOrNone() {
    double[] values = {0.5, -1, 0.9, 0.5, 0.3, 0.6, 1, -1, 1};
    int[][] chosen = new SingleChoice().choose(3, values, new double[] {0.7, 0.1, 0.98}, 0.1);
    assertArrayEquals(new int[][] {{0}, {}, {0}}, chosen);
  }

  /** The least of n errors is of order 1/n, where that of subsets is of order 2^-n. */
  @Test
  void itsErrorFallsLikeOneOverTheNumberOfCandidates() {
    double hundred = meanError(100);
    double tenThousand = meanError(10_000);
    assertTrue(hundred > 1e-3 && hundred < 3e-2, () -> "error " + hundred);
    double ratio = hundred / tenThousand;
    assertTrue(ratio > 50 && ratio < 200, () -> "ratio " + ratio);
  }

  private static double meanError(int candidates) {
    var random = new SplittableRandom(1);
    double[] values = random.doubles(200L * candidates, -1, 1).toArray();
    double[] targets = random.doubles(200, -0.9, 0.9).toArray();
    int[][] chosen = new SingleChoice().choose(candidates, values, targets, 1);
    double sum = 0;
    for (int p = 0; p < 200; p++) {
      int row = p * candidates;
      sum +=
          Math.abs(Arrays.stream(chosen[p]).mapToDouble(t -> values[row + t]).sum() - targets[p]);
    }
    return sum / 200;
  }
}
