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
  private final int width; // of a block
  private final int lanes; // of a search
  private final int[] subsets; // of a block, or none
  private final int[] keys;
  private final int[] nexts; // second smallest keys
  private final int[] target; // of a search, as all that follow
  private final int[] window;
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
    this.lanes = search.lanes();
    this.subsets = new int[width];
    this.keys = new int[width];
    this.nexts = new int[width];
    this.target = new int[this.lanes];
    this.window = new int[this.lanes];
    this.without = new int[this.lanes];
    this.sumA = new int[this.lanes];
    this.sumB = new int[this.lanes];
    this.hitsA = new int[this.lanes];
    this.hitsB = new int[this.lanes];
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
      for (int k = 0; k < count; k++) {
        int p = problems[from + k];
        numbers.set(k, values, p * stride, targets[p]);
      }
      if (count < width) {
        numbers.clear(count);
      }
      numbers.round();
      for (int lane = 0; lane < count; lane += lanes) {
        search(lane);
      }
      double[] errors = numbers.errors(this.subsets);
      for (int k = 0; k < count; k++) {
        int p = problems[from + k];
        subsets[p] = this.subsets[k];
        if (!isBest(k, errors[k])) {
          open[size++] = p;
        }
      }
    }
    return Arrays.copyOf(open, size);
  }

  /**
   * Tells whether the subset of a lane is beyond doubt the best: if there is one, and all others
   * are farther off than its error by more than theirs may be wrong.
   */
  private boolean isBest(int k, double error) {
    double doubt = numbers.width[k] / 8.0;
    return numbers.possible[k]
        && keys[k] < LaneSearch.GUARD / 2
        && nexts[k] - error > doubt
        && Math.abs(error - keys[k]) <= doubt;
  }

  private void search(int from) {
    System.arraycopy(numbers.target, from, target, 0, lanes);
    System.arraycopy(numbers.width, from, window, 0, lanes);
    search.grow(from);
    search.clear();
    search.nearest(target);
    System.arraycopy(search.best(), 0, without, 0, lanes);
    if (items % 2 == 1) {
      int[] last = numbers.items[items - 1];
      for (int k = 0; k < lanes; k++) {
        target[k] -= last[from + k];
      }
      search.nearest(target);
      for (int k = 0; k < lanes; k++) {
        target[k] += search.best()[k] < without[k] ? 0 : last[from + k];
      }
    }
    split();
    search.find(0, sumA, window, hitsA);
    search.find(1, sumB, window, hitsB);
    System.arraycopy(search.second(), 0, nexts, from, lanes);
    join(from);
  }

  /** Takes the sums of the two halves from the best key and the mark before it. */
  private void split() {
    int[] best = search.best();
    int[] place = search.place();
    for (int k = 0; k < lanes; k++) {
      int mark = place[k];
      int other = mark + 2 * best[k] + 1;
      int even = (mark & 1) == 0 ? mark : other;
      int odd = (mark & 1) == 0 ? other : mark;
      sumA[k] = even - LaneSearch.GUARD;
      sumB[k] = target[k] - (odd - LaneSearch.GUARD);
    }
  }

  /** Takes the subsets of both halves together; where there is not one of each, no key stays. */
  private void join(int from) {
    int[] best = search.best();
    for (int k = 0; k < lanes; k++) {
      int subset = (hitsA[k] & 0xffff) | (hitsB[k] & 0xffff) << half;
      subset |= best[k] == without[k] ? 0 : 1 << (items - 1);
      subsets[from + k] = subset ^ numbers.flips[from + k];
      boolean one = hitsA[k] >>> 16 == 1 && hitsB[k] >>> 16 == 1;
      keys[from + k] = one ? best[k] : LaneSearch.GUARD;
    }
  }
}
