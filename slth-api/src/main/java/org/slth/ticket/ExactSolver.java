package org.slth.ticket;

import java.util.stream.IntStream;
import org.slth.ticket.lanes.Lanes;
import org.slth.ticket.lanes.PlainLanes;

/**
 * Returns a subset of smallest error, {@code "slth:exact"}.
 *
 * <p>The error is smallest up to (<i>n</i> + 5) 2<sup>⌊n/2⌋−61</sup> (Σ|<i>x</i>| +
 * |<i>target</i>|) for <i>n</i> items: 2e-14 of that scale at 20 items, 5e-13 at 30, 5e-12 at 36
 * (and never finer than 1e-306). Of subsets that agree to this resolution the choice is fixed: it
 * depends on the problem alone, and is the same on every machine.
 *
 * <p>Cost: of order <i>n</i> 2<sup>n/2</sup> steps a problem, taken for many problems at once where
 * a batch has dozens; 32 · 2<sup>n/2</sup> bytes a call (33 kB at 20 items, 1 MB at 30, 8 MB at
 * 36), and 2 MB more for many problems at once; nothing allocated per problem.
 */
public final class ExactSolver implements SubsetSumSolver {

  private final String id;
  private final Lanes lanes;

  /** Makes the solver; it has no state. */
  public ExactSolver() {
    this("slth:exact", new PlainLanes());
  }

  /** Makes a solver that takes another way to the same answers. */
  ExactSolver(String id, Lanes lanes) {
    this.id = id;
    this.lanes = lanes;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int maximumItems() {
    return MeetInTheMiddle.MAXIMUM_ITEMS;
  }

  @Override
  public long[] solve(SubsetSumBatch batch) {
    MeetInTheMiddle.requireItems(batch, this);
    long[] subsets = new long[batch.size()];
    int[] problems = IntStream.range(0, subsets.length).toArray();
    new BestSums(batch, lanes, subsets).solve(batch.items(), problems);
    return subsets;
  }
}
