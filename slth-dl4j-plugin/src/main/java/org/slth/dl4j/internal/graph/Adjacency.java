package org.slth.dl4j.internal.graph;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.rows.RowKernels;

/**
 * The arcs of a mini-batch, sorted: for each target its sources in ascending order, and for each
 * source its targets. Equal arcs stand as often as they are listed; the order of the list is lost.
 *
 * <p>Sorting costs of order arcs + nodes; for the 10,556 arcs of the citation graph Cora 0.3 ms.
 */
public final class Adjacency {

  private final int[] start; // arcs of target i are start[i] to start[i + 1] - 1
  private final int[] source;
  private final int[] backStart;
  private final int[] target;

  private Adjacency(int[] start, int[] source, int[] backStart, int[] target) {
    this.start = start;
    this.source = source;
    this.backStart = backStart;
    this.target = target;
  }

  /**
   * Sorts a list of arcs.
   *
   * @param arcs {@code [arcs, 2]}, rows (target, source); rows (-1, -1) are ignored
   * @param targets how many targets there are
   * @param sources how many sources there are
   * @throws IllegalArgumentException if a row names neither a target and a source nor (-1, -1)
   */
  public static Adjacency of(INDArray arcs, long targets, long sources) {
    RowKernels list = RowKernels.of(arcs);
    int[] to = new int[list.rows()];
    int[] from = new int[list.rows()];
    int count = 0;
    for (int r = 0; r < list.rows(); r++) {
      if (isArc(list, r, targets, sources)) {
        to[count] = (int) list.get(r, 0);
        from[count++] = (int) list.get(r, 1);
      }
    }
    return sorted(to, from, count, (int) targets, (int) sources);
  }

  /** Checks a list of arcs as {@link #of} does. */
  public static void require(INDArray arcs, long targets, long sources) {
    RowKernels list = RowKernels.of(arcs);
    for (int r = 0; r < list.rows(); r++) {
      isArc(list, r, targets, sources);
    }
  }

  private static boolean isArc(RowKernels list, int row, long targets, long sources) {
    double i = list.get(row, 0);
    double j = list.get(row, 1);
    if (isIndex(i, targets) && isIndex(j, sources)) {
      return true;
    }
    if (i == -1 && j == -1) {
      return false;
    }
    throw new IllegalArgumentException(
        "expected rows of two whole numbers below %d and %d, or (-1, -1), got (%s, %s) in row %d"
            .formatted(targets, sources, i, j, row));
  }

  private static boolean isIndex(double number, long end) {
    return number >= 0 && number < end && number == Math.rint(number);
  }

  /** Two stable counting sorts by one end, then by the other, leave both ends in order. */
  private static Adjacency sorted(int[] to, int[] from, int arcs, int targets, int sources) {
    int[] start = starts(to, arcs, targets);
    int[] backStart = starts(from, arcs, sources);
    int[] source = new int[arcs];
    int[] target = new int[arcs];
    int[] next = start.clone();
    for (int a = 0; a < arcs; a++) {
      source[next[to[a]]++] = from[a];
    }
    transpose(start, source, backStart, target);
    transpose(backStart, target, start, source);
    return new Adjacency(start, source, backStart, target);
  }

  private static int[] starts(int[] key, int count, int keys) {
    int[] start = new int[keys + 1];
    for (int a = 0; a < count; a++) {
      start[key[a] + 1]++;
    }
    for (int k = 0; k < keys; k++) {
      start[k + 1] += start[k];
    }
    return start;
  }

  private static void transpose(int[] start, int[] end, int[] backStart, int[] backEnd) {
    int[] next = backStart.clone();
    for (int i = 0; i + 1 < start.length; i++) {
      for (int a = start[i]; a < start[i + 1]; a++) {
        backEnd[next[end[a]]++] = i;
      }
    }
  }

  /** Returns the number of targets. */
  public int targets() {
    return start.length - 1;
  }

  /** Returns the number of sources. */
  public int sources() {
    return backStart.length - 1;
  }

  /** Returns how many arcs lead to a target. */
  public int degree(int i) {
    return start[i + 1] - start[i];
  }

  /** Returns the first arc of a target; its last is before the first of the next target. */
  int first(int i) {
    return start[i];
  }

  /** Returns the source of an arc. */
  int source(int arc) {
    return source[arc];
  }

  /** Returns the first arc of a source, in the order of sources. */
  int firstBack(int j) {
    return backStart[j];
  }

  /** Returns the target of an arc, in the order of sources. */
  int target(int arc) {
    return target[arc];
  }
}
