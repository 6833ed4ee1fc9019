package org.slth.dl4j.graph;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.common.function.Consumer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Small networks round one vertex that passes messages or pools, and batches for them. */
final class NodeNetworks {

  static final int CLASSES = 3;
  private static final int SEED = 7;

  private NodeNetworks() {}

  /** The vertex alone, on features of so many channels each. */
  static ComputationGraph bare(DataType type, GraphLayer vertex, int... channels) {
    return initialized(
        inputs(configuration(type, new NoOp()), vertex, channels)
            .addVertex("vertex", vertex, names(vertex).toArray(String[]::new))
            .setOutputs("vertex"));
  }

  /** A dense layer below each tensor, so that its gradient is asked for, and a softmax on top. */
  static ComputationGraph deep(
      DataType type, IUpdater updater, GraphLayer vertex, int... channels) {
    ComputationGraphConfiguration.GraphBuilder builder =
        inputs(configuration(type, updater), vertex, channels);
    for (int i = 0; i < channels.length; i++) {
      String tensor = vertex.tensors().get(i);
      builder.addLayer(
          "below " + tensor,
          new DenseLayer.Builder().nOut(channels[i]).activation(Activation.TANH).build(),
          tensor);
    }
    Stream<String> below = vertex.tensors().stream().map(tensor -> "below " + tensor);
    return initialized(
        builder
            .addVertex(
                "vertex",
                vertex,
                Stream.concat(below, vertex.structure().stream()).toArray(String[]::new))
            .addLayer("out", output(), "vertex")
            .setOutputs("out"));
  }

  static ComputationGraphConfiguration.GraphBuilder configuration(DataType type, IUpdater updater) {
    return new NeuralNetConfiguration.Builder()
        .dataType(type)
        .seed(SEED)
        .updater(updater)
        .graphBuilder();
  }

  static OutputLayer output() {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .nOut(CLASSES)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static ComputationGraph initialized(ComputationGraphConfiguration.GraphBuilder builder) {
    ComputationGraph network = new ComputationGraph(builder.build());
    network.init();
    return network;
  }

  private static ComputationGraphConfiguration.GraphBuilder inputs(
      ComputationGraphConfiguration.GraphBuilder builder, GraphLayer vertex, int[] channels) {
    List<String> names = names(vertex);
    InputType[] types = new InputType[names.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = InputType.feedForward(i < channels.length ? channels[i] : 2);
    }
    return builder.addInputs(names).setInputTypes(types);
  }

  private static List<String> names(GraphLayer vertex) {
    return Stream.concat(vertex.tensors().stream(), vertex.structure().stream()).toList();
  }

  /** A parameter of the vertex; DL4J's getParam knows those of layers only. */
  static INDArray parameter(ComputationGraph network, String name) {
    return Objects.requireNonNull(network.paramTable().get("vertex_" + name));
  }

  static INDArray features(DataType type, long nodes, long channels) {
    Nd4j.getRandom().setSeed(SEED);
    return Nd4j.randn(DataType.DOUBLE, nodes, channels).castTo(type);
  }

  static INDArray arcs(DataType type, int[][] rows) {
    return Nd4j.createFromArray(rows).castTo(type);
  }

  static INDArray labels(long rows) {
    INDArray labels = Nd4j.zeros(DataType.DOUBLE, rows, CLASSES);
    for (int i = 0; i < rows; i++) {
      labels.putScalar(i, (i * i) % CLASSES, 1);
    }
    return labels;
  }

  /** Makes all parameters random, so that none sits at a special value such as a zero bias. */
  static void perturb(INDArray parameters) {
    Nd4j.getRandom().setSeed(SEED + 1);
    parameters.addi(Nd4j.randn(parameters.dataType(), parameters.shape()).muli(0.3));
  }

  /** Compares gradients in double with differences. */
  static boolean gradientsAreRight(ComputationGraph network, long rows, INDArray... inputs) {
    return gradientsAreRight(n -> {}, network, rows, inputs);
  }

  static boolean gradientsAreRight(
      Consumer<ComputationGraph> before, ComputationGraph network, long rows, INDArray... inputs) {
    perturb(network.params());
    DataType usual = Nd4j.dataType();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    try {
      return GradientCheckUtil.checkGradients(
          new GradientCheckUtil.GraphConfig()
              .net(network)
              .inputs(inputs)
              .labels(new INDArray[] {labels(rows)})
              .callEachIter(before));
    } finally {
      Nd4j.setDefaultDataTypes(usual, usual);
    }
  }
}
