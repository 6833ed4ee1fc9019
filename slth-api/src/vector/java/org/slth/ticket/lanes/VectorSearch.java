package org.slth.ticket.lanes;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
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
  private final int[] first;
  private final int[] best = new int[LANES];
  private final int[] second = new int[LANES];
  private final int[] place = new int[LANES];
  private final IntVector[] total = new IntVector[2];

  VectorSearch(int[][] items, int half) {
    this.items = items;
    this.half = half;
    this.lower[0] = new int[LANES << (half - 1)];
    this.lower[1] = new int[LANES << (half - 1)];
    this.rows = new int[(2 * LANES) << half];
    this.first = new int[LANES << (half / 2)];
  }

  private static IntVector load(int[] array, int at) {
    return IntVector.fromArray(SPECIES, array, at);
  }

  @Override
  public void grow() {
    for (int side = 0; side < 2; side++) {
      int[] x = lower[side];
      Arrays.fill(x, 0, LANES, 0);
      IntVector sum = load(items[side * half], 0);
      for (int level = 1; level < half; level++) {
        IntVector item = load(items[side * half + level], 0);
        int size = LANES << (level - 1);
        fold(x, size, sum, item);
        VectorMerge.sort(x, 0, 2 * size);
        sum = sum.add(item);
      }
      total[side] = sum;
    }
  }

  private static void fold(int[] x, int size, IntVector total, IntVector item) {
    for (int i = 0; i < size; i += LANES) {
      IntVector v = load(x, i);
      total.sub(v).min(v.add(item)).intoArray(x, 2 * size - LANES - i);
    }
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
    IntVector end = guard.add(total[0]);
    IntVector high = guard.add(load(target, 0));
    IntVector low = high.sub(total[1]);
    int top = rows.length / 2;
    for (int i = 0; i < lower[0].length; i += LANES) {
      IntVector x = load(lower[0], i);
      IntVector y = load(lower[1], i);
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

  private void walk() {
    IntVector least = load(best, 0);
    IntVector next = load(second, 0);
    IntVector where = load(place, 0);
    IntVector mark = load(rows, 0);
    for (int i = LANES; i < rows.length; i += LANES) {
      IntVector after = load(rows, i);
      IntVector distance = after.sub(mark);
      IntVector even = distance.not().and(1).lanewise(VectorOperators.LSHL, 30);
      IntVector key = distance.lanewise(VectorOperators.LSHR, 1).or(even);
      VectorMask<Integer> nearer = key.lt(least);
      where = where.blend(mark, nearer);
      next = next.min(key.max(least));
      least = least.min(key);
      mark = after;
    }
    least.intoArray(best, 0);
    next.intoArray(second, 0);
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
    int from = side * half;
    list(from);
    IntVector bias = IntVector.broadcast(SPECIES, Integer.MIN_VALUE);
    IntVector most = bias.add(load(width, 0));
    IntVector wanted = bias.sub(load(sum, 0)).add(load(width, 0).lanewise(VectorOperators.LSHR, 1));
    IntVector found = IntVector.zero(SPECIES);
    IntVector code = IntVector.broadcast(SPECIES, 1 << 16);
    int[] other = new int[LANES << (half - half / 2)];
    list(other, from + half / 2);
    for (int j = 0; j < other.length; j += LANES) {
      IntVector gap = wanted.add(load(other, j));
      for (int i = 0; i < first.length; i += LANES) {
        VectorMask<Integer> hit = load(first, i).add(gap).compare(VectorOperators.LE, most);
        found = found.add(code, hit);
        code = code.add(1);
      }
    }
    found.intoArray(hits, 0);
  }

  private void list(int from) {
    list(first, from);
  }

  private void list(int[] sums, int from) {
    Arrays.fill(sums, 0, LANES, 0);
    for (int t = 0, m = LANES; m < sums.length; t++, m += m) {
      IntVector item = load(items[from + t], 0);
      for (int i = 0; i < m; i += LANES) {
        load(sums, i).add(item).intoArray(sums, m + i);
      }
    }
  }
}
