package org.slth.dl4j.internal.construction;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.slth.dl4j.internal.network.Stage;
import org.slth.search.CandidateChoice;
import org.slth.search.SingleChoice;
import org.slth.search.SubsetChoice;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumSolver;
import org.slth.ticket.SubsetSumTicket;

/**
 * Two random layers for one.
 *
 * @param id the name that tickets store
 * @param chooser what chooses among candidates where a solver was asked for
 */
record TwoLayers(String id, Function<SubsetSumSolver, CandidateChoice> chooser)
    implements Construction {

  /**
   * A subset stands for a weight: A. Pensia et al. (NeurIPS 2020) for dense layers, A. da Cunha et
   * al. (ICLR 2022) for convolutions, D. Ferbach et al. (ICLR 2023) for equivariant layers.
   */
  static TwoLayers ofSubsets() {
    return new TwoLayers(SubsetSumTicket.TWO_LAYERS, SubsetChoice::new);
  }

  /**
   * One candidate stands for a weight: E. Malach et al. (ICML 2020). Here to be compared with: it
   * needs of order 1/ε candidates where a subset needs log(1/ε).
   */
  static TwoLayers ofOneCandidate() {
    return new TwoLayers(SubsetSumTicket.ONE_CANDIDATE, solver -> new SingleChoice());
  }

  @Override
  public CandidateChoice choice(SubsetSumSolver solver) {
    return chooser.apply(solver);
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
