package org.slth.dl4j.internal.construction;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.slth.dl4j.internal.network.Stage;
import org.slth.search.CandidateChoice;
import org.slth.search.SingleChoice;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumSolver;
import org.slth.ticket.SubsetSumTicket;

/**
 * Two random layers for one, in which one candidate stands for a weight: E. Malach et al. (ICML
 * 2020). Here to be compared with: it needs of order 1/ε candidates where a subset needs log(1/ε).
 */
final class OneCandidate implements Construction {

  @Override
  public String id() {
    return SubsetSumTicket.ONE_CANDIDATE;
  }

  @Override
  public CandidateChoice choice(SubsetSumSolver solver) {
    return new SingleChoice();
  }

  @Override
  public CandidateLaw law(Stage.Replaced stage, CandidateLaw asked) {
    return asked;
  }

  @Override
  public List<Stage> plan(List<Stage> stages, IntUnaryOperator candidates) {
    return stages;
  }

  @Override
  public int depth(int layers) {
    return 2 * layers;
  }

  @Override
  public boolean widthsMayDiffer() {
    return true;
  }
}
