package org.slth.dl4j.export;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.slth.dl4j.export.ExportedNetworks.assertClose;
import static org.slth.dl4j.export.ExportedNetworks.chain;
import static org.slth.dl4j.export.ExportedNetworks.random;

import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/** DL4J's own layers and vertices in a SameDiff graph, in the settings that SLTH never makes. */
class StockSameDiffTest {

  private static ComputationGraph graph(InputType input, Consumer<GraphBuilder> layers) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(4)
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(input);
    layers.accept(builder);
    ComputationGraph network = new ComputationGraph(builder.setOutputs("out").build());
    network.init();
    if (network.numParams() == 0) {
      return network;
    }
    INDArray moved = random(network.params().shape());
    network.params().addi(moved.mul(moved).muli(0.1)); // variances stay positive
    return network;
  }

  private static void assertLeaves(InputType input, Consumer<GraphBuilder> layers) {
    ComputationGraph network = graph(input, layers);
    long[] shape = input.getShape(true);
    shape[0] = 3;
    INDArray x = random(shape);
    INDArray y = TicketExporter.of(network).sameDiff().outputSingle(Map.of("in", x), "out");
    assertClose(network.outputSingle(x), y);
  }

  private static void assertLayerLeaves(Layer layer) {
    assertLeaves(InputType.convolutional(9, 8, 4), b -> b.addLayer("out", layer, "in"));
  }

  @ParameterizedTest
  @EnumSource(ElementWiseVertex.Op.class)
  void combinations(ElementWiseVertex.Op operation) {
    assertLeaves(
        InputType.feedForward(4),
        builder ->
            builder
                .addLayer("a", new DenseLayer.Builder().nOut(4).build(), "in")
                .addVertex("out", new ElementWiseVertex(operation), "in", "a"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void partsOfChannels(boolean images) {
    assertLeaves(
        images ? InputType.convolutional(3, 2, 4) : InputType.feedForward(4),
        builder ->
            builder
                .addVertex("scaled", new ScaleVertex(2), "in")
                .addLayer("norm", new BatchNormalization(), "scaled") // tells vectors from images
                .addVertex("part", new SubsetVertex(1, 2), "norm")
                .addVertex("shifted", new ShiftVertex(0.5), "part")
                .addVertex("merged", new MergeVertex(), "shifted", "scaled")
                .addLayer("dropped", new DropoutLayer(0.5), "merged")
                .addLayer(
                    "out",
                    images
                        ? new SubsamplingLayer.Builder(PoolingType.MAX)
                            .kernelSize(2, 2)
                            .build() // no nIn: DL4J miscounts channels of parts
                        : new DenseLayer.Builder().nOut(2).build(),
                    "dropped"));
  }

  @Test
  void normalisations() {
    for (boolean logarithmic : new boolean[] {false, true}) {
      for (boolean locked : new boolean[] {false, true}) {
        Layer norm =
            new BatchNormalization.Builder()
                .useLogStd(logarithmic)
                .lockGammaBeta(locked)
                .gamma(1.5)
                .beta(0.2)
                .build();
        assertLeaves(
            InputType.feedForward(4),
            builder ->
                builder
                    .addLayer("norm", norm, "in")
                    .addLayer("dense", new DenseLayer.Builder().nOut(3).build(), "norm")
                    .addLayer(
                        "out",
                        new LossLayer.Builder().activation(Activation.SOFTMAX).build(),
                        "dense"));
      }
    }
    assertLayerLeaves(new LocalResponseNormalization.Builder(2, 5, 1e-1, 0.75).build());
  }

  @Test
  void convolutions() {
    for (ConvolutionMode mode :
        new ConvolutionMode[] {ConvolutionMode.Same, ConvolutionMode.Truncate}) {
      assertLayerLeaves(
          new ConvolutionLayer.Builder(3, 2)
              .stride(2, 1)
              .dilation(2, 3)
              .padding(mode == ConvolutionMode.Same ? new int[2] : new int[] {1, 2})
              .convolutionMode(mode)
              .nOut(5)
              .activation(Activation.LEAKYRELU)
              .build());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PoolingType.class,
      names = {"MAX", "AVG", "PNORM"})
  void poolings(PoolingType type) {
    for (boolean counted : new boolean[] {false, true}) {
      assertLayerLeaves(
          new SubsamplingLayer.Builder(type)
              .kernelSize(3, 2)
              .stride(2, 1)
              .padding(1, 0)
              .pnorm(2)
              .avgPoolIncludePadInDivisor(counted)
              .build());
    }
  }

  @ParameterizedTest
  @EnumSource(PoolingType.class)
  void globalPoolings(PoolingType type) {
    assertLayerLeaves(new GlobalPoolingLayer.Builder(type).pnorm(2).build());
  }

  @Test
  void imagesOfVectorsAndBack() {
    assertLeaves(
        InputType.convolutionalFlat(6, 5, 2),
        builder ->
            builder
                .addLayer("conv", new ConvolutionLayer.Builder(3, 3).nOut(4).build(), "in")
                .addLayer("out", new DenseLayer.Builder().nOut(3).build(), "conv"));
  }

  @Test
  void whatHasNoFormIsNamed() {
    TicketExporter sequences =
        TicketExporter.of(
            chain(
                new NoOp(),
                InputType.recurrent(3),
                new LSTM.Builder().nOut(4).build(),
                new RnnOutputLayer.Builder().nOut(2).build()));
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, sequences::sameDiff).getMessage());
    assertTrue(message.contains("layer 0 (LSTM): "), message);
    assertTrue(message.contains("layer 1 (RnnOutputLayer): "), message);
    TicketExporter last =
        TicketExporter.of(
            graph(
                InputType.convolutional(4, 4, 2, CNN2DFormat.NHWC),
                b -> b.addLayer("out", new ConvolutionLayer.Builder(2, 2).nOut(1).build(), "in")));
    assertTrue(
        String.valueOf(assertThrows(IllegalArgumentException.class, last::sameDiff).getMessage())
            .endsWith("layer out (ConvolutionLayer): it has no form for images in NHWC format"));
  }
}
