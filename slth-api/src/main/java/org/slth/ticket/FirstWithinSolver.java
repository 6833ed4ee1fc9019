package org.slth.ticket;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Returns the first subset found within the tolerance, and a subset of smallest error where there
 * is none, {@code "slth:within"}.
 *
 * <p>It looks for less and less likely things, each dearer than the one before:
 *
 * <ol>
 *   <li>among the subsets of the first ten items, in the order of their binary numbers from the
 *       empty one on, the first within the tolerance. At a tolerance of 0.01 and items of order
 *       one, about a hundred sums are formed, some 0.1 microseconds;
 *   <li>a target beyond the sum of all positive or of all negative items is out of reach: that sum
 *       is the optimum;
 *   <li>the optimum among the first 16 items, then among all, as {@link ExactSolver} finds it. The
 *       last one is the proof when nothing lies within the tolerance.
 * </ol>
 *
 * <p>Memory is that of {@link ExactSolver}, and only if the third step is reached.
 */
public final class FirstWithinSolver implements SubsetSumSolver {

  private static final int COUNTED_ITEMS = 10;
  private static final int MIDDLE_ITEMS = 16;

  /** Makes the solver; it has no state. */
  public FirstWithinSolver() {}

  @Override
  public String name() {
    return "slth:within";
  }

  @Override
  public int maximumItems() {
    return MeetInTheMiddle.MAXIMUM_ITEMS;
  }

  @Override
  public long[] solve(SubsetSumBatch batch) {
    MeetInTheMiddle.requireItems(batch, this);
    long[] subsets = new long[batch.size()];
    int[] open = count(batch, subsets);
    if (batch.items() > MIDDLE_ITEMS) {
      open = meet(batch, MIDDLE_ITEMS, open, subsets);
    }
    meet(batch, batch.items(), open, subsets);
    return subsets;
  }

  /** Tries the first items of every problem; returns the problems still open. */
  private static int[] count(SubsetSumBatch batch, long[] subsets) {
    double[] sums = new double[1 << Math.min(COUNTED_ITEMS, batch.items())];
    int[] open = new int[batch.size()];
    int size = 0;
    for (int p = 0; p < open.length; p++) {
      int subset = firstWithin(batch, p, sums);
      if (subset >= 0) {
        subsets[p] = subset;
      } else if (!outOfReach(batch, p, subsets)) {
        open[size++] = p;
      }
    }
    return Arrays.copyOf(open, size);
  }

  /**
   * Doubles the table of sums item by item and returns the first subset within the tolerance, or
   * -1. Each sum is added in the order of the items, so that it is the one that a caller will see.
   */
  private static int firstWithin(SubsetSumBatch batch, int problem, double[] sums) {
    double target = batch.target(problem);
    double tolerance = batch.tolerance();
    if (Math.abs(target) <= tolerance) {
      return 0;
    }
    sums[0] = 0;
    int item = 0;
    for (int m = 1; m < sums.length; m += m) {
      double x = batch.item(problem, item++);
      for (int k = 0; k < m; k++) {
        double sum = sums[k] + x;
        sums[m + k] = sum;
        if (Math.abs(sum - target) <= tolerance) {
          return m + k;
        }
      }
    }
    return -1;
  }

  /** Answers a target that no subset passes: all positive or all negative items are nearest. */
  private static boolean outOfReach(SubsetSumBatch batch, int problem, long[] subsets) {
    double highest = 0;
    double lowest = 0;
    long positive = 0;
    long negative = 0;
    for (int t = 0; t < batch.items(); t++) {
      double x = batch.item(problem, t);
      if (x > 0) {
        highest += x;
        positive |= 1L << t;
      } else if (x < 0) {
        lowest += x;
        negative |= 1L << t;
      }
    }
    boolean above = batch.target(problem) >= highest;
    if (above || batch.target(problem) <= lowest) {
      subsets[problem] = above ? positive : negative;
      return true;
    }
    return false;
  }

  /** Takes the optimum among the first items; returns the problems it leaves outside. */
  private static int[] meet(SubsetSumBatch batch, int items, int[] open, long[] subsets) {
    if (open.length == 0) {
      return open;
    }
    var engine = new MeetInTheMiddle(batch, items);
    for (int i = 0; i < open.length; i += 2) {
      engine.solve(open[i], open[Math.min(i + 1, open.length - 1)], subsets);
    }
    return IntStream.of(open)
        .filter(p -> !(Math.abs(batch.sum(p, subsets[p]) - batch.target(p)) <= batch.tolerance()))
        .toArray();
  }
}
