package org.slth.dl4j.pruning;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.TicketLayer;

/**
 * A trained network as a chain of layers to be replaced and layers to be copied.
 *
 * @param stages the chain, from input to output
 * @param type the network's data type
 */
record TargetNetwork(List<Stage> stages, DataType type) {

  TargetNetwork {
    stages = List.copyOf(stages);
  }

  /** Returns the layers to be replaced, from input to output. */
  List<Stage.Replaced> replaced() {
    return stages.stream()
        .filter(Stage.Replaced.class::isInstance)
        .map(Stage.Replaced.class::cast)
        .toList();
  }

  /**
   * Returns the random network of a ticket under its masks.
   *
   * @throws IllegalArgumentException if the ticket is not one of this architecture
   */
  MultiLayerNetwork masked(SubsetSumTicket ticket) {
    if (replaced().size() != ticket.layers().size()) {
      throw new IllegalArgumentException(
          "the ticket has %d pruned layers, the network %d; give the architecture it was made for"
              .formatted(ticket.layers().size(), replaced().size()));
    }
    List<PlannedLayer> layers = new ArrayList<>();
    int next = 0;
    for (Stage stage : stages) {
      if (stage instanceof Stage.Replaced replaced) {
        SourceDraw draw = SourceDraw.of(ticket.seed()).stream(next);
        layers.addAll(pair(replaced, draw, ticket.layers().get(next)));
        next++;
      } else if (stage instanceof Stage.Copied copied) {
        layers.add(copied.layer());
      }
    }
    return NetworkAssembly.of(layers, type);
  }

  private static List<PlannedLayer> pair(Stage.Replaced stage, SourceDraw draw, TicketLayer masks) {
    SourceLaw law = new SourceLaw(masks.scale(), masks.candidates());
    SourcePair pair = new SourcePair(draw, stage.layer(), law, masks.signedInput());
    List<PlannedLayer> layers =
        new ArrayList<>(stage.layer().pair(new MaskedPair(stage.layer(), pair, masks)));
    layers.set(0, layers.get(0).withPreProcessor(stage.preProcessor()));
    return layers;
  }
}
