package org.slth.dl4j.internal.network;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Networks of one of DL4J's own convolutions with biases that are not zero. */
public final class StockConvolutions {

  public static final int CHANNELS = 2;

  /**
   * What tells one convolution from another.
   *
   * @param numbers height and width of kernel, stride, padding and dilation in turn
   */
  public record Settings(List<int[]> numbers, ConvolutionMode mode, CNN2DFormat format) {

    /** Reads {@code 3x3 stride 1x1 padding 0x0 dilation 1x1 Same}. */
    public static Settings parse(String text) {
      String[] words = text.split(" ", -1);
      List<int[]> numbers = Stream.of(0, 2, 4, 6).map(i -> pair(words[i])).toList();
      return new Settings(numbers, ConvolutionMode.valueOf(words[7]), CNN2DFormat.NCHW);
    }

    private static int[] pair(String text) {
      String[] numbers = text.split("x", -1);
      return new int[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])};
    }

    public Settings with(CNN2DFormat other) {
      return new Settings(numbers, mode, other);
    }
  }

  private StockConvolutions() {}

  public static ConvolutionLayer layer(
      String kind, Settings settings, Activation activation, boolean bias) {
    return switch (kind) {
      case "convolution" ->
          common(
                  new ConvolutionLayer.Builder(settings.numbers().get(0)),
                  settings,
                  activation,
                  bias)
              .dataFormat(settings.format())
              .nOut(3)
              .build();
      case "separable" ->
          common(
                  new SeparableConvolution2D.Builder(settings.numbers().get(0)),
                  settings,
                  activation,
                  bias)
              .dataFormat(settings.format())
              .depthMultiplier(2)
              .nOut(3)
              .build();
      case "depthwise" ->
          common(
                  new DepthwiseConvolution2D.Builder(settings.numbers().get(0)),
                  settings,
                  activation,
                  bias)
              .dataFormat(settings.format())
              .depthMultiplier(2)
              .build();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static <B extends ConvolutionLayer.BaseConvBuilder<B>> B common(
      B builder, Settings settings, Activation activation, boolean bias) {
    return builder
        .nIn(CHANNELS)
        .stride(settings.numbers().get(1))
        .padding(settings.numbers().get(2))
        .dilation(settings.numbers().get(3))
        .convolutionMode(settings.mode())
        .activation(activation)
        .hasBias(bias);
  }

  public static MultiLayerNetwork chain(Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(3).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    if (network.numParams() > 0) {
      shake(network.params());
    }
    return network;
  }

  public static ComputationGraph graph(Layer layer) {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .graphBuilder()
                .addInputs("in")
                .addLayer("layer", layer, "in")
                .setOutputs("layer")
                .build());
    network.init();
    shake(network.params());
    return network;
  }

  private static void shake(INDArray parameters) {
    Nd4j.getRandom().setSeed(5);
    parameters.addi(Nd4j.randn(parameters.shape()).muli(0.2));
  }

  /** Signed images of 7 x 9 pixels. */
  public static INDArray images(CNN2DFormat format) {
    Nd4j.getRandom().setSeed(7);
    INDArray images = Nd4j.randn(DataType.FLOAT, 4, CHANNELS, 7, 9);
    return format == CNN2DFormat.NCHW ? images : images.permute(0, 2, 3, 1).dup();
  }

  public static double difference(INDArray a, INDArray b) {
    return a.sub(b).amaxNumber().doubleValue();
  }
}
