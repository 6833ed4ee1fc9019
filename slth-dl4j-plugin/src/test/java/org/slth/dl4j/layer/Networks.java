package org.slth.dl4j.layer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Small networks for the tests of layers: some layers, then a mean over pixels and a softmax. */
public final class Networks {

  static final int CLASSES = 3;
  private static final int SEED = 7;

  private Networks() {}

  public static MultiLayerNetwork of(DataType type, InputType input, List<? extends Layer> layers) {
    return of(type, new NoOp(), input, layers);
  }

  static MultiLayerNetwork of(
      DataType type, IUpdater updater, InputType input, List<? extends Layer> layers) {
    NeuralNetConfiguration.ListBuilder list = configuration(type, updater).list();
    layers.forEach(list::layer);
    head(input).forEach(list::layer);
    MultiLayerConfiguration configuration = list.setInputType(input).build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  public static ComputationGraph graph(
      DataType type, InputType input, List<? extends Layer> layers) {
    return graph(type, new NoOp(), input, layers);
  }

  static ComputationGraph graph(
      DataType type, IUpdater updater, InputType input, List<? extends Layer> layers) {
    ComputationGraphConfiguration.GraphBuilder builder =
        configuration(type, updater).graphBuilder().addInputs("in").setInputTypes(input);
    String below = "in";
    List<Layer> all = Stream.concat(layers.stream(), head(input).stream()).toList();
    for (int i = 0; i < all.size(); i++) {
      builder.addLayer("l" + i, all.get(i), below);
      below = "l" + i;
    }
    ComputationGraph network = new ComputationGraph(builder.setOutputs(below).build());
    network.init();
    return network;
  }

  private static NeuralNetConfiguration.Builder configuration(DataType type, IUpdater updater) {
    return new NeuralNetConfiguration.Builder().dataType(type).seed(SEED).updater(updater);
  }

  private static List<Layer> head(InputType input) {
    Layer output =
        new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .nOut(CLASSES)
            .activation(Activation.SOFTMAX)
            .build();
    return input.getType() == InputType.Type.FF
        ? List.of(output)
        : List.of(new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), output);
  }

  public static INDArray images(DataType type, long... shape) {
    Nd4j.getRandom().setSeed(SEED);
    return Nd4j.randn(DataType.DOUBLE, shape).castTo(type);
  }

  static INDArray labels(DataType type, long batch) {
    INDArray labels = Nd4j.zeros(type, batch, CLASSES);
    IntStream.range(0, (int) batch).forEach(i -> labels.putScalar(i, i % CLASSES, 1));
    return labels;
  }

  /** Makes all parameters random, so that none sits at a special value such as a zero bias. */
  public static void perturb(INDArray parameters) {
    Nd4j.getRandom().setSeed(SEED + 1);
    INDArray noise = Nd4j.rand(parameters.dataType(), parameters.shape());
    parameters.addi(noise.muli(0.05));
  }

  static boolean gradientsAreRight(MultiLayerNetwork network, INDArray images) {
    return inDoubles(
        () ->
            GradientCheckUtil.checkGradients(
                new GradientCheckUtil.MLNConfig()
                    .net(network)
                    .input(images)
                    .labels(labels(DataType.DOUBLE, images.size(0)))
                    .subset(true)
                    .maxPerParam(8)
                    .callEachIter(any -> Nd4j.getRandom().setSeed(SEED)) // of dropout
                    .excludeParams(statistics(network.paramTable().keySet()))));
  }

  static boolean gradientsAreRight(ComputationGraph network, INDArray images) {
    return inDoubles(
        () ->
            GradientCheckUtil.checkGradients(
                new GradientCheckUtil.GraphConfig()
                    .net(network)
                    .inputs(new INDArray[] {images})
                    .labels(new INDArray[] {labels(DataType.DOUBLE, images.size(0))})
                    .subset(true)
                    .maxPerParam(8)
                    .callEachIter(any -> Nd4j.getRandom().setSeed(SEED)) // of dropout
                    .excludeParams(statistics(network.paramTable().keySet()))));
  }

  private static Set<String> statistics(Set<String> names) {
    return names.stream()
        .filter(name -> name.endsWith("_mean") || name.endsWith("_var"))
        .collect(Collectors.toSet());
  }

  private static boolean inDoubles(java.util.function.BooleanSupplier check) {
    DataType before = Nd4j.dataType();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    try {
      return check.getAsBoolean();
    } finally {
      Nd4j.setDefaultDataTypes(before, before);
    }
  }
}
