package org.slth.dl4j.ticket;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.SerializationFeature;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.dl4j.internal.network.BlankNetworks;
import org.slth.ticket.file.FixedParameter;
import org.slth.ticket.file.NetworkKind;

/**
 * A network whose parameters are all 0, made of a configuration that nobody trusts: they are
 * counted before they are allocated, and no initialiser runs.
 */
final class NetworkFrame {

  private NetworkFrame() {}

  /**
   * Makes a network.
   *
   * @param largest how many parameters there may be
   * @throws IllegalArgumentException if it has more, or nothing can be made of the configuration
   */
  static Model of(SafeConfigurations reader, NetworkKind kind, String json, long largest) {
    return switch (kind) {
      case CHAIN -> chain(reader.read(json, MultiLayerConfiguration.class), largest);
      case GRAPH -> graph(reader.read(json, ComputationGraphConfiguration.class), largest);
    };
  }

  private static MultiLayerNetwork chain(MultiLayerConfiguration configuration, long largest) {
    requireReal(configuration.getDataType());
    long count = 0;
    for (NeuralNetConfiguration conf : configuration.getConfs()) {
      Layer layer = conf.getLayer();
      layer.setDataType(configuration.getDataType());
      OwnParameters.define(layer);
      count = added(count, layer.initializer().numParams(conf), largest);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    BlankNetworks.init(network);
    return network;
  }

  private static ComputationGraph graph(ComputationGraphConfiguration configuration, long largest) {
    requireReal(configuration.getDataType());
    long count = 0;
    for (GraphVertex vertex : configuration.getVertices().values()) {
      vertex.setDataType(configuration.getDataType());
      OwnParameters.define(vertex);
      count = added(count, vertex.numParams(true), largest);
    }
    ComputationGraph network = new ComputationGraph(configuration);
    BlankNetworks.init(network);
    return network;
  }

  private static void requireReal(DataType type) {
    if (!type.isFPType()) {
      throw new IllegalArgumentException("expected a network of real numbers, got " + type);
    }
  }

  private static long added(long count, long more, long largest) {
    if (more < 0 || more > largest - count) {
      throw new IllegalArgumentException(
          "the ticket has room for %d parameters, and the configuration asks for more: %d and %d"
              .formatted(largest, count, more));
    }
    return count + more;
  }

  /** Returns the configuration of a network, as DL4J writes it less the spaces. */
  static String configuration(Model network) {
    Object configuration =
        network instanceof MultiLayerNetwork chain
            ? chain.getLayerWiseConfigurations()
            : ((ComputationGraph) network).getConfiguration();
    try {
      return NeuralNetConfiguration.mapper()
          .writer()
          .without(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(configuration);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "DL4J cannot write this configuration: " + e.getOriginalMessage(), e);
    }
  }

  /** Returns the kind of a network. */
  static NetworkKind kind(Model network) {
    if (network instanceof MultiLayerNetwork) {
      return NetworkKind.CHAIN;
    }
    if (network instanceof ComputationGraph) {
      return NetworkKind.GRAPH;
    }
    throw new IllegalArgumentException(
        "expected a MultiLayerNetwork or a ComputationGraph, got " + network.getClass().getName());
  }

  /** Returns the parameters of a network by name, the names in order. */
  static Map<String, INDArray> parameters(Model network) {
    Map<String, INDArray> table = new LinkedHashMap<>();
    if (network.numParams() > 0) {
      network.paramTable().entrySet().stream()
          .sorted(Comparator.comparing(Map.Entry::getKey))
          .forEach(each -> table.put(each.getKey(), each.getValue()));
    }
    return table;
  }

  /** Returns parameters as they are stored. */
  static List<FixedParameter> fixed(Map<String, INDArray> parameters) {
    return parameters.entrySet().stream()
        .map(
            each ->
                FixedParameter.of(
                    each.getKey(),
                    precision(each.getValue()),
                    Nd4jBridge.toDoubles(each.getValue())))
        .toList();
  }

  private static FixedParameter.Precision precision(INDArray array) {
    return array.dataType() == DataType.DOUBLE
        ? FixedParameter.Precision.DOUBLE
        : FixedParameter.Precision.FLOAT;
  }

  /**
   * Sets what is stored.
   *
   * @throws IllegalArgumentException if there is no such parameter, of that size and precision
   */
  static void assign(List<FixedParameter> fixed, Model network) {
    Map<String, INDArray> parameters = parameters(network);
    for (FixedParameter stored : fixed) {
      INDArray array = parameters.get(stored.name());
      if (array == null
          || array.length() != stored.size()
          || precision(array) != stored.precision()) {
        throw new IllegalArgumentException(
            "the ticket holds %s, which the configuration has not; it has %s"
                .formatted(stored, parameters.keySet()));
      }
      Nd4jBridge.assign(Objects.requireNonNull(array), stored.values());
    }
  }
}
