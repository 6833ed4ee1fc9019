package org.slth.dl4j.pruning;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * A layer in its place.
 *
 * @param name what consumers call it
 * @param inputs the names of what feeds it
 * @param preProcessor what reshapes its input
 */
record PlannedVertex(
    String name,
    List<String> inputs,
    PlannedLayer layer,
    Optional<InputPreProcessor> preProcessor) {

  PlannedVertex {
    if (preProcessor.isPresent() && !(layer.configuration() instanceof Layer)) {
      throw new IllegalArgumentException(
          "expected a Layer behind the pre-processor of %s, got %s"
              .formatted(name, layer.configuration().getClass().getName()));
    }
  }
}
