package org.slth.dl4j.internal.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A trained network of either of DL4J's classes as one directed acyclic graph; a MultiLayerNetwork
 * is a chain whose layers are called by their numbers.
 *
 * @param inputs the names of the network's inputs
 * @param vertices in topological order, those that are ready together by name, so that the order
 *     does not depend on how the network was written down; of a separable convolution its two parts
 * @param outputs the names of the vertices that are outputs
 * @param type the network's data type
 */
public record TargetGraph(
    List<String> inputs, List<TargetVertex> vertices, List<String> outputs, DataType type) {

  public TargetGraph {
    inputs = List.copyOf(inputs);
    vertices = List.copyOf(vertices);
    outputs = List.copyOf(outputs);
  }

  /** Reads a chain. */
  public static TargetGraph of(MultiLayerNetwork network) {
    List<TargetVertex> vertices = new ArrayList<>();
    String last = "input";
    for (int i = 0; i < network.getnLayers(); i++) {
      Layer layer = unfrozen(network.getLayer(i));
      var preProcessor = network.getLayerWiseConfigurations().getInputPreProcess(i);
      String name = Integer.toString(i);
      vertices.add(vertex(name, List.of(last), layer, Optional.ofNullable(preProcessor)));
      last = name;
    }
    DataType type = network.getLayerWiseConfigurations().getDataType();
    return new TargetGraph(List.of("input"), SeparableParts.split(vertices), List.of(last), type);
  }

  /** Reads a graph. */
  public static TargetGraph of(ComputationGraph network) {
    ComputationGraphConfiguration conf = network.getConfiguration();
    List<TargetVertex> vertices = new ArrayList<>();
    for (String name : topologicalOrder(conf)) {
      vertices.add(vertex(network, name));
    }
    return new TargetGraph(
        conf.getNetworkInputs(),
        SeparableParts.split(vertices),
        conf.getNetworkOutputs(),
        conf.getDataType());
  }

  /** Returns the only consumer of a vertex that is no output of the network. */
  public Optional<TargetVertex> onlyConsumer(String name) {
    List<TargetVertex> consumers =
        vertices.stream().filter(vertex -> vertex.inputs().contains(name)).toList();
    return outputs.contains(name) || consumers.size() != 1
        ? Optional.empty()
        : Optional.of(consumers.get(0));
  }

  private static List<String> topologicalOrder(ComputationGraphConfiguration conf) {
    Map<String, List<String>> waiting = new TreeMap<>(conf.getVertexInputs());
    Set<String> done = new HashSet<>(conf.getNetworkInputs());
    List<String> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      String next =
          waiting.entrySet().stream()
              .filter(entry -> done.containsAll(entry.getValue()))
              .findFirst()
              .orElseThrow()
              .getKey();
      waiting.remove(next);
      done.add(next);
      order.add(next);
    }
    return order;
  }

  private static TargetVertex vertex(ComputationGraph network, String name) {
    List<String> inputs = List.copyOf(network.getConfiguration().getVertexInputs().get(name));
    GraphVertex configuration =
        Objects.requireNonNull(network.getConfiguration().getVertices().get(name));
    if (configuration instanceof LayerVertex layer) {
      return vertex(
          name,
          inputs,
          unfrozen(network.getVertex(name).getLayer()),
          Optional.ofNullable(layer.getPreProcessor()));
    }
    if (configuration instanceof FrozenVertex frozen) {
      configuration = frozen.getUnderlying();
    }
    var parameters = TargetVertex.values(network.getVertex(name).paramTable(false));
    return new TargetVertex(name, inputs, configuration, parameters, Optional.empty());
  }

  private static TargetVertex vertex(
      String name,
      List<String> inputs,
      Layer layer,
      Optional<org.deeplearning4j.nn.conf.InputPreProcessor> preProcessor) {
    var parameters =
        layer.numParams() == 0
            ? Map.<String, double[]>of()
            : TargetVertex.values(layer.paramTable());
    return new TargetVertex(
        name, inputs, unfrozen(layer.conf().getLayer()), parameters, preProcessor);
  }

  private static Layer unfrozen(Layer layer) {
    if (layer instanceof FrozenLayer frozen) {
      return frozen.getInsideLayer();
    }
    return layer instanceof FrozenLayerWithBackprop frozen ? frozen.getInsideLayer() : layer;
  }

  private static org.deeplearning4j.nn.conf.layers.Layer unfrozen(
      org.deeplearning4j.nn.conf.layers.Layer layer) {
    if (layer instanceof org.deeplearning4j.nn.conf.layers.misc.FrozenLayer frozen) {
      return frozen.getLayer();
    }
    return layer instanceof org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop frozen
        ? ((BaseWrapperLayer) frozen).getUnderlying()
        : layer;
  }
}
