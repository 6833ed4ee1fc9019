package org.slth.ticket;

/**
 * Finds, for each of two problems at a time, the subset whose sum is nearest to the target.
 *
 * <p>The items are split into halves <i>A</i> and <i>B</i> of {@code half} items each (and one item
 * left over when their number is odd). All subset sums of a half are tabled in rising order, each
 * in one {@code long}: the sum in fixed point in the high bits, the subset in the low {@code half}
 * bits. So a subset is carried along for nothing and no two entries are equal.
 *
 * <ul>
 *   <li><b>Growing.</b> The table of one more item <i>d</i> is the merge of <i>T</i> and <i>T +
 *       d</i>, both sorted. A subset and its complement add up to the total <i>S</i>, so the table
 *       is its own mirror image, <i>T</i>[<i>i</i>] + <i>T</i>[end − <i>i</i>] = <i>S</i>: only its
 *       lower half is merged. The merge never runs off an end, and the table grows downwards over
 *       itself.
 *   <li><b>Joining.</b> From (first of <i>A</i>, last of <i>B</i>) a sum above the target discards
 *       the entry of <i>B</i>, one below it discards that of <i>A</i>. The same walk from the other
 *       corner discards from the other ends. After as many steps each as a half has entries, the
 *       two walks have discarded 2<sup>half</sup>·2 rows and columns, so no pair is left untried,
 *       and neither can have run off an end.
 *   <li><b>Leftover item.</b> An odd number of items asks the same tables for two targets, with and
 *       without the last item.
 * </ul>
 *
 * <p>Every step waits for the one before it (load, compare, advance). Four independent chains, two
 * problems by two halves or by two walks, run in one loop to fill that time; comparisons are signs,
 * not branches. One object serves one call: it holds the scratch, and is not thread-safe.
 */
final class MeetInTheMiddle {

  /** Where the resolution, (n + 5) 2^(n/2 - 61) of the scale, still is 5e-12. */
  static final int MAXIMUM_ITEMS = 36;

  /** Sums of absolute values stay below 2^62, so that every difference of two fits a long. */
  private static final int SUM_BITS = 62;

  private final SubsetSumBatch batch;
  private final int items;
  private final int half;
  private final int entries; // of one table, 2^half
  private final long[] table; // A and B of the first problem, A and B of the second
  private final long[] packed; // [problem][item], then the target
  private final long[] found = new long[4]; // two walks' best: error, subset, error, subset

  /** Prepares to choose among the first {@code items} items of each problem. */
  MeetInTheMiddle(SubsetSumBatch batch, int items) {
    this.batch = batch;
    this.items = items;
    this.half = items / 2;
    this.entries = 1 << half;
    this.table = new long[4 * entries];
    this.packed = new long[2 * (items + 1)];
  }

  /** Refuses a batch with too many items, before any work. */
  static void requireItems(SubsetSumBatch batch, SubsetSumSolver solver) {
    if (batch.items() > MAXIMUM_ITEMS) {
      throw new IllegalArgumentException(
          "%s takes at most %d items a problem, got %d"
              .formatted(solver.id(), MAXIMUM_ITEMS, batch.items()));
    }
  }

  /** Solves two problems, which may be one and the same. */
  void solve(int first, int second, long[] subsets) {
    pack(first, 0);
    pack(second, items + 1);
    grow();
    long targetFirst = packed[items];
    long targetSecond = packed[2 * items + 1];
    if (items % 2 == 0) {
      join(0, targetFirst, 2 * entries, targetSecond);
      subsets[first] = found[1];
      subsets[second] = found[3];
    } else {
      join(0, targetFirst, 0, targetFirst - packed[items - 1]);
      subsets[first] = better();
      join(2 * entries, targetSecond, 2 * entries, targetSecond - packed[2 * items]);
      subsets[second] = better();
    }
  }

  /** Of the walks without and with the last item, the nearer; of equals the one without. */
  private long better() {
    return found[0] <= found[2] ? found[1] : found[3] | (1L << (items - 1));
  }

  /** Writes items and target of a problem in fixed point, with room for the subset below. */
  private void pack(int problem, int offset) {
    double scale = Math.abs(batch.target(problem));
    for (int t = 0; t < items; t++) {
      scale += Math.abs(batch.item(problem, t));
    }
    // A power of two, so that scaling loses nothing; below 2^-961 there is no such double.
    int shift = SUM_BITS - half - 1 - Math.getExponent(scale);
    double factor = Math.scalb(1.0, Math.min(shift, Double.MAX_EXPONENT));
    for (int t = 0; t < items; t++) {
      packed[offset + t] = fixed(batch.item(problem, t) * factor);
    }
    packed[offset + items] = fixed(batch.target(problem) * factor);
  }

  private long fixed(double scaled) {
    return (long) Math.rint(scaled) << half;
  }

  private void grow() {
    for (int r = 1; r <= 4; r++) {
      table[r * entries - 1] = 0;
    }
    for (int level = 0; level < half; level++) {
      merge(level);
    }
  }

  /**
   * Doubles four tables of {@code m} entries that end where their quarter ends: the lower half of
   * the new one is written below the old one, which its mirror image then replaces.
   */
  private void merge(int level) {
    long[] w = table;
    int quarter = entries;
    int m = 1 << level;
    long d0 = packed[level] + m;
    long d1 = packed[half + level] + m;
    long d2 = packed[items + 1 + level] + m;
    long d3 = packed[items + 1 + half + level] + m;
    int x0 = quarter - m;
    int x1 = x0 + quarter;
    int x2 = x1 + quarter;
    int x3 = x2 + quarter;
    int y0 = 2 * x0; // x + y - k, which stays
    int y1 = 2 * x1;
    int y2 = 2 * x2;
    int y3 = 2 * x3;
    int out = x0 - m;
    for (int k = 0; k < m; k++) {
      x0 = step(w, x0, y0 + k - x0, d0, out + k);
      x1 = step(w, x1, y1 + k - x1, d1, out + quarter + k);
      x2 = step(w, x2, y2 + k - x2, d2, out + 2 * quarter + k);
      x3 = step(w, x3, y3 + k - x3, d3, out + 3 * quarter + k);
    }
    mirror(w, quarter, m, d0);
    mirror(w, 2 * quarter, m, d1);
    mirror(w, 3 * quarter, m, d2);
    mirror(w, 4 * quarter, m, d3);
  }

  /** Takes the smaller of w[x] and w[y] + d to w[out]; returns the next x. */
  private static int step(long[] w, int x, int y, long d, int out) {
    long b = w[y] + d;
    long difference = w[x] - b;
    long less = difference >> 63; // -1 if w[x] is smaller, else 0
    w[out] = b + (difference & less);
    return x - (int) less;
  }

  private static void mirror(long[] w, int end, int m, long d) {
    long total = w[end - m] + w[end - 1] + d; // of all items: smallest, largest entry and new item
    for (int k = 0; k < m; k++) {
      w[end - 1 - k] = total - w[end - 2 * m + k];
    }
  }

  /** Walks two pairs of tables, each from both corners at once, and leaves the best in found. */
  private void join(int a0, long target0, int a1, long target1) {
    long[] w = table;
    int m = entries;
    found[0] = Long.MAX_VALUE;
    found[2] = Long.MAX_VALUE;
    long best0 = Long.MAX_VALUE;
    long best1 = Long.MAX_VALUE;
    int up0 = a0;
    int up1 = a1;
    int down0 = a0 + m - 1;
    int down1 = a1 + m - 1;
    for (int k = 0; k < m; k++) {
      int up = 2 * m - 1 - k; // the entry of B stands this far behind that of A
      int down = k + 1;
      long s0 = w[up0] + w[up0 + up] - target0;
      long s1 = w[up1] + w[up1 + up] - target1;
      long s2 = w[down0] + w[down0 + down] - target0;
      long s3 = w[down1] + w[down1 + down] - target1;
      // Each true about log m times, so that the processor guesses it.
      if (distance(s0) < best0) {
        best0 = note(0, s0, up0, up0 + up);
      }
      if (distance(s1) < best1) {
        best1 = note(2, s1, up1, up1 + up);
      }
      if (distance(s2) < best0) {
        best0 = note(0, s2, down0, down0 + down);
      }
      if (distance(s3) < best1) {
        best1 = note(2, s3, down1, down1 + down);
      }
      up0 -= (int) (s0 >> 63);
      up1 -= (int) (s1 >> 63);
      down0 += ~(int) (s2 >> 63);
      down1 += ~(int) (s3 >> 63);
    }
  }

  /** The absolute value, less one if negative: below the resolution. */
  private static long distance(long difference) {
    return difference ^ (difference >> 63);
  }

  /** Keeps a pair that is nearer than all before; returns its distance. */
  private long note(int slot, long difference, int a, int b) {
    long low = entries - 1L;
    found[slot] = distance(difference);
    found[slot + 1] = (table[a] & low) | ((table[b] & low) << half);
    return found[slot];
  }
}
