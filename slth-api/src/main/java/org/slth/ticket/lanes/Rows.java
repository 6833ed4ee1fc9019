package org.slth.ticket.lanes;

/**
 * The steps of a search on rows, different arrays of one length, lane by lane: loops that HotSpot's
 * compiler turns into vector instructions, on JDK 17 as well as on 25: every array at the same
 * index, no branch, at most five arrays.
 */
final class Rows {

  /**
   * Before JDK 20 a minimum keeps a loop from being vectorised; the sign of a difference does not.
   */
  private static final boolean MINIMUM = Runtime.version().feature() >= 20;

  private Rows() {}

  private static int min(int a, int b) {
    int less = a - b;
    return MINIMUM ? Math.min(a, b) : b + (less & (less >> 31));
  }

  private static int max(int a, int b) {
    int less = a - b;
    return MINIMUM ? Math.max(a, b) : a - (less & (less >> 31));
  }

  /** Writes x + y to the sum, which may be x or y. */
  static void add(int[] x, int[] y, int[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] = x[k] + y[k];
    }
  }

  /** Writes min(total - x, x + item) to {@code out}: the upper half of a table, brought down. */
  static void fold(int[] x, int[] total, int[] item, int[] out) {
    for (int k = 0; k < x.length; k++) {
      int v = x[k];
      out[k] = min(total[k] - v, v + item[k]);
    }
  }

  /** Sorts two rows. */
  static void pair(int[] x, int[] y) {
    for (int k = 0; k < x.length; k++) {
      int a = x[k];
      int b = y[k];
      x[k] = min(a, b);
      y[k] = max(a, b);
    }
  }

  /** Sorts (x, z), (y, w), then (x, y), (z, w): two levels of a bitonic merge. */
  static void quad(int[] x, int[] y, int[] z, int[] w) {
    for (int k = 0; k < x.length; k++) {
      int a = x[k];
      int b = y[k];
      int c = z[k];
      int d = w[k];
      int e = min(a, c);
      int f = min(b, d);
      int g = max(a, c);
      int h = max(b, d);
      x[k] = min(e, f);
      y[k] = max(e, f);
      z[k] = min(g, h);
      w[k] = max(g, h);
    }
  }

  /**
   * Writes the smaller, or the larger, of p + (x ^ flip) and max(q + (y ^ ~flip), 1).
   *
   * @param flip 0, so that x is added and y taken off, or -1 for the reverse; one more for what is
   *     taken off is in p or q
   */
  static void marks(int[] x, int[] y, int[] p, int[] q, int flip, boolean larger, int[] out) {
    if (larger) {
      for (int k = 0; k < out.length; k++) {
        out[k] = max(p[k] + (x[k] ^ flip), max(q[k] + (y[k] ^ ~flip), 1));
      }
    } else {
      for (int k = 0; k < out.length; k++) {
        out[k] = min(p[k] + (x[k] ^ flip), max(q[k] + (y[k] ^ ~flip), 1));
      }
    }
  }

  /**
   * Notes the key of two marks that follow each other: half their distance, rounded down, and 2^30
   * more if it is even, so that both are of one half.
   */
  static void note(int[] last, int[] next, int[] best, int[] second, int[] place) {
    for (int k = 0; k < last.length; k++) {
      int mark = last[k];
      int distance = next[k] - mark;
      int key = (distance >>> 1) | ((~distance & 1) << 30);
      int least = best[k];
      int where = place[k];
      int nearer = (key - least) >> 31;
      place[k] = where + ((mark - where) & nearer);
      second[k] = min(second[k], max(key, least));
      best[k] = min(key, least);
    }
  }

  /** Adds code + i to a lane of {@code hits} wherever 0 <= sums[i] + gap <= width. */
  static void match(int[][] sums, int[] gap, int[] width, int code, int[] hits) {
    for (int i = 0; i < sums.length; i++) {
      match(sums[i], gap, width, code + i, hits);
    }
  }

  private static void match(int[] sum, int[] gap, int[] width, int code, int[] hits) {
    for (int k = 0; k < sum.length; k++) {
      int z = sum[k] + gap[k];
      hits[k] += code & ~((z | (width[k] - z)) >> 31);
    }
  }
}
