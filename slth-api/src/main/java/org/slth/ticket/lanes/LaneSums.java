package org.slth.ticket.lanes;

import java.util.Arrays;

/**
 * Finds for many problems the subset whose sum is nearest to the target, a block of them at a time,
 * one lane each.
 *
 * <p>One object serves one call: it holds the scratch, and is not thread-safe.
 */
public final class LaneSums {

  /** Fewer items are not worth the trouble. */
  public static final int FEWEST_ITEMS = 8;

  /** More have sums too close together for 32 bits. */
  public static final int MOST_ITEMS = 24;

  private final int items;
  private final int half;
  private final FixedPoint numbers;
  private final LaneSearch search;
  private final int width;
  private final int[] without; // best keys before the last item of an odd number is tried
  private final int[] sumA;
  private final int[] sumB;
  private final int[] hitsA;
  private final int[] hitsB;

  /**
   * Prepares a search.
   *
   * @param lanes who does the steps
   * @param items how many items of a problem may be chosen, from {@link #FEWEST_ITEMS} to {@link
   *     #MOST_ITEMS}
   * @param width most problems of a block, as {@link Lanes#width} says
   */
  public LaneSums(Lanes lanes, int items, int width) {
    this.items = items;
    this.half = items / 2;
    this.width = width;
    this.numbers = new FixedPoint(items, width);
    this.search = lanes.search(numbers.items, half);
    this.without = new int[width];
    this.sumA = new int[width];
    this.sumB = new int[width];
    this.hitsA = new int[width];
    this.hitsB = new int[width];
  }

  /**
   * Searches some problems.
   *
   * @param values items of all problems
   * @param stride how many of them each problem has; the first ones are those that are chosen from
   * @param targets of all problems
   * @param problems which ones
   * @param subsets written for those that are found
   * @return those that are not
   */
  public int[] solve(
      double[] values, int stride, double[] targets, int[] problems, long[] subsets) {
    int[] open = new int[problems.length];
    int size = 0;
    for (int from = 0; from < problems.length; from += width) {
      int count = Math.min(width, problems.length - from);
      boolean[] possible = new boolean[count];
      for (int k = 0; k < count; k++) {
        int p = problems[from + k];
        possible[k] = numbers.set(k, values, p * stride, targets[p]);
      }
      if (count < width) {
        numbers.clear(count);
      }
      search();
      for (int k = 0; k < count; k++) {
        int p = problems[from + k];
        if (!(possible[k] && answer(k, values, p * stride, targets[p], p, subsets))) {
          open[size++] = p;
        }
      }
    }
    return Arrays.copyOf(open, size);
  }

  private void search() {
    search.grow();
    search.clear();
    search.nearest(numbers.target);
    System.arraycopy(search.best(), 0, without, 0, width);
    if (items % 2 == 1) {
      int[] last = numbers.items[items - 1];
      for (int k = 0; k < width; k++) {
        numbers.target[k] -= last[k];
      }
      search.nearest(numbers.target);
      for (int k = 0; k < width; k++) {
        numbers.target[k] += search.best()[k] < without[k] ? 0 : last[k];
      }
    }
    split();
    search.find(0, sumA, numbers.width, hitsA);
    search.find(1, sumB, numbers.width, hitsB);
  }

  /** Takes the sums of the two halves from the best key and the mark before it. */
  private void split() {
    for (int k = 0; k < width; k++) {
      int mark = search.place()[k];
      int other = mark + 2 * search.best()[k] + 1;
      int even = (mark & 1) == 0 ? mark : other;
      int odd = (mark & 1) == 0 ? other : mark;
      sumA[k] = even - LaneSearch.GUARD;
      sumB[k] = numbers.target[k] - (odd - LaneSearch.GUARD);
    }
  }

  /** Writes the answer of a lane; returns whether there is one. */
  private boolean answer(int k, double[] values, int offset, double target, int p, long[] subsets) {
    int key = search.best()[k];
    boolean alone = search.second()[k] - key > numbers.width[k] / 4;
    boolean one = hitsA[k] >>> 16 == 1 && hitsB[k] >>> 16 == 1;
    if (key >= LaneSearch.GUARD / 2 || !alone || !one) {
      return false;
    }
    long subset = (hitsA[k] & 0xffff) | (long) (hitsB[k] & 0xffff) << half;
    if (search.best()[k] != without[k]) {
      subset |= 1L << (items - 1);
    }
    subset ^= numbers.flips[k];
    subsets[p] = subset;
    double sum = 0;
    for (long rest = subset; rest != 0; rest &= rest - 1) {
      sum += values[offset + Long.numberOfTrailingZeros(rest)];
    }
    double error = Math.abs(sum - target) * numbers.perUnit[k];
    return Math.abs(error - key) <= numbers.width[k];
  }
}
