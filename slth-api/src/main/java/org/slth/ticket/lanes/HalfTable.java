package org.slth.ticket.lanes;

import java.util.Arrays;

/**
 * The sums of all subsets of some items, in rising order, and back from a sum to its subset.
 *
 * <p>A subset and its complement add up to the total, <i>T</i>[<i>i</i>] + <i>T</i>[end − <i>i</i>]
 * = <i>S</i>, so that the lower half tells all. With one more item <i>d</i> the lower half of the
 * new table holds min(<i>v</i>, <i>S</i> + <i>d</i> − <i>v</i>) for all <i>v</i> of the old one:
 * the old lower half, and min(<i>S</i> − <i>l</i>, <i>l</i> + <i>d</i>) for each <i>l</i> of it.
 * These, in turned order, rise and fall, and a bitonic merge sorts them in.
 */
final class HalfTable {

  private final int[][] items; // rows of the block, of which these are some
  private final int from;
  private final int count;
  private final int[][] lower; // sums, rising
  private final int[] total;
  private final int[][] first; // sums of the first half of the items, in order of their subsets
  private final int[][] second;
  private final int[] gap;

  /** Prepares for {@code count} of the items, at least two. */
  HalfTable(int[][] items, int from, int count) {
    int width = items[0].length;
    this.items = items;
    this.from = from;
    this.count = count;
    this.lower = new int[1 << (count - 1)][width];
    this.total = new int[width];
    this.first = new int[1 << (count / 2)][width];
    this.second = new int[1 << (count - count / 2)][width];
    this.gap = new int[width];
  }

  int[][] lower() {
    return lower;
  }

  int[] total() {
    return total;
  }

  /** Tables the sums of the items as they now are. */
  void grow() {
    int[] zero = lower[0];
    Arrays.fill(zero, 0);
    System.arraycopy(items[from], 0, total, 0, total.length);
    for (int level = 1; level < count; level++) {
      int[] item = items[from + level];
      int rows = 1 << (level - 1);
      for (int i = 0; i < rows; i++) {
        Rows.fold(lower[i], total, item, lower[2 * rows - 1 - i]);
      }
      BitonicMerge.sort(lower, 0, 2 * rows);
      Rows.add(total, item, total);
    }
  }

  /**
   * Finds the subsets of given sums.
   *
   * @param sum of each lane the sum that is looked for
   * @param width of each lane twice the distance at which others count as found, too
   * @param hits written: 2<sup>16</sup> for each subset found, plus the sum of them
   */
  void find(int[] sum, int[] width, int[] hits) {
    list(first, from);
    list(second, from + count / 2);
    Arrays.fill(hits, 0);
    for (int j = 0; j < second.length; j++) {
      int[] other = second[j];
      for (int k = 0; k < gap.length; k++) {
        gap[k] = other[k] - sum[k] + (width[k] >> 1);
      }
      Rows.match(first, gap, width, (1 << 16) + j * first.length, hits);
    }
  }

  private void list(int[][] sums, int item) {
    Arrays.fill(sums[0], 0);
    for (int t = 0, m = 1; m < sums.length; t++, m += m) {
      for (int i = 0; i < m; i++) {
        Rows.add(sums[i], items[item + t], sums[m + i]);
      }
    }
  }
}
