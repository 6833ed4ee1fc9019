package org.slth.dl4j.internal.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.slth.dl4j.internal.construction.ChainLayer.Link;
import org.slth.dl4j.internal.network.Stage;
import org.slth.search.CandidateChoice;
import org.slth.search.SubsetChoice;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumSolver;
import org.slth.ticket.SubsetSumTicket;

/**
 * <i>L</i> + 1 random layers for <i>L</i>: R. Burkholz, "Most activation functions can win the
 * lottery without excessive depth", NeurIPS 2022.
 *
 * <p>The first layer becomes a pair (U, V) as ever. Every output but the last ones is built ρ
 * times, ρ being the number of candidates of the next layer: then that layer needs no U, for each
 * of its weights is a subset sum of ρ fresh weights over the ρ copies of an input,
 *
 * <pre>
 * sum over kept t of  v[p,t] σ(f_q)  =  λ[p,q] σ(f_q),
 * </pre>
 *
 * whatever the sign of σ(<i>f</i><sub>q</sub>). Its bias is a subset sum over ρ outputs that are
 * pruned to the constant 1. It costs ρ times the problems of two layers for one, and it needs a
 * smaller tolerance: the errors of the copies of one output differ, so that they reach the next
 * layer times Σ|<i>v</i>| over the kept copies, where two layers for one let them through times
 * |λ|.
 *
 * <p>It knows chains of DL4J's dense, output and 2D convolution layers, with layers between that
 * act on channels alone and leave 1 as it is.
 */
final class DepthPlusOne implements Construction {

  @Override
  public String id() {
    return SubsetSumTicket.DEPTH_PLUS_ONE;
  }

  @Override
  public CandidateChoice choice(SubsetSumSolver solver) {
    return new SubsetChoice(solver);
  }

  @Override
  public CandidateLaw law(Stage.Replaced stage, CandidateLaw asked) {
    return isFed(stage) ? CandidateLaw.UNIFORM : asked;
  }

  private static boolean isFed(Stage.Replaced stage) {
    return stage.layer() instanceof ChainLayer chain && chain.isFed();
  }

  @Override
  public int depth(int layers) {
    return layers + 1;
  }

  @Override
  public boolean widthsMayDiffer() {
    return false;
  }

  @Override
  public List<Stage> plan(List<Stage> stages, IntUnaryOperator candidates) {
    List<String> obstacles = ChainCheck.obstacles(stages);
    if (!obstacles.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is for chains of dense and 2D convolution layers: %s; %s takes this network"
              .formatted(id(), String.join("; ", obstacles), SubsetSumTicket.TWO_LAYERS));
    }
    List<Stage> planned = new ArrayList<>();
    Link before = Link.NONE;
    int number = 0;
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i) instanceof Stage.Replaced stage) {
        Optional<Stage.Replaced> next = next(stages, i + 1);
        number++;
        Link after = next.isPresent() ? link(next.get(), candidates.applyAsInt(number)) : Link.NONE;
        planned.add(planned(stage, before, after));
        before = after;
      } else {
        planned.add(stages.get(i));
      }
    }
    return planned;
  }

  private static Optional<Stage.Replaced> next(List<Stage> stages, int from) {
    return stages.subList(from, stages.size()).stream()
        .filter(Stage.Replaced.class::isInstance)
        .map(Stage.Replaced.class::cast)
        .findFirst();
  }

  private static Link link(Stage.Replaced next, int copies) {
    int constants = next.layer().hasConstant() ? copies : 0;
    return new Link(copies, constants, next.preProcessor().map(DepthPlusOne::pixels).orElse(1));
  }

  private static int pixels(InputPreProcessor preProcessor) {
    CnnToFeedForwardPreProcessor flatten = (CnnToFeedForwardPreProcessor) preProcessor;
    return Math.toIntExact(flatten.getInputHeight() * flatten.getInputWidth());
  }

  private static Stage planned(Stage.Replaced stage, Link before, Link after) {
    ChainLayer layer = new ChainLayer(stage.layer(), before, after);
    return new Stage.Replaced(
        stage.name(),
        stage.inputs(),
        stage.title(),
        stage.configuration(),
        stage.type(),
        layer,
        !layer.isFed() && stage.signedInput(),
        layer.isFed() ? stage.preProcessor().map(p -> wider(p, before)) : stage.preProcessor());
  }

  private static InputPreProcessor wider(InputPreProcessor preProcessor, Link before) {
    CnnToFeedForwardPreProcessor flatten = (CnnToFeedForwardPreProcessor) preProcessor;
    return new CnnToFeedForwardPreProcessor(
        flatten.getInputHeight(),
        flatten.getInputWidth(),
        flatten.getNumChannels() * before.copies() + before.constants());
  }
}
