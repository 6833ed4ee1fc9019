package org.slth.examples.stock;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Classifiers of 28 x 28 digits made of DL4J's own layers, with biases or normalizations. */
final class StockNetworks {

  private static final int CLASSES = 10;
  private static final InputType DIGITS = InputType.convolutional(28, 28, 1);

  private StockNetworks() {}

  /**
   * Returns LeNet-5 as da Cunha et al. (2022) have it: 5 x 5 convolutions of 6 and 16 channels,
   * each of the size of its image and halved by a maximum, then 120, 84 and 10 units.
   */
  static MultiLayerConfiguration leNet(IUpdater updater, long seed) {
    NeuralNetConfiguration.ListBuilder layers = start(updater, seed).list();
    for (int channels : new int[] {6, 16}) {
      layers
          .layer(
              new ConvolutionLayer.Builder(5, 5).nOut(channels).activation(Activation.RELU).build())
          .layer(pooling());
    }
    for (int units : new int[] {120, 84}) {
      layers.layer(new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build());
    }
    return layers.layer(output()).setInputType(DIGITS).build();
  }

  private static NeuralNetConfiguration.Builder start(IUpdater updater, long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(updater)
        .weightInit(WeightInit.RELU)
        .convolutionMode(ConvolutionMode.Same);
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .build();
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .activation(Activation.SOFTMAX)
        .nOut(CLASSES)
        .build();
  }

  /**
   * Returns a residual network: a convolution, one block that adds its input, one of twice the
   * channels and half the size that adds a 1 x 1 convolution of it, and the means of both merged.
   * Every convolution is normalized.
   *
   * @param channels of the first block
   */
  static ComputationGraphConfiguration residual(int channels, IUpdater updater, long seed) {
    GraphBuilder graph = start(updater, seed).graphBuilder().addInputs("image");
    String stem = relu(graph, "stem", normalized(graph, "stem", "image", channels, 3, 1));
    graph.addLayer("pool", pooling(), stem);
    String first = block(graph, "first", "pool", channels, 1);
    graph.addVertex("first-sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "pool", first);
    String small = relu(graph, "first-sum", "first-sum");
    String second = block(graph, "second", small, 2 * channels, 2);
    String shortcut = normalized(graph, "shortcut", small, 2 * channels, 1, 2);
    graph.addVertex(
        "second-sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), shortcut, second);
    String large = relu(graph, "second-sum", "second-sum");
    graph
        .addLayer("small-mean", mean(), small)
        .addLayer("large-mean", mean(), large)
        .addVertex("means", new MergeVertex(), "small-mean", "large-mean")
        .addLayer("out", output(), "means")
        .setOutputs("out")
        .setInputTypes(DIGITS);
    return graph.build();
  }

  /** Two normalized convolutions with a ReLU between. */
  private static String block(
      GraphBuilder graph, String name, String input, int channels, int stride) {
    String one = normalized(graph, name + "-1", input, channels, 3, stride);
    return normalized(graph, name + "-2", relu(graph, name + "-1", one), channels, 3, 1);
  }

  private static String normalized(
      GraphBuilder graph, String name, String input, int channels, int size, int stride) {
    ConvolutionLayer convolution =
        new ConvolutionLayer.Builder(size, size)
            .stride(stride, stride)
            .nOut(channels)
            .hasBias(false)
            .activation(Activation.IDENTITY)
            .build();
    graph
        .addLayer(name, convolution, input)
        .addLayer(name + "-norm", new BatchNormalization.Builder().build(), name);
    return name + "-norm";
  }

  private static String relu(GraphBuilder graph, String name, String input) {
    String relu = name + "-relu";
    graph.addLayer(relu, new ActivationLayer.Builder().activation(Activation.RELU).build(), input);
    return relu;
  }

  private static GlobalPoolingLayer mean() {
    return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
  }
}
