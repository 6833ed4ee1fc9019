package org.slth.dl4j.internal.network;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.slth.pruning.LayerType;
import org.slth.testkit.LayerTypeLaws;

/** Checks that the layer types of a network keep their laws on its layers. */
public final class ReplacedLayers {

  private ReplacedLayers() {}

  public static void checkLaws(MultiLayerNetwork network, boolean nonNegativeInput) {
    checkLaws(TargetGraph.of(network), nonNegativeInput);
  }

  public static void checkLaws(ComputationGraph network, boolean nonNegativeInput) {
    checkLaws(TargetGraph.of(network), nonNegativeInput);
  }

  private static void checkLaws(TargetGraph graph, boolean nonNegativeInput) {
    for (Stage stage : NetworkReader.read(graph, nonNegativeInput)) {
      if (stage instanceof Stage.Replaced replaced) {
        checkLaws(graph, replaced);
      }
    }
  }

  private static void checkLaws(TargetGraph graph, Stage.Replaced stage) {
    TargetVertex vertex =
        graph.vertices().stream()
            .filter(v -> v.title().equals(stage.title()))
            .findFirst()
            .orElseThrow();
    Optional<TargetVertex> normalization =
        graph.vertices().stream()
            .filter(v -> v.name().equals(stage.name()) && !v.equals(vertex))
            .findFirst();
    LayerType type = LayerTypes.installed().of(vertex.neutral()).orElseThrow();
    LayerTypeLaws.check(type, vertex.trained(stage.signedInput(), normalization));
  }
}
