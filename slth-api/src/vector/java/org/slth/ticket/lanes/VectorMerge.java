package org.slth.ticket.lanes;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The levels of a bitonic merge, two or three at a time in registers. */
final class VectorMerge {

  private static final VectorSpecies<Integer> SPECIES = VectorSearch.SPECIES;
  private static final int LANES = VectorSearch.LANES;

  /** Rows that fit the first cache. */
  static final int NEAR = 1 << 12;

  private VectorMerge() {}

  /**
   * Takes the first levels on runs of {@code run} numbers, each of which rises and then falls,
   * where they do not fit the first cache; returns the size of the runs that are left.
   */
  static int far(int[] x, int from, int size, int run) {
    int rest = run;
    while (rest > NEAR) {
      octets(x, from, size, rest / 8);
      rest /= 8;
    }
    return rest;
  }

  /**
   * Takes the next levels on runs of {@code run} numbers.
   *
   * @param last size of the runs that are left, a power of two of rows
   */
  static void near(int[] x, int from, int size, int run, int last) {
    int rest = run;
    while (rest > last) {
      int levels = Integer.numberOfTrailingZeros(rest / last);
      if (levels == 1) {
        pairs(x, from, size, rest / 2);
        rest /= 2;
      } else if (levels == 2 || levels == 4) {
        quads(x, from, size, rest / 4);
        rest /= 4;
      } else {
        octets(x, from, size, rest / 8);
        rest /= 8;
      }
    }
  }

  /** Sorts runs of {@code run} numbers. */
  static void sort(int[] x, int from, int size, int run) {
    int rest = far(x, from, size, run);
    int step = Math.min(size, NEAR);
    for (int part = from; part < from + size; part += step) {
      near(x, part, step, rest, LANES);
    }
  }

  private static void pairs(int[] x, int from, int size, int d) {
    for (int k = 0; k < size / 2; k += LANES) {
      int i = from + k + (k & -d);
      IntVector a = IntVector.fromArray(SPECIES, x, i);
      IntVector b = IntVector.fromArray(SPECIES, x, i + d);
      a.min(b).intoArray(x, i);
      a.max(b).intoArray(x, i + d);
    }
  }

  private static void quads(int[] x, int from, int size, int d) {
    for (int k = 0; k < size / 4; k += LANES) {
      int i = from + k + 3 * (k & -d);
      IntVector a = IntVector.fromArray(SPECIES, x, i);
      IntVector b = IntVector.fromArray(SPECIES, x, i + d);
      IntVector c = IntVector.fromArray(SPECIES, x, i + 2 * d);
      IntVector e = IntVector.fromArray(SPECIES, x, i + 3 * d);
      IntVector a1 = a.min(c);
      IntVector b1 = b.min(e);
      IntVector c1 = a.max(c);
      IntVector e1 = b.max(e);
      a1.min(b1).intoArray(x, i);
      a1.max(b1).intoArray(x, i + d);
      c1.min(e1).intoArray(x, i + 2 * d);
      c1.max(e1).intoArray(x, i + 3 * d);
    }
  }

  // So long that the compiler does not take it into its caller: there it runs out of patience, and
  // keeps vectors as objects.
  private static void octets(int[] x, int from, int size, int d) {
    for (int k = 0; k < size / 8; k += LANES) {
      int i = from + k + 7 * (k & -d);
      int j = i + 4 * d;
      IntVector a = IntVector.fromArray(SPECIES, x, i);
      IntVector b = IntVector.fromArray(SPECIES, x, i + d);
      IntVector c = IntVector.fromArray(SPECIES, x, i + 2 * d);
      IntVector e = IntVector.fromArray(SPECIES, x, i + 3 * d);
      IntVector f = IntVector.fromArray(SPECIES, x, j);
      IntVector g = IntVector.fromArray(SPECIES, x, j + d);
      IntVector h = IntVector.fromArray(SPECIES, x, j + 2 * d);
      IntVector l = IntVector.fromArray(SPECIES, x, j + 3 * d);
      IntVector a1 = a.min(f);
      IntVector b1 = b.min(g);
      IntVector c1 = c.min(h);
      IntVector e1 = e.min(l);
      IntVector a2 = a1.min(c1);
      IntVector b2 = b1.min(e1);
      IntVector c2 = a1.max(c1);
      IntVector e2 = b1.max(e1);
      a2.min(b2).intoArray(x, i);
      a2.max(b2).intoArray(x, i + d);
      c2.min(e2).intoArray(x, i + 2 * d);
      c2.max(e2).intoArray(x, i + 3 * d);
      IntVector f1 = a.max(f);
      IntVector g1 = b.max(g);
      IntVector h1 = c.max(h);
      IntVector l1 = e.max(l);
      IntVector f2 = f1.min(h1);
      IntVector g2 = g1.min(l1);
      IntVector h2 = f1.max(h1);
      IntVector l2 = g1.max(l1);
      f2.min(g2).intoArray(x, j);
      f2.max(g2).intoArray(x, j + d);
      h2.min(l2).intoArray(x, j + 2 * d);
      h2.max(l2).intoArray(x, j + 3 * d);
    }
  }
}
