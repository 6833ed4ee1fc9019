package org.slth.dl4j.internal.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.TrainedLayer;

/**
 * A layer of a trained network in its place, without the wrapper that transfer learning freezes it
 * in.
 *
 * @param name what consumers call it
 * @param inputs the names of what feeds it
 * @param configuration a {@code Layer} or {@code GraphVertex}
 * @param parameters by name, in C order
 * @param preProcessor what reshapes its input
 */
public record TargetVertex(
    String name,
    List<String> inputs,
    Object configuration,
    Map<String, double[]> parameters,
    Optional<InputPreProcessor> preProcessor) {

  /** Returns a copy of the parameters. */
  static Map<String, double[]> values(Map<String, INDArray> parameters) {
    Map<String, double[]> values = new LinkedHashMap<>();
    parameters.forEach((name, array) -> values.put(name, array.dup('c').data().asDouble()));
    return values;
  }

  /** Returns the name and the class, for people. */
  public String title() {
    return "layer %s (%s)".formatted(name, configuration.getClass().getSimpleName());
  }

  /** Returns the names of the parameters that are not finite. */
  List<String> notFinite() {
    List<String> names = new ArrayList<>();
    parameters.forEach(
        (key, values) -> {
          for (double value : values) {
            if (!Double.isFinite(value)) {
              names.add(key);
              return;
            }
          }
        });
    return names;
  }

  /** Returns the configuration as layer types see it. */
  LayerConfiguration neutral() {
    return ConfigurationJson.neutral(configuration);
  }

  /** Returns the layer as a layer type sees it. */
  TrainedLayer trained(boolean signedInput, Optional<TargetVertex> normalization) {
    return new TrainedLayer(
        neutral(),
        parameters,
        signedInput,
        normalization.map(n -> n.trained(true, Optional.empty())));
  }

  /** Returns a copy of the layer. */
  public PlannedVertex copy() {
    Object copy =
        configuration instanceof Layer layer
            ? layer.clone()
            : ((GraphVertex) configuration).clone();
    return new PlannedVertex(name, inputs, copy, parameters, preProcessor);
  }
}
