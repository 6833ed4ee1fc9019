package org.slth.dl4j.pruning;

import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * A layer of the network to be built.
 *
 * @param configuration the layer; not shared with another network
 * @param parameters its parameters by name, in the order of their arrays
 * @param preProcessor what reshapes its input
 */
record PlannedLayer(
    Layer configuration,
    Map<String, double[]> parameters,
    Optional<InputPreProcessor> preProcessor) {

  PlannedLayer(Layer configuration, Map<String, double[]> parameters) {
    this(configuration, parameters, Optional.empty());
  }

  PlannedLayer withPreProcessor(Optional<InputPreProcessor> other) {
    return new PlannedLayer(configuration, parameters, other);
  }
}
