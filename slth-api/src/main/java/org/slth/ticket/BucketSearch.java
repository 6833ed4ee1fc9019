package org.slth.ticket;

/**
 * Looks for any subset within the tolerance among those of the first items of a problem, see {@link
 * FirstWithinSolver}. One object serves one call: it holds the scratch, and is not thread-safe.
 */
final class BucketSearch {

  private static final int LOW_ITEMS = 5;
  private static final int HIGH_ITEMS = 9;
  private static final int BUCKETS = 1024;

  /** Tolerances in the range of all sums up to which a bucket soon has what is looked for. */
  private static final double COARSE = 0x1p12;

  /** And up to which the optimum among so many of the first items is likely to be within. */
  private static final double FINE = 0x1p15;

  private static final double FINER = 0x1p17;
  static final int FEW = LOW_ITEMS + HIGH_ITEMS;
  static final int MORE = 16;

  private final SubsetSumBatch batch;
  private final int lowItems;
  private final int highItems;
  private final double[] low; // sums of the first items
  private final double[] high; // sums of the next
  private final long[] buckets = new long[BUCKETS]; // (problem + 1) << LOW_ITEMS | low subset
  private final double perWidth;
  private long subset;

  BucketSearch(SubsetSumBatch batch) {
    this.batch = batch;
    this.lowItems = Math.min(LOW_ITEMS, batch.items());
    this.highItems = Math.min(HIGH_ITEMS, batch.items() - lowItems);
    this.low = new double[1 << lowItems];
    this.high = new double[1 << highItems];
    // Two sums closer than the tolerance share a bucket of twice its width in three cases of four.
    this.perWidth = 0.5 / batch.tolerance();
  }

  /** Returns the answer to the problem for which find returned 0. */
  long subset() {
    return subset;
  }

  /**
   * Returns 0 if there is an answer, or the optimum is beyond doubt, else how many of the first
   * items to choose from next.
   */
  int find(int problem) {
    if (amongLow(problem)) {
      return 0;
    }
    double sum = 0;
    double total = 0;
    for (int t = 0; t < batch.items(); t++) {
      double x = batch.item(problem, t);
      sum += x;
      total += Math.abs(x);
    }
    double highest = (total + sum) / 2;
    double lowest = (sum - total) / 2;
    double target = batch.target(problem);
    if (target >= highest || target <= lowest) {
      subset = allOfSign(problem, target >= highest ? 1 : -1);
      return 0;
    }
    double tolerances = total / batch.tolerance();
    if (tolerances <= COARSE) {
      return amongBoth(problem) ? 0 : MORE;
    }
    return tolerances <= FINE ? FEW : tolerances <= FINER ? MORE : Integer.MAX_VALUE;
  }

  /**
   * Doubles the table of sums item by item. Each is added in the order of the items, so that it is
   * the sum that a caller will see.
   */
  private boolean amongLow(int problem) {
    double target = batch.target(problem);
    double tolerance = batch.tolerance();
    subset = 0;
    if (Math.abs(target) <= tolerance) {
      return true;
    }
    for (int t = 0, m = 1; t < lowItems; t++, m += m) {
      double x = batch.item(problem, t);
      for (int k = 0; k < m; k++) {
        double sum = low[k] + x;
        low[m + k] = sum;
        if (Math.abs(sum - target) <= tolerance) {
          subset = (long) m + k;
          return true;
        }
      }
    }
    return false;
  }

  private long allOfSign(int problem, int sign) {
    long kept = 0;
    for (int t = 0; t < batch.items(); t++) {
      if (batch.item(problem, t) * sign > 0) {
        kept |= 1L << t;
      }
    }
    return kept;
  }

  private boolean amongBoth(int problem) {
    long stamp = (problem + 1L) << LOW_ITEMS;
    for (int k = 0; k < low.length; k++) {
      buckets[bucket(low[k])] = stamp + k;
    }
    double target = batch.target(problem);
    for (int t = 0, m = 1; t < highItems; t++, m += m) {
      double x = batch.item(problem, lowItems + t);
      for (int k = 0; k < m; k++) {
        double sum = high[k] + x;
        high[m + k] = sum;
        long entry = buckets[bucket(target - sum)] - stamp;
        if (entry >= 0 && isWithin(problem, (int) entry, m + k, t)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Adds the next items, of which {@code last} is the last, in their order, which counts. */
  private boolean isWithin(int problem, int lowSubset, int highSubset, int last) {
    double sum = low[lowSubset];
    for (int t = 0; t <= last; t++) {
      sum += batch.item(problem, lowItems + t) * ((highSubset >> t) & 1);
    }
    subset = lowSubset + ((long) highSubset << lowItems);
    return Math.abs(sum - batch.target(problem)) <= batch.tolerance();
  }

  private int bucket(double sum) {
    return (int) (sum * perWidth) & (BUCKETS - 1);
  }
}
