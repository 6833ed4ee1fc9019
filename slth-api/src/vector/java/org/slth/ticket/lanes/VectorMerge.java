package org.slth.ticket.lanes;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The levels of a bitonic merge, two or three at a time in registers. */
final class VectorMerge {

  private static final VectorSpecies<Integer> SPECIES = VectorSearch.SPECIES;
  private static final int LANES = VectorSearch.LANES;

  /** Rows that fit the first cache. */
  private static final int NEAR = 1 << 12;

  private VectorMerge() {}

  /** Sorts {@code size} numbers, a power of two of rows, which rise and then fall. */
  static void sort(int[] x, int from, int size) {
    int rest = size; // of what is left to sort apart
    while (rest > NEAR) {
      octets(x, from, size, rest / 8);
      rest /= 8;
    }
    int step = Math.max(rest, Math.min(size, NEAR));
    for (int part = from; part < from + size; part += step) {
      near(x, part, step, rest);
    }
  }

  private static void near(int[] x, int from, int size, int sorted) {
    int rest = sorted;
    while (rest > LANES) {
      int levels = Integer.numberOfTrailingZeros(rest / LANES);
      if (levels == 1) {
        pairs(x, from, size);
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

  private static IntVector load(int[] array, int at) {
    return IntVector.fromArray(SPECIES, array, at);
  }

  private static void pairs(int[] x, int from, int size) {
    for (int i = from; i < from + size; i += 2 * LANES) {
      IntVector a = load(x, i);
      IntVector b = load(x, i + LANES);
      a.min(b).intoArray(x, i);
      a.max(b).intoArray(x, i + LANES);
    }
  }

  private static void quads(int[] x, int from, int size, int d) {
    for (int k = 0; k < size / 4; k += LANES) {
      int i = from + k + 3 * (k & -d);
      IntVector a = load(x, i);
      IntVector b = load(x, i + d);
      IntVector c = load(x, i + 2 * d);
      IntVector e = load(x, i + 3 * d);
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

  private static void octets(int[] x, int from, int size, int d) {
    for (int k = 0; k < size / 8; k += LANES) {
      int i = from + k + 7 * (k & -d);
      int j = i + 4 * d;
      IntVector a = load(x, i);
      IntVector b = load(x, i + d);
      IntVector c = load(x, i + 2 * d);
      IntVector e = load(x, i + 3 * d);
      IntVector f = load(x, j);
      IntVector g = load(x, j + d);
      IntVector h = load(x, j + 2 * d);
      IntVector l = load(x, j + 3 * d);
      store(x, i, d, a.min(f), b.min(g), c.min(h), e.min(l));
      store(x, j, d, a.max(f), b.max(g), c.max(h), e.max(l));
    }
  }

  /** The two lower levels, of four rows. */
  private static void store(
      int[] x, int i, int d, IntVector a, IntVector b, IntVector c, IntVector e) {
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
