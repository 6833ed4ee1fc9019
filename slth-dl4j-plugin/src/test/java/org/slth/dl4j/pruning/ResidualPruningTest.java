package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.dl4j.internal.network.ReplacedLayers;
import org.slth.dl4j.internal.network.StockConvolutions;
import org.slth.ticket.TicketLayer;

/** A residual CNN of DL4J's own layers, with normalizations, two branches and pooling. */
class ResidualPruningTest {

  private static ComputationGraph target;

  @BeforeAll
  static void train() {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .updater(new Adam(0.01))
            .convolutionMode(ConvolutionMode.Same)
            .graphBuilder()
            .addInputs("image");
    String stem = relu(graph, "stem", normalized(graph, "stem", "image", 3, 1));
    String first = relu(graph, "first", normalized(graph, "first", stem, 3, 1));
    String second = normalized(graph, "second", first, 3, 1);
    graph.addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), stem, second);
    String block = relu(graph, "block", "sum");
    String strided = normalized(graph, "strided", block, 3, 2);
    graph
        .addLayer("pool", new SubsamplingLayer.Builder().kernelSize(2, 2).build(), block)
        .addVertex("both", new MergeVertex(), strided, "pool")
        .addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "both")
        .addLayer(
            "out", new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build(), "mean")
        .setOutputs("out")
        .setInputTypes(InputType.convolutional(8, 8, 1));
    target = new ComputationGraph(graph.build());
    target.init();
    INDArray labels = Nd4j.zeros(DataType.FLOAT, 12, 3);
    for (int i = 0; i < 12; i++) {
      labels.putScalar(i, i % 3, 1);
    }
    for (int step = 0; step < 10; step++) {
      target.fit(new DataSet(images(), labels));
    }
  }

  private static String normalized(
      GraphBuilder graph, String name, String input, int size, int stride) {
    graph
        .addLayer(
            name,
            new ConvolutionLayer.Builder(size, size)
                .stride(stride, stride)
                .nOut(4)
                .activation(Activation.IDENTITY)
                .build(),
            input)
        .addLayer(name + "-norm", new BatchNormalization.Builder().build(), name);
    return name + "-norm";
  }

  private static String relu(GraphBuilder graph, String name, String input) {
    String relu = name + "-relu";
    graph.addLayer(relu, new ActivationLayer.Builder().activation(Activation.RELU).build(), input);
    return relu;
  }

  private static INDArray images() {
    Nd4j.getRandom().setSeed(6);
    return Nd4j.rand(DataType.FLOAT, 12, 1, 8, 8);
  }

  private static double gap(ComputationGraph pruned) {
    return StockConvolutions.difference(
        target.outputSingle(images()), pruned.outputSingle(images()));
  }

  private static SubsetSumPruner.Builder pruner() {
    return new SubsetSumPruner.Builder(1).nonNegativeInput(true);
  }

  @Test
  void thePrunedGraphComputesTheTarget() {
    ReplacedLayers.checkLaws(target, true);
    PrunedNetwork<ComputationGraph> pruned = pruner().tolerance(1e-4).build().prune(target);
    assertTrue(pruned.report().reached(), () -> "\n" + pruned.report());
    double gap = gap(pruned.network());
    assertTrue(gap > 0 && gap < 1e-3, () -> "gap " + gap);
    ComputationGraph rebuilt = SubsetSumPruner.rebuild(pruned.ticket(), target);
    assertEquals(pruned.network().params(), rebuilt.params());
    assertTrue(
        Stream.of(pruned.network().getVertices())
            .noneMatch(
                v -> v.hasLayer() && v.getLayer().conf().getLayer() instanceof BatchNormalization),
        "a normalisation was not folded in");
  }

  /** Of all inputs the last alone may be negative: one branch of it has no ReLU. */
  @Test
  void onlyWhatMayBeNegativeNeedsBothSigns() {
    List<TicketLayer> layers =
        pruner().candidates(4).tolerance(9).build().prune(target).ticket().layers();
    assertEquals(
        List.of("layer out (OutputLayer)"),
        layers.stream().filter(TicketLayer::signedInput).map(TicketLayer::name).toList());
    assertEquals(5, layers.size());
  }

  /** The control: random weights under masks that are not their own compute something else. */
  @Test
  void aCoarseTicketIsFarOff() {
    double gap = gap(pruner().candidates(2).tolerance(9).build().prune(target).network());
    assertTrue(gap > 0.02, () -> "gap " + gap);
  }
}
