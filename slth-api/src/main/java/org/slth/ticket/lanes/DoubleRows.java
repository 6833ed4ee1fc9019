package org.slth.ticket.lanes;

/** Steps on rows of a block in {@code double}, lane by lane, as in {@link Rows}. */
final class DoubleRows {

  private DoubleRows() {}

  /** Adds x to the sum, and its absolute value to the total. */
  static void add(double[] x, double[] total, double[] sum) {
    for (int k = 0; k < sum.length; k++) {
      total[k] += Math.abs(x[k]);
      sum[k] += x[k];
    }
  }

  /** Rounds scaled absolute values, and adds them up, and by how much they change. */
  static void round(
      double[] x, double[] scale, double[] rounded, double[] sum, double[] roundings) {
    for (int k = 0; k < rounded.length; k++) {
      double scaled = Math.abs(x[k]) * scale[k];
      double whole = Math.floor(scaled + 0.5);
      rounded[k] = whole;
      sum[k] += whole;
      roundings[k] += Math.abs(whole - scaled);
    }
  }

  /** Writes whole numbers, doubled. */
  static void convert(double[] whole, int[] items) {
    for (int k = 0; k < items.length; k++) {
      items[k] = 2 * (int) whole[k];
    }
  }

  /** Adds x where the subset has the item. */
  static void keep(double[] x, int[] subsets, int item, double[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += x[k] * ((subsets[k] >>> item) & 1);
    }
  }
}
