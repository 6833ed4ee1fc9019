package org.slth.ticket.lanes;

import java.util.Arrays;

/**
 * A block of problems in whole numbers, one lane each: a negative item becomes its absolute value,
 * the subset changing in that bit and the target by that much, and a target beyond half the sum of
 * all becomes what lies beyond it, all bits changing. So sums and targets are never negative.
 *
 * <p>The unit of a problem is as small as the larger of its halves' sums allows. An item is rounded
 * to the nearest number. What that does to a subset's sum lies between minus the sum of all
 * roundings down and that of all roundings up; the target is moved by the middle of the two. So an
 * error in whole numbers is wrong by at most half the sum of all roundings, and one for the target.
 */
final class FixedPoint {

  /** Scales at which neither a unit nor its inverse overflows. */
  private static final double SMALLEST = 1e-280;

  private static final double LARGEST = 1e280;

  private final int count; // of items
  private final double range;
  private final double[][] values; // rows of items as they are, one lane for each problem
  private final double[] wanted;
  private final double[] first; // sums of absolute values of a half
  private final double[] total; // of all
  private final double[] sum;
  private final double[] perUnit;
  private final double[] rest; // what is to be reached with absolute values
  private final double[] roundings; // sum of all, without their signs
  private final double[] rounded;
  final int[][] items;
  final int[] target;
  final int[] width; // eight times the most that an error may be wrong
  final int[] flips; // bits to change in the answer
  final boolean[] possible;

  FixedPoint(int count, int width) {
    this.count = count;
    this.range =
        (Integer.MAX_VALUE - 2.0 * LaneSearch.GUARD) / 2 - count; // an item may be rounded up
    this.values = new double[count][width];
    this.wanted = new double[width];
    this.first = new double[width];
    this.total = new double[width];
    this.sum = new double[width];
    this.perUnit = new double[width];
    this.rest = new double[width];
    this.roundings = new double[width];
    this.rounded = new double[width];
    this.items = new int[count][width];
    this.target = new int[width];
    this.width = new int[width];
    this.flips = new int[width];
    this.possible = new boolean[width];
  }

  /** Empties the lanes from {@code lane} on. */
  void clear(int lane) {
    for (double[] row : values) {
      Arrays.fill(row, lane, row.length, 0);
    }
    Arrays.fill(wanted, lane, wanted.length, 0);
  }

  /**
   * Writes a problem into a lane.
   *
   * @param numbers its items start at {@code offset}
   */
  void set(int lane, double[] numbers, int offset, double target) {
    int signs = 0;
    for (int t = 0; t < count; t++) {
      double x = numbers[offset + t];
      values[t][lane] = x;
      signs |= (int) (Double.doubleToRawLongBits(x) >>> 63) << t;
    }
    flips[lane] = signs;
    wanted[lane] = target;
  }

  /**
   * Turns what was written into whole numbers. They cannot stand for a target out of reach, or for
   * items that are all zero, or too large or small.
   */
  void round() {
    Arrays.fill(total, 0);
    Arrays.fill(sum, 0);
    for (int t = 0; t < count; t++) {
      if (t == count / 2) {
        System.arraycopy(total, 0, first, 0, first.length);
      }
      DoubleRows.add(values[t], total, sum);
    }
    double[] last = values[count - 1];
    for (int k = 0; k < wanted.length; k++) {
      double second = total[k] - first[k] - (count % 2 == 0 ? 0 : Math.abs(last[k]));
      scale(k, Math.max(total[k] / 2, Math.max(first[k], second)));
    }
    Arrays.fill(sum, 0);
    Arrays.fill(roundings, 0);
    for (int t = 0; t < count; t++) {
      DoubleRows.round(values[t], perUnit, rounded, sum, roundings);
      DoubleRows.convert(rounded, items[t]);
    }
    for (int k = 0; k < wanted.length; k++) {
      double up = sum[k] - total[k] * perUnit[k];
      target[k] = 2 * (int) Math.rint(rest[k] * perUnit[k] + up / 2 - 0.5) + 1;
      width[k] = 4 * (2 + (int) Math.ceil(roundings[k]));
    }
  }

  private void scale(int k, double largest) {
    double left = wanted[k] + (total[k] - sum[k]) / 2;
    boolean mirrored = left > total[k] / 2;
    left = mirrored ? total[k] - left : left;
    flips[k] ^= mirrored ? (1 << count) - 1 : 0;
    possible[k] = left >= 0 && largest >= SMALLEST && largest <= LARGEST;
    perUnit[k] = possible[k] ? range / largest : 0;
    rest[k] = possible[k] ? left : 0;
  }

  /** Returns the errors of subsets in units, added up in {@code double}. */
  double[] errors(int[] subsets) {
    Arrays.fill(sum, 0);
    for (int t = 0; t < count; t++) {
      DoubleRows.keep(values[t], subsets, t, sum);
    }
    for (int k = 0; k < sum.length; k++) {
      sum[k] = Math.abs(sum[k] - wanted[k]) * perUnit[k];
    }
    return sum;
  }
}
