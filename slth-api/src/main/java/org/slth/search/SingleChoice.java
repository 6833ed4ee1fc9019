package org.slth.search;

/**
 * Keeps the one candidate nearest to the target, or none if 0 is as near: the construction of E.
 * Malach, G. Yehudai, S. Shalev-Shwartz, O. Shamir, "Proving the lottery ticket hypothesis: pruning
 * is all you need", ICML 2020. Of equals the first is kept.
 *
 * <p>It needs of order 1/ε candidates for an error of ε where a subset needs log(1/ε).
 */
public final class SingleChoice implements CandidateChoice {

  /** Makes the choice; it has no state. */
  public SingleChoice() {}

  @Override
  public String id() {
    return "slth:one-candidate";
  }

  /** Returns 2<sup>20</sup>. */
  @Override
  public int maximumCandidates() {
    return 1 << 20;
  }

  @Override
  public int[][] choose(int candidates, double[] values, double[] targets, double tolerance) {
    int[][] chosen = new int[targets.length][];
    for (int p = 0; p < targets.length; p++) {
      int best = -1;
      double least = Math.abs(targets[p]);
      for (int t = 0; t < candidates; t++) {
        double error = Math.abs(values[p * candidates + t] - targets[p]);
        if (error < least) {
          least = error;
          best = t;
        }
      }
      chosen[p] = best < 0 ? new int[0] : new int[] {best};
    }
    return chosen;
  }
}
