package org.slth.dl4j.pruning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * A layer of the network to be built.
 *
 * @param configuration a {@code Layer} or, for graphs, a {@code GraphVertex}; not shared with
 *     another network
 * @param parameters its parameters by name, in C order
 */
public record PlannedLayer(Object configuration, Map<String, double[]> parameters) {

  /**
   * Checks the class of the configuration and copies the map.
   *
   * @throws IllegalArgumentException if it is neither a layer nor a vertex
   */
  public PlannedLayer {
    if (!(configuration instanceof Layer || configuration instanceof GraphVertex)) {
      throw new IllegalArgumentException(
          "expected the configuration of a Layer or GraphVertex, got "
              + configuration.getClass().getName());
    }
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
