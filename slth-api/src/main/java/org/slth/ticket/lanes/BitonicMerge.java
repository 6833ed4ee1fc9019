package org.slth.ticket.lanes;

/** Sorts rows that rise and then fall, lane by lane. */
final class BitonicMerge {

  private BitonicMerge() {}

  /**
   * Sorts {@code count} rows, a power of two, from {@code from} on: compares those half the count
   * apart, then does the same to either half; two such levels at a time, and a quarter to its end
   * before the next, so that what fits a cache stays there.
   */
  static void sort(int[][] rows, int from, int count) {
    if (count == 2) {
      Rows.pair(rows[from], rows[from + 1]);
    } else if (count >= 4) {
      int q = count / 4;
      for (int i = from; i < from + q; i++) {
        Rows.quad(rows[i], rows[i + q], rows[i + 2 * q], rows[i + 3 * q]);
      }
      for (int part = from; part < from + count; part += q) {
        sort(rows, part, q);
      }
    }
  }
}
