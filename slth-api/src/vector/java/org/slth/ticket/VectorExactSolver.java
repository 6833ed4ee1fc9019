package org.slth.ticket;

import org.slth.spi.NeedsModule;
import org.slth.ticket.lanes.VectorLanes;

/**
 * Returns the subsets that {@link ExactSolver} returns, by the incubating Vector API: {@code
 * "slth:exact-vector"}.
 *
 * <p>It is there if the virtual machine was started with {@code --add-modules
 * jdk.incubator.vector}.
 */
@NeedsModule("jdk.incubator.vector")
public final class VectorExactSolver implements SubsetSumSolver {

  private final SubsetSumSolver solver = new ExactSolver("slth:exact-vector", new VectorLanes());

  /** Makes the solver; it has no state. */
  public VectorExactSolver() {}

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
