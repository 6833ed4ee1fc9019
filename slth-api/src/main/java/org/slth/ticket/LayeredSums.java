package org.slth.ticket;

/**
 * Finds, for one problem at a time, the fewest items whose sum is within the tolerance.
 *
 * <p>The items are split into halves <i>A</i> and <i>B</i>. Of each half the subset sums are tabled
 * layer by layer, a layer holding the subsets of one size <i>i</i>, in rising order, each packed
 * with its subset into one {@code long} as in {@link MeetInTheMiddle}. One more item <i>d</i> makes
 *
 * <pre>
 * T'[i] = merge(T[i], T[i-1] + d)
 * </pre>
 *
 * so that nothing is sorted. Of size <i>k</i> there is a subset within the tolerance if and only if
 * a pair out of <i>A</i>[<i>i</i>] and <i>B</i>[<i>k-i</i>] is, which a walk along both finds in
 * |<i>A</i>[<i>i</i>]| + |<i>B</i>[<i>k-i</i>]| steps. Tables are cut at the size that is asked
 * for. One object serves one call: it holds the scratch, and is not thread-safe.
 */
final class LayeredSums {

  /** As {@code MeetInTheMiddle}: differences of two sums fit a long. */
  private static final int SUM_BITS = 62;

  private final SubsetSumBatch batch;
  private final int low; // items of A, the first ones
  private final int high; // items of B
  private final long[][] tables; // A, B, and a spare one for growing
  private final int[][] starts; // of every layer in its table, and behind the last
  private final long[] packed;
  private double unit; // of the fixed point
  private long target;
  private long least; // distance of the best pair of a walk
  private long best; // its subset

  LayeredSums(SubsetSumBatch batch) {
    this.batch = batch;
    this.low = batch.items() / 2;
    this.high = batch.items() - low;
    this.tables = new long[3][1 << high];
    this.starts = new int[3][high + 2];
    this.packed = new long[batch.items()];
  }

  /** Takes up a problem, and tables its subsets of up to {@code most} items. */
  void table(int problem, int most) {
    pack(problem);
    grow(0, 0, low, most);
    grow(1, low, high, most);
  }

  /**
   * Returns the nearest subset of {@code size} items, or -1 if there is none; the tables must hold
   * that size.
   */
  long nearest(int size) {
    least = Long.MAX_VALUE;
    for (int i = Math.max(0, size - high); i <= Math.min(size, low); i++) {
      walk(i, size - i);
    }
    return least == Long.MAX_VALUE ? -1 : best;
  }

  private void pack(int problem) {
    double scale = Math.abs(batch.target(problem));
    for (int t = 0; t < packed.length; t++) {
      scale += Math.abs(batch.item(problem, t));
    }
    int shift = SUM_BITS - high - 1 - Math.getExponent(scale);
    unit = Math.scalb(1.0, Math.min(shift, Double.MAX_EXPONENT));
    for (int t = 0; t < packed.length; t++) {
      packed[t] = fixed(batch.item(problem, t)) + (1L << (t < low ? t : t - low));
    }
    target = fixed(batch.target(problem));
  }

  private long fixed(double number) {
    return (long) Math.rint(number * unit) << high;
  }

  private void grow(int table, int first, int items, int most) {
    int[] start = starts[table];
    tables[table][0] = 0;
    start[0] = 0;
    start[1] = 1;
    for (int m = 0; m < items; m++) {
      grow(table, packed[first + m], Math.min(m + 1, most), Math.min(m, most));
    }
    for (int i = Math.min(items, most) + 2; i < start.length; i++) {
      start[i] = start[i - 1]; // no subsets of these sizes
    }
  }

  /** Adds one item to a table of layers 0 to {@code have}; makes those from 0 to {@code want}. */
  private void grow(int table, long item, int want, int have) {
    long[] from = tables[table];
    int[] start = starts[table];
    long[] to = tables[2];
    int[] next = starts[2];
    to[0] = 0;
    next[0] = 0;
    next[1] = 1;
    for (int i = 1; i <= want; i++) {
      int x = i <= have ? start[i] : start[have + 1];
      int ends = start[Math.min(i, have) + 1];
      next[i + 1] = merge(from, x, ends, start[i - 1], start[i], item, to, next[i]);
    }
    tables[table] = to;
    tables[2] = from;
    starts[table] = next;
    starts[2] = start;
  }

  /** Merges w[x..xEnd) and w[y..yEnd) + d into {@code to}; returns the end of what it wrote. */
  private static int merge(
      long[] w, int x, int xEnd, int y, int yEnd, long d, long[] to, int start) {
    int out = start;
    while (x < xEnd && y < yEnd) {
      long a = w[x];
      long b = w[y] + d;
      long less = (a - b) >> 63; // -1 if a is smaller, else 0
      to[out++] = b + ((a - b) & less);
      x -= (int) less;
      y += 1 + (int) less;
    }
    while (x < xEnd) {
      to[out++] = w[x++];
    }
    while (y < yEnd) {
      to[out++] = w[y++] + d;
    }
    return out;
  }

  private void walk(int i, int j) {
    long[] a = tables[0];
    long[] b = tables[1];
    int x = starts[0][i];
    int xEnd = starts[0][i + 1];
    int y = starts[1][j + 1] - 1;
    int yEnd = starts[1][j];
    while (x < xEnd && y >= yEnd) {
      long s = a[x] + b[y] - target;
      long distance = s ^ (s >> 63);
      if (distance < least) {
        least = distance;
        best = subset(a[x], b[y]);
      }
      int below = (int) (s >> 63); // -1 if the sum is below the target, else 0
      x -= below;
      y -= 1 + below;
    }
  }

  private long subset(long a, long b) {
    long mask = (1L << high) - 1;
    return (a & mask) | ((b & mask) << low);
  }
}
