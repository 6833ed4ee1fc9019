package org.slth.ticket;

import org.slth.spi.NeedsModule;
import org.slth.ticket.lanes.VectorLanes;

/**
 * Returns the subsets that {@link FirstWithinSolver} returns, by the incubating Vector API: {@code
 * "slth:within-vector"}.
 *
 * <p>It is there if the virtual machine was started with {@code --add-modules
 * jdk.incubator.vector}.
 */
@NeedsModule("jdk.incubator.vector")
public final class VectorWithinSolver implements SubsetSumSolver {

  private final SubsetSumSolver solver =
      new FirstWithinSolver("slth:within-vector", new VectorLanes());

  /** Makes the solver; it has no state. */
  public VectorWithinSolver() {}

  @Override
  public String id() {
    return solver.id();
  }

  @Override
  public int maximumItems() {
    return solver.maximumItems();
  }

  @Override
  public long[] solve(SubsetSumBatch batch) {
    return solver.solve(batch);
  }
}
