package org.slth.dl4j.internal.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.Nd4jBridge;

/** Makes a network of planned layers. */
public final class NetworkAssembly {

  private NetworkAssembly() {}

  /** Returns the chain of these layers, in this order, with their parameters. */
  public static MultiLayerNetwork chain(TargetGraph shape, List<PlannedVertex> vertices) {
    NeuralNetConfiguration.ListBuilder list = configuration(shape).list();
    for (int i = 0; i < vertices.size(); i++) {
      int index = i;
      list.layer(i, layer(vertices.get(i)));
      vertices.get(i).preProcessor().ifPresent(p -> list.inputPreProcessor(index, p.clone()));
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    BlankNetworks.init(network);
    for (int i = 0; i < vertices.size(); i++) {
      assign(vertices.get(i), network.getLayer(i));
    }
    return network;
  }

  private static Layer layer(PlannedVertex vertex) {
    if (vertex.configuration() instanceof Layer layer) {
      return layer;
    }
    throw new IllegalArgumentException(
        "layer %s of a MultiLayerNetwork must be a Layer, got %s; a ComputationGraph takes it"
            .formatted(vertex.name(), vertex.configuration().getClass().getName()));
  }

  /** Returns the graph of these layers, in the frame of another, with their parameters. */
  public static ComputationGraph graph(TargetGraph shape, List<PlannedVertex> vertices) {
    GraphBuilder builder =
        configuration(shape)
            .graphBuilder()
            .addInputs(shape.inputs())
            .setOutputs(shape.outputs().toArray(String[]::new))
            .allowDisconnected(true)
            .validateOutputLayerConfig(false); // as the target is, so is its copy
    vertices.forEach(vertex -> add(builder, shape, vertex));
    ComputationGraph network = new ComputationGraph(builder.build());
    BlankNetworks.init(network);
    for (PlannedVertex vertex : vertices) {
      assign(vertex, network.getVertex(vertex.name()));
    }
    return network;
  }

  private static NeuralNetConfiguration.Builder configuration(TargetGraph shape) {
    return new NeuralNetConfiguration.Builder().dataType(shape.type());
  }

  private static void add(GraphBuilder builder, TargetGraph shape, PlannedVertex vertex) {
    String[] inputs = vertex.inputs().toArray(String[]::new);
    if (vertex.configuration() instanceof Layer layer) {
      layer.setLayerName(vertex.name());
      NeuralNetConfiguration conf = configuration(shape).layer(layer).build();
      var preProcessor = vertex.preProcessor().map(p -> p.clone()).orElse(null);
      builder.addVertex(vertex.name(), new LayerVertex(conf, preProcessor), inputs);
    } else {
      builder.addVertex(vertex.name(), (GraphVertex) vertex.configuration(), inputs);
    }
  }

  /** Sets all parameters: one that is left out would stay as it was drawn. */
  private static void assign(PlannedVertex vertex, Trainable built) {
    Map<String, INDArray> table = built.numParams() == 0 ? Map.of() : built.paramTable(false);
    if (!table.keySet().equals(vertex.parameters().keySet())) {
      throw new IllegalArgumentException(
          "layer %s has the parameters %s, got %s"
              .formatted(vertex.name(), table.keySet(), vertex.parameters().keySet()));
    }
    table.forEach(
        (name, parameter) -> {
          double[] values = Objects.requireNonNull(vertex.parameters().get(name));
          if (values.length != parameter.length()) {
            throw new IllegalArgumentException(
                "parameter %s of layer %s has %d numbers, got %d"
                    .formatted(name, vertex.name(), parameter.length(), values.length));
          }
          Nd4jBridge.fill(parameter, values);
        });
  }
}
