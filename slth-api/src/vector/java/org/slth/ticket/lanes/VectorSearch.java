package org.slth.ticket.lanes;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** One lane of one register for each problem: rows follow each other in one array. */
final class VectorSearch implements LaneSearch {

  static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private final int[][] items;
  private final int half;
  private final int[][] lower = new int[2][];
  private final int[] rows;
  private final int[] first; // sums of half of a half
  private final int[] other;
  private final int[] best = new int[LANES];
  private final int[] second = new int[LANES];
  private final int[] place = new int[LANES];
  private final int[][] total = new int[2][LANES];

  VectorSearch(int[][] items, int half) {
    this.items = items;
    this.half = half;
    this.lower[0] = new int[LANES << (half - 1)];
    this.lower[1] = new int[LANES << (half - 1)];
    this.rows = new int[(2 * LANES) << half];
    this.first = new int[LANES << (half / 2)];
    this.other = new int[LANES << (half - half / 2)];
  }

  /** The halves in turn, level by level: one goes on while the other waits for what it stored. */
  @Override
  public void grow() {
    for (int side = 0; side < 2; side++) {
      Arrays.fill(lower[side], 0, LANES, 0);
      System.arraycopy(items[side * half], 0, total[side], 0, LANES);
    }
    for (int level = 1; level < half; level++) {
      int size = LANES << (level - 1);
      fold(lower[0], size, total[0], items[level]);
      fold(lower[1], size, total[1], items[half + level]);
      VectorMerge.sort(lower[0], 0, 2 * size);
      VectorMerge.sort(lower[1], 0, 2 * size);
    }
  }

  /** Appends the upper half of a table, brought down by one more item, and adds that. */
  private static void fold(int[] x, int size, int[] total, int[] item) {
    IntVector sum = IntVector.fromArray(SPECIES, total, 0);
    IntVector more = IntVector.fromArray(SPECIES, item, 0);
    for (int i = 0; i < size; i += LANES) {
      IntVector v = IntVector.fromArray(SPECIES, x, i);
      sum.sub(v).min(v.add(more)).intoArray(x, 2 * size - LANES - i);
    }
    sum.add(more).intoArray(total, 0);
  }

  @Override
  public void clear() {
    Arrays.fill(best, Integer.MAX_VALUE);
    Arrays.fill(second, Integer.MAX_VALUE);
    Arrays.fill(place, 0);
  }

  @Override
  public void nearest(int[] target) {
    marks(target);
    VectorMerge.sort(rows, 0, rows.length / 2);
    VectorMerge.sort(rows, rows.length / 2, rows.length / 2);
    walk();
  }

  private void marks(int[] target) {
    IntVector guard = IntVector.broadcast(SPECIES, GUARD);
    IntVector end = guard.add(IntVector.fromArray(SPECIES, total[0], 0));
    IntVector high = guard.add(IntVector.fromArray(SPECIES, target, 0));
    IntVector low = high.sub(IntVector.fromArray(SPECIES, total[1], 0));
    int top = rows.length / 2;
    for (int i = 0; i < lower[0].length; i += LANES) {
      IntVector x = IntVector.fromArray(SPECIES, lower[0], i);
      IntVector y = IntVector.fromArray(SPECIES, lower[1], i);
      IntVector a = guard.add(x);
      IntVector c = high.sub(y).max(1);
      a.min(c).intoArray(rows, i);
      a.max(c).intoArray(rows, top + i);
      a = end.sub(x);
      c = low.add(y).max(1);
      a.min(c).intoArray(rows, top - LANES - i);
      a.max(c).intoArray(rows, 2 * top - LANES - i);
    }
  }

  /** A distance turned right by a bit is below zero where it is odd, and in order of the keys. */
  private void walk() {
    IntVector turn = IntVector.broadcast(SPECIES, Integer.MIN_VALUE);
    IntVector least = IntVector.fromArray(SPECIES, best, 0).lanewise(VectorOperators.XOR, turn);
    IntVector next = IntVector.fromArray(SPECIES, second, 0).lanewise(VectorOperators.XOR, turn);
    IntVector where = IntVector.fromArray(SPECIES, place, 0);
    IntVector mark = IntVector.fromArray(SPECIES, rows, 0);
    for (int i = LANES; i < rows.length; i += LANES) {
      IntVector after = IntVector.fromArray(SPECIES, rows, i);
      IntVector key = after.sub(mark).lanewise(VectorOperators.ROR, 1);
      where = where.blend(mark, key.lt(least));
      next = next.min(key.max(least));
      least = least.min(key);
      mark = after;
    }
    least.lanewise(VectorOperators.XOR, turn).intoArray(best, 0);
    next.lanewise(VectorOperators.XOR, turn).intoArray(second, 0);
    where.intoArray(place, 0);
  }

  @Override
  public int[] best() {
    return best;
  }

  @Override
  public int[] second() {
    return second;
  }

  @Override
  public int[] place() {
    return place;
  }

  @Override
  public void find(int side, int[] sum, int[] width, int[] hits) {
    list(first, side * half);
    list(other, side * half + half / 2);
    IntVector most = IntVector.fromArray(SPECIES, width, 0);
    IntVector wanted =
        most.lanewise(VectorOperators.LSHR, 1).sub(IntVector.fromArray(SPECIES, sum, 0));
    IntVector found = IntVector.zero(SPECIES);
    for (int j = 0, code = 1 << 16; j < other.length; j += LANES) {
      IntVector gap = wanted.add(IntVector.fromArray(SPECIES, other, j));
      for (int i = 0; i < first.length; i += LANES) {
        IntVector z = IntVector.fromArray(SPECIES, first, i).add(gap);
        IntVector outside = z.or(most.sub(z)).lanewise(VectorOperators.ASHR, 31);
        found = found.add(outside.not().and(code++));
      }
    }
    found.intoArray(hits, 0);
  }

  private void list(int[] sums, int from) {
    Arrays.fill(sums, 0, LANES, 0);
    for (int t = 0, m = LANES; m < sums.length; t++, m += m) {
      IntVector item = IntVector.fromArray(SPECIES, items[from + t], 0);
      for (int i = 0; i < m; i += LANES) {
        IntVector.fromArray(SPECIES, sums, i).add(item).intoArray(sums, m + i);
      }
    }
  }
}
