package org.slth.dl4j.internal.construction;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.slth.dl4j.internal.network.Stage;
import org.slth.search.CandidateChoice;
import org.slth.search.SubsetChoice;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumSolver;
import org.slth.ticket.SubsetSumTicket;

/**
 * Two random layers for one: A. Pensia et al. (NeurIPS 2020) for dense layers, A. da Cunha et al.
 * (ICLR 2022) for convolutions, D. Ferbach et al. (ICLR 2023) for equivariant layers.
 */
final class TwoLayers implements Construction {

  @Override
  public String id() {
    return SubsetSumTicket.TWO_LAYERS;
  }

  @Override
  public CandidateChoice choice(SubsetSumSolver solver) {
    return new SubsetChoice(solver);
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
