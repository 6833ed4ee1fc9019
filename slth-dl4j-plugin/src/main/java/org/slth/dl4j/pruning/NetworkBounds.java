package org.slth.dl4j.pruning;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.slth.bounds.Overparametrisation;
import org.slth.bounds.Overparametrisation.Demand;
import org.slth.dl4j.internal.construction.Construction;
import org.slth.dl4j.internal.network.Stage;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumTicket;

/** How much overparametrisation a ticket used, beside what the theorems ask for. */
public final class NetworkBounds {

  private NetworkBounds() {}

  /**
   * Compares the layers of a ticket with the theorems.
   *
   * @param target the network it was made for, a MultiLayerNetwork or ComputationGraph
   * @param ticket the ticket
   * @param epsilon error of the output, in (0, 1)
   * @param delta probability of failure, in (0, 1)
   * @return one for each layer of the ticket, with a constant of 1 in Theorem 1
   * @throws IllegalArgumentException if the ticket is not one of this network
   */
  public static List<Overparametrisation> of(
      Model target, SubsetSumTicket ticket, double epsilon, double delta) {
    boolean signsAreInTheTicket = true;
    List<Stage.Replaced> stages =
        Construction.planned(TargetNetwork.of(target, signsAreInTheTicket), ticket).replaced();
    Demand demand = new Demand(epsilon, delta, stages.size(), 1);
    SourceDraw draw = SourceDraw.of(ticket.seed());
    return IntStream.range(0, stages.size())
        .mapToObj(
            l ->
                Overparametrisation.of(
                    stages.get(l).layer(), draw.stream(l), ticket.layers().get(l), demand))
        .toList();
  }
}
