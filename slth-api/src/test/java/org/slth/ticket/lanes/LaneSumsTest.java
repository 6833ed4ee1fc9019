package org.slth.ticket.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaneSumsTest {

  private static final int PROBLEMS = 100;

  static Stream<Lanes> lanes() {
    return Stream.of(new PlainLanes(), new VectorLanes());
  }

  private static int[] open(Lanes lanes, int n, double[] values, double[] targets, long[] subsets) {
    int[] all = IntStream.range(0, targets.length).toArray();
    return new LaneSums(lanes, n, lanes.width(n, all.length))
        .solve(values, n, targets, all, subsets);
  }

  /** Else the 64 bits would do all the work, and no other test would notice. */
  @ParameterizedTest
  @MethodSource("lanes")
  void decideNearlyAllRandomProblems(Lanes lanes) {
    for (int n = LaneSums.FEWEST_ITEMS; n <= 20; n++) {
      var random = new SplittableRandom(n);
      double[] values = random.doubles((long) PROBLEMS * n, -1, 1).toArray();
      double[] targets = random.doubles(PROBLEMS, -0.5, 0.5).toArray();
      int size = open(lanes, n, values, targets, new long[PROBLEMS]).length;
      assertTrue(size <= 8, "seed and items %d: %d are left".formatted(n, size));
    }
  }

  /** What they answer is the best of all subsets. */
  @ParameterizedTest
  @MethodSource("lanes")
  void answerWithTheBest(Lanes lanes) {
    for (int n = LaneSums.FEWEST_ITEMS; n <= 13; n++) {
      var random = new SplittableRandom(n);
      double[] values = random.doubles((long) PROBLEMS * n, -1, 2).toArray();
      double[] targets = random.doubles(PROBLEMS, -1, 3).toArray();
      long[] subsets = new long[PROBLEMS];
      boolean[] left = new boolean[PROBLEMS];
      for (int p : open(lanes, n, values, targets, subsets)) {
        left[p] = true;
      }
      for (int p = 0; p < PROBLEMS; p++) {
        if (!left[p]) {
          assertEquals(best(n, values, p, targets[p]), subsets[p], "items " + n);
        }
      }
    }
  }

  private static long best(int n, double[] values, int p, double target) {
    long best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (long subset = 0; subset < 1L << n; subset++) {
      double sum = 0;
      for (long rest = subset; rest != 0; rest &= rest - 1) {
        sum += values[p * n + Long.numberOfTrailingZeros(rest)];
      }
      if (Math.abs(sum - target) < least) {
        least = Math.abs(sum - target);
        best = subset;
      }
    }
    return best;
  }

  /** Equal items, items closer than the resolution, targets out of reach, zeros, huge numbers. */
  @ParameterizedTest
  @MethodSource("lanes")
  void leaveWhatTheyCannotTellApart(Lanes lanes) {
    int n = 11;
    double[] targets = new double[PROBLEMS];
    double[] values = new double[PROBLEMS * n];
    var random = new SplittableRandom(1);
    for (int p = 0; p < PROBLEMS; p++) {
      for (int t = 0; t < n; t++) {
        double x = random.nextDouble(1, 2);
        values[p * n + t] = p % 5 == 3 ? 0 : p % 5 == 4 ? x * 1e300 : x;
      }
      targets[p] = p % 5 == 2 ? -1 : values[p * n] * 1.01;
      if (p % 5 < 2) {
        values[p * n + n - 1] = values[p * n] + p % 5 * 1e-10; // either is as good, or nearly so
        targets[p] = values[p * n];
      }
    }
    assertEquals(PROBLEMS, open(lanes, n, values, targets, new long[PROBLEMS]).length);
  }

  /**
   * The numbers are the same, so what is decided, and how, is the same; wherever rows begin, which
   * changes after some blocks.
   */
  @ParameterizedTest
  @MethodSource("lanes")
  void agreeOnEveryProblem(Lanes lanes) {
    for (int n = LaneSums.FEWEST_ITEMS; n <= LaneSums.MOST_ITEMS; n += 3) {
      int problems = n < 20 ? 700 : PROBLEMS;
      var random = new SplittableRandom(n);
      double[] values = random.doubles((long) problems * n, -1, 1).toArray();
      double[] targets = random.doubles(problems, -2, 2).toArray();
      long[] expected = new long[problems];
      int[] open = open(new PlainLanes(), n, values, targets, expected);
      long[] subsets = new long[problems];
      int[] left = open(lanes, n, values, targets, subsets);
      assertArrayEquals(open, left);
      for (int p : open) {
        subsets[p] = expected[p];
      }
      assertArrayEquals(expected, subsets, "items " + n);
    }
  }
}
