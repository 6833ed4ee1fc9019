package org.slth.search;

import java.util.BitSet;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;

/**
 * Keeps the subset that a solver finds.
 *
 * @param solver the solver
 */
public record SubsetChoice(SubsetSumSolver solver) implements CandidateChoice {

  @Override
  public String id() {
    return solver.id();
  }

  @Override
  public int maximumCandidates() {
    return solver.maximumItems();
  }

  @Override
  public int[][] choose(int candidates, double[] values, double[] targets, double tolerance) {
    long[] subsets = solver.solve(SubsetSumBatch.of(candidates, values, targets, tolerance));
    int[][] chosen = new int[subsets.length][];
    for (int p = 0; p < chosen.length; p++) {
      chosen[p] = BitSet.valueOf(new long[] {subsets[p]}).stream().toArray();
    }
    return chosen;
  }
}
