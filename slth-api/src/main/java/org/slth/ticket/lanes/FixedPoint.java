package org.slth.ticket.lanes;

import java.util.Arrays;

/**
 * A block of problems in whole numbers, one lane each: a negative item becomes its absolute value,
 * the subset changing in that bit and the target by that much, and a target beyond half the sum of
 * all becomes what lies beyond it, all bits changing. So sums and targets are never negative.
 *
 * <p>The unit of a problem is as small as the larger of its halves' sums allows. An item is rounded
 * to the nearest number. What that does to a subset's sum lies between minus the sum of all
 * roundings down and that of all roundings up; the target is moved by the middle of the two. So two
 * errors whose difference is more than the sum of all roundings, and one more for the target, are
 * in order.
 */
final class FixedPoint {

  /** Scales at which neither a unit nor its inverse overflows. */
  private static final double SMALLEST = 1e-280;

  private static final double LARGEST = 1e280;

  private final int count; // of items
  private final int half;
  private final double range;
  final int[][] items;
  final int[] target;
  final int[] width; // four times the distance at which errors may be out of order
  final double[] perUnit;
  final long[] flips; // bits to change in the answer

  FixedPoint(int count, int width) {
    this.count = count;
    this.half = count / 2;
    this.range =
        (Integer.MAX_VALUE - 2.0 * LaneSearch.GUARD) / 2 - count; // an item may be rounded up
    this.items = new int[count][width];
    this.target = new int[width];
    this.width = new int[width];
    this.perUnit = new double[width];
    this.flips = new long[width];
  }

  /** Empties the lanes from {@code lane} on. */
  void clear(int lane) {
    for (int[] row : items) {
      Arrays.fill(row, lane, row.length, 0);
    }
    Arrays.fill(target, lane, target.length, 0);
    Arrays.fill(width, lane, width.length, 0);
  }

  /**
   * Writes a problem into a lane.
   *
   * @param values its items start at {@code offset}
   * @return whether whole numbers can stand for it: not if the target is out of reach, or items are
   *     all zero or too large or small
   */
  boolean set(int lane, double[] values, int offset, double wanted) {
    double first = 0;
    double second = 0;
    double sum = 0;
    long flip = 0;
    for (int t = 0, u = half; t < half; t++, u++) {
      double x = values[offset + t];
      double y = values[offset + u];
      first += Math.abs(x);
      second += Math.abs(y);
      sum += x + y;
      flip |= (Double.doubleToRawLongBits(x) >>> 63) << t;
      flip |= (Double.doubleToRawLongBits(y) >>> 63) << u;
    }
    double total = first + second;
    if (count > 2 * half) {
      double x = values[offset + count - 1];
      total += Math.abs(x);
      sum += x;
      flip |= (Double.doubleToRawLongBits(x) >>> 63) << (count - 1);
    }
    double rest = wanted + (total - sum) / 2;
    boolean mirrored = rest > total / 2;
    rest = mirrored ? total - rest : rest;
    flips[lane] = mirrored ? flip ^ ((1L << count) - 1) : flip;
    double largest = Math.max(total / 2, Math.max(first, second));
    boolean possible = rest >= 0 && largest >= SMALLEST && largest <= LARGEST;
    perUnit[lane] = possible ? range / largest : 0;
    round(lane, values, offset, possible ? rest : 0, total);
    return possible;
  }

  private void round(int lane, double[] values, int offset, double rest, double total) {
    double scale = perUnit[lane];
    long sum = 0;
    double both = 0;
    for (int t = 0; t < count; t++) {
      double scaled = Math.abs(values[offset + t]) * scale;
      int item = (int) (scaled + 0.5);
      items[t][lane] = 2 * item;
      sum += item;
      both += Math.abs(item - scaled);
    }
    double up = sum - total * scale;
    target[lane] = 2 * (int) Math.rint(rest * scale + up / 2 - 0.5) + 1;
    width[lane] = 4 * (2 + (int) Math.ceil(both));
  }
}
