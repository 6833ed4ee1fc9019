package org.slth.dl4j.internal.construction;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Model;
import org.slth.dl4j.internal.network.Stage;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.search.CandidateChoice;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumSolver;
import org.slth.ticket.SubsetSumTicket;

/**
 * Which random network stands for a target network, and how its candidates are chosen. The masks of
 * a ticket mean the same in all of them: Σ <i>vu</i> = λ for every problem of every layer that is
 * planned.
 */
public interface Construction {

  /** Returns the name that tickets store. */
  String id();

  /** Returns what chooses among candidates where a solver was asked for. */
  CandidateChoice choice(SubsetSumSolver solver);

  /** Returns by which law the candidates of a planned layer are drawn where one was asked for. */
  CandidateLaw law(Stage.Replaced stage, CandidateLaw asked);

  /**
   * Returns the layers to search, in the places of the target's own.
   *
   * @param stages of the target, in topological order
   * @param candidates of a layer to be replaced, by its number
   * @throws IllegalArgumentException if this construction does not know a layer; the message names
   *     all such layers
   */
  List<Stage> plan(List<Stage> stages, IntUnaryOperator candidates);

  /** Returns how many layers with parameters stand for so many. */
  int depth(int layers);

  /** Returns whether the inputs of a layer may have different numbers of candidates. */
  boolean widthsMayDiffer();

  /**
   * Finds a construction.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static Construction named(String id) {
    List<Construction> all =
        List.of(TwoLayers.ofSubsets(), TwoLayers.ofOneCandidate(), new DepthPlusOne());
    return all.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a construction out of %s, got %s"
                        .formatted(
                            all.stream().map(Construction::id).collect(Collectors.joining(", ")),
                            id)));
  }

  /** Returns a target as this construction wants it searched. */
  default <M extends Model> TargetNetwork<M> planned(TargetNetwork<M> target, int candidates) {
    return target.withStages(plan(target.stages(), layer -> candidates));
  }

  /**
   * Returns a target as it was searched for a ticket.
   *
   * @throws IllegalArgumentException if the ticket has another number of layers, or it is of a
   *     construction that there is not
   */
  static <M extends Model> TargetNetwork<M> planned(
      TargetNetwork<M> target, SubsetSumTicket ticket) {
    target.requireLayersOf(ticket);
    return target.withStages(
        named(ticket.construction())
            .plan(target.stages(), layer -> ticket.layers().get(layer).candidates().get(0)));
  }
}
