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
  private final int size; // of a table, the lower half of the sums of a half
  private final RowMemory memory;
  private final int[] x; // tables, marks, and sums of a half of a half's items
  private final int[] best = new int[LANES];
  private final int[] second = new int[LANES];
  private final int[] place = new int[LANES];
  private final int[] last = new int[LANES]; // mark
  private int from; // lane of the items
  private final int[][] total = new int[2][LANES];

  VectorSearch(int[][] items, int half) {
    this.items = items;
    this.half = half;
    this.size = LANES << (half - 1);
    this.memory = new RowMemory(6 * size);
    this.x = memory.rows();
  }

  @Override
  public int lanes() {
    return LANES;
  }

  private int table(int side) {
    return memory.start() + side * size;
  }

  private int marks() {
    return memory.start() + 2 * size;
  }

  /** The halves in turn, level by level: one goes on while the other waits for what it stored. */
  @Override
  public void grow(int from) {
    this.from = from;
    memory.align();
    for (int side = 0; side < 2; side++) {
      Arrays.fill(x, table(side), table(side) + LANES, 0);
      System.arraycopy(items[side * half], from, total[side], 0, LANES);
    }
    for (int level = 1; level < half; level++) {
      int old = LANES << (level - 1);
      fold(table(0), old, total[0], items[level]);
      fold(table(1), old, total[1], items[half + level]);
      VectorMerge.sort(x, table(0), 2 * old, old);
      VectorMerge.sort(x, table(1), 2 * old, old);
    }
  }

  /**
   * Appends the upper half of a table, brought down by one more item, and adds that. The first
   * level of the merge compares the smallest of one with the largest of the other.
   */
  private void fold(int begin, int size, int[] total, int[] item) {
    IntVector sum = IntVector.fromArray(SPECIES, total, 0);
    IntVector more = IntVector.fromArray(SPECIES, item, from);
    for (int i = begin, j = begin + size - LANES; i <= j; i += LANES, j -= LANES) {
      IntVector v = IntVector.fromArray(SPECIES, x, i);
      IntVector w = IntVector.fromArray(SPECIES, x, j);
      IntVector v1 = sum.sub(v).min(v.add(more));
      IntVector w1 = sum.sub(w).min(w.add(more));
      v.min(w1).intoArray(x, i);
      v.max(w1).intoArray(x, size + i);
      w.min(v1).intoArray(x, j);
      w.max(v1).intoArray(x, size + j);
    }
    sum.add(more).intoArray(total, 0);
  }

  @Override
  public void clear() {
    Arrays.fill(best, Integer.MAX_VALUE);
    Arrays.fill(second, Integer.MAX_VALUE);
    Arrays.fill(place, 0);
  }

  /** The last two levels are taken as the marks are walked through. */
  @Override
  public void nearest(int[] target) {
    mark(target);
    Arrays.fill(last, Integer.MIN_VALUE);
    int begin = marks();
    int rest = VectorMerge.far(x, begin, 4 * size, 2 * size);
    int step = Math.min(4 * size, VectorMerge.NEAR);
    for (int part = begin; part < begin + 4 * size; part += step) {
      VectorMerge.near(x, part, step, rest, 4 * LANES);
      walk(part, part + step);
    }
  }

  private void mark(int[] target) {
    IntVector guard = IntVector.broadcast(SPECIES, GUARD);
    IntVector end = guard.add(IntVector.fromArray(SPECIES, total[0], 0));
    IntVector high = guard.add(IntVector.fromArray(SPECIES, target, 0));
    IntVector low = high.sub(IntVector.fromArray(SPECIES, total[1], 0));
    int up = marks();
    int down = up + 2 * size - LANES;
    for (int i = table(0), j = table(1); j < up; i += LANES, j += LANES) {
      IntVector v = IntVector.fromArray(SPECIES, x, i);
      IntVector w = IntVector.fromArray(SPECIES, x, j);
      IntVector a = guard.add(v);
      IntVector c = high.sub(w).max(1);
      int k = i - table(0);
      a.min(c).intoArray(x, up + k);
      a.max(c).intoArray(x, up + 2 * size + k);
      a = end.sub(v);
      c = low.add(w).max(1);
      a.min(c).intoArray(x, down - k);
      a.max(c).intoArray(x, down + 2 * size - k);
    }
  }

  /** A distance turned right by a bit is below zero where it is odd, and in order of the keys. */
  private void walk(int begin, int end) {
    IntVector turn = IntVector.broadcast(SPECIES, Integer.MIN_VALUE);
    IntVector least = IntVector.fromArray(SPECIES, best, 0).lanewise(VectorOperators.XOR, turn);
    IntVector next = IntVector.fromArray(SPECIES, second, 0).lanewise(VectorOperators.XOR, turn);
    IntVector where = IntVector.fromArray(SPECIES, place, 0);
    IntVector s = IntVector.fromArray(SPECIES, last, 0);
    for (int i = begin; i < end; i += 4 * LANES) {
      IntVector a = IntVector.fromArray(SPECIES, x, i);
      IntVector b = IntVector.fromArray(SPECIES, x, i + LANES);
      IntVector c = IntVector.fromArray(SPECIES, x, i + 2 * LANES);
      IntVector d = IntVector.fromArray(SPECIES, x, i + 3 * LANES);
      IntVector low = a.min(c);
      IntVector high = b.min(d);
      IntVector p = low.min(high);
      IntVector q = low.max(high);
      IntVector key = p.sub(s).lanewise(VectorOperators.ROR, 1);
      where = where.blend(s, key.lt(least));
      next = next.min(key.max(least));
      least = least.min(key);
      key = q.sub(p).lanewise(VectorOperators.ROR, 1);
      where = where.blend(p, key.lt(least));
      next = next.min(key.max(least));
      least = least.min(key);
      low = a.max(c);
      high = b.max(d);
      IntVector r = low.min(high);
      s = low.max(high);
      key = r.sub(q).lanewise(VectorOperators.ROR, 1);
      where = where.blend(q, key.lt(least));
      next = next.min(key.max(least));
      least = least.min(key);
      key = s.sub(r).lanewise(VectorOperators.ROR, 1);
      where = where.blend(r, key.lt(least));
      next = next.min(key.max(least));
      least = least.min(key);
    }
    least.lanewise(VectorOperators.XOR, turn).intoArray(best, 0);
    next.lanewise(VectorOperators.XOR, turn).intoArray(second, 0);
    where.intoArray(place, 0);
    s.intoArray(last, 0);
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

  /**
   * Looks among the sums of the first items of the half for what those of the others lack: where
   * the smallest distance, counted from below the window on, is inside, there is one.
   */
  @Override
  public void find(int side, int[] sum, int[] width, int[] hits) {
    int first = marks();
    int other = list(first, side * half, half / 2);
    int end = list(other, side * half + half / 2, half - half / 2);
    IntVector most = IntVector.fromArray(SPECIES, width, 0);
    IntVector wanted =
        most.lanewise(VectorOperators.LSHR, 1)
            .sub(IntVector.fromArray(SPECIES, sum, 0))
            .add(Integer.MIN_VALUE); // what is below becomes the largest
    most = most.add(Integer.MIN_VALUE);
    IntVector gaps = wanted;
    IntVector found = IntVector.zero(SPECIES);
    for (int j = other, code = 1 << 16; j < end; j += LANES, code++) {
      IntVector gap = wanted.add(IntVector.fromArray(SPECIES, x, j));
      IntVector least = IntVector.broadcast(SPECIES, Integer.MAX_VALUE);
      for (int i = first; i < other; i += LANES) {
        least = least.min(IntVector.fromArray(SPECIES, x, i).add(gap));
      }
      var inside = least.compare(VectorOperators.LE, most);
      gaps = gaps.blend(gap, inside);
      found = found.add(code, inside);
    }
    IntVector which = IntVector.zero(SPECIES);
    for (int i = first, code = 1 << 16; i < other; i += LANES, code++) {
      IntVector z = IntVector.fromArray(SPECIES, x, i).add(gaps);
      which = which.add(code, z.compare(VectorOperators.LE, most));
    }
    IntVector subset = found.and(0xffff).lanewise(VectorOperators.LSHL, half / 2).add(which);
    var several = found.lanewise(VectorOperators.LSHR, 16).compare(VectorOperators.NE, 1);
    subset.blend(0, several).intoArray(hits, 0);
  }

  /** Writes the sums of some items, in order of their subsets; returns where they end. */
  private int list(int to, int item, int count) {
    Arrays.fill(x, to, to + LANES, 0);
    int end = to + LANES;
    for (int t = item; t < item + count; t++) {
      IntVector more = IntVector.fromArray(SPECIES, items[t], from);
      for (int i = to, size = end - to; i < to + size; i += LANES, end += LANES) {
        IntVector.fromArray(SPECIES, x, i).add(more).intoArray(x, end);
      }
    }
    return end;
  }
}
