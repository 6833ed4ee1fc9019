package org.slth.ticket.lanes;

import java.util.Arrays;

/**
 * The pair of sums, one of either half, that comes nearest to a target, and how much nearer it is
 * than the next.
 *
 * <p>The sums of the first half, <i>a</i>, and what those of the second leave, <i>c</i> = target −
 * <i>b</i>, are merged: the nearest <i>a</i> and <i>c</i> follow each other. Marks of <i>a</i> are
 * even and those of <i>c</i> odd, so that the lowest bit of their distance tells whether they are
 * of two kinds. The first level of the merge compares <i>a</i> from below with <i>c</i> from above,
 * which needs no turning round, as both come in mirrored halves. The smaller ones are sorted and
 * looked through before the larger.
 */
final class Nearest {

  private final HalfTable a;
  private final HalfTable b;
  private final int[][] rows;
  private final int[][] p = new int[2][];
  private final int[][] q = new int[2][];
  private int[] last;
  final int[] best;
  final int[] second;
  final int[] place;

  /** Prepares. */
  Nearest(HalfTable a, HalfTable b) {
    int width = a.total().length;
    this.a = a;
    this.b = b;
    this.rows = new int[2 * a.lower().length][width];
    for (int side = 0; side < 2; side++) {
      p[side] = new int[width];
      q[side] = new int[width];
    }
    this.last = new int[width];
    this.best = new int[width];
    this.second = new int[width];
    this.place = new int[width];
  }

  /** Forgets what was found. */
  void clear() {
    Arrays.fill(best, Integer.MAX_VALUE);
    Arrays.fill(second, Integer.MAX_VALUE);
    Arrays.fill(place, 0);
  }

  /** Looks for a target; what was found for others before stays unless this is nearer. */
  void search(int[] target) {
    for (int k = 0; k < target.length; k++) {
      p[0][k] = LaneSearch.GUARD;
      q[0][k] = LaneSearch.GUARD + target[k] + 1; // -y is ~y + 1
      p[1][k] = LaneSearch.GUARD + a.total()[k] + 1;
      q[1][k] = LaneSearch.GUARD + target[k] - b.total()[k];
    }
    merge(false);
    walk(1);
    int[] smallest = last; // of the smaller ones the largest: out of the way of the larger
    last = rows[rows.length - 1];
    rows[rows.length - 1] = smallest;
    merge(true);
    Rows.note(last, rows[0], best, second, place);
    walk(1);
  }

  private void merge(boolean larger) {
    int[][] x = a.lower();
    int[][] y = b.lower();
    for (int i = 0; i < x.length; i++) {
      Rows.marks(x[i], y[i], p[0], q[0], 0, larger, rows[i]);
      Rows.marks(x[i], y[i], p[1], q[1], -1, larger, rows[rows.length - 1 - i]);
    }
    BitonicMerge.sort(rows, 0, rows.length);
  }

  private void walk(int from) {
    for (int i = from; i < rows.length; i++) {
      Rows.note(rows[i - 1], rows[i], best, second, place);
    }
  }
}
