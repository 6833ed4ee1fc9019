package org.slth.ticket;

/**
 * Returns a subset of the fewest items within the tolerance, the nearest of that size, and a subset
 * of smallest error where none is within it, {@code "slth:fewest"}.
 *
 * <p>Of |<i>S</i>| = 0, 1, 2, … the first is taken of which some subset has |Σ<i>x</i> −
 * <i>target</i>| ≤ tolerance; up to the resolution of {@link ExactSolver}. Which subset it is
 * depends on the problem alone, and is the same on every machine. A ticket of such subsets is far
 * sparser: at a tolerance of 0.01 and 20 uniform items of order one, about two items a problem in
 * place of ten.
 *
 * <p>It looks for up to two items, for up to four, then whether there is any subset, as {@link
 * ExactSolver} finds it; only then for more than four. Cost: of order 2<sup>n/2</sup> steps a
 * problem, and (<i>n</i>/2) 2<sup>n/2</sup> where many items are needed; memory 56 ·
 * 2<sup>n/2</sup> bytes a call.
 */
public final class FewestSolver implements SubsetSumSolver {

  private static final int FEW = 2;
  private static final int MORE = 4;

  /** Makes the solver; it has no state. */
  public FewestSolver() {}

  @Override
  public String id() {
    return "slth:fewest";
  }

  @Override
  public int maximumItems() {
    return MeetInTheMiddle.MAXIMUM_ITEMS;
  }

  @Override
  public long[] solve(SubsetSumBatch batch) {
    MeetInTheMiddle.requireItems(batch, this);
    var sums = new LayeredSums(batch);
    var exact = new MeetInTheMiddle(batch, batch.items());
    long[] subsets = new long[batch.size()];
    for (int p = 0; p < subsets.length; p++) {
      solve(batch, p, sums, exact, subsets);
    }
    return subsets;
  }

  private static void solve(
      SubsetSumBatch batch, int p, LayeredSums sums, MeetInTheMiddle exact, long[] subsets) {
    int items = batch.items();
    if (fewest(batch, p, sums, 0, Math.min(FEW, items), subsets)
        || fewest(batch, p, sums, FEW + 1, Math.min(MORE, items), subsets)) {
      return;
    }
    exact.solve(p, p, subsets);
    long nearest = subsets[p];
    if (batch.isWithin(p, nearest)
        && !fewest(batch, p, sums, MORE + 1, Long.bitCount(nearest), subsets)) {
      subsets[p] = nearest;
    }
  }

  /** Looks for subsets of {@code from} to {@code to} items; returns whether there is one. */
  private static boolean fewest(
      SubsetSumBatch batch, int p, LayeredSums sums, int from, int to, long[] subsets) {
    if (from > to) {
      return false;
    }
    sums.table(p, to);
    for (int size = from; size <= to; size++) {
      long subset = sums.nearest(size);
      if (subset >= 0 && batch.isWithin(p, subset)) {
        subsets[p] = subset;
        return true;
      }
    }
    return false;
  }
}
