package org.slth.dl4j.internal.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * A layer in its place.
 *
 * @param name what consumers call it
 * @param inputs the names of what feeds it
 * @param configuration a {@code Layer} or {@code GraphVertex} that no other network shares
 * @param parameters all of its parameters by name, in C order
 * @param preProcessor what reshapes its input
 */
public record PlannedVertex(
    String name,
    List<String> inputs,
    Object configuration,
    Map<String, double[]> parameters,
    Optional<InputPreProcessor> preProcessor) {

  /** Refuses a pre-processor in front of a vertex. */
  public PlannedVertex {
    if (preProcessor.isPresent() && !(configuration instanceof Layer)) {
      throw new IllegalArgumentException(
          "expected a Layer behind the pre-processor of %s, got %s"
              .formatted(name, configuration.getClass().getName()));
    }
  }
}
