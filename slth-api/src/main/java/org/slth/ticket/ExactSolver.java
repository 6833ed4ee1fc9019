package org.slth.ticket;

/**
 * Returns a subset of smallest error, {@code "slth:exact"}.
 *
 * <p>The error is smallest up to (<i>n</i> + 5) 2<sup>⌊n/2⌋−61</sup> (Σ|<i>x</i>| +
 * |<i>target</i>|) for <i>n</i> items: 2e-14 of that scale at 20 items, 5e-13 at 30, 5e-12 at 36
 * (and never finer than 1e-306). Of subsets that agree to this resolution the choice is fixed: it
 * depends on the problem alone, and is the same on every machine.
 *
 * <p>Cost: of order 2<sup>n/2</sup> steps a problem, 32 · 2<sup>n/2</sup> bytes a call (33 kB at 20
 * items, 1 MB at 30, 8 MB at 36), nothing allocated per problem.
 */
public final class ExactSolver implements SubsetSumSolver {

  /** Makes the solver; it has no state. */
  public ExactSolver() {}

  @Override
  public String id() {
    return "slth:exact";
  }

  @Override
  public int maximumItems() {
    return MeetInTheMiddle.MAXIMUM_ITEMS;
  }

  @Override
  public long[] solve(SubsetSumBatch batch) {
    MeetInTheMiddle.requireItems(batch, this);
    var engine = new MeetInTheMiddle(batch, batch.items());
    long[] subsets = new long[batch.size()];
    for (int p = 0; p < subsets.length; p += 2) {
      engine.solve(p, Math.min(p + 1, subsets.length - 1), subsets);
    }
    return subsets;
  }
}
