package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.certificate.NetworkCertificate;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.certificate.ExactCheck;

class ConstructionTest {

  private static SubsetSumPruner.Builder deep() {
    return new SubsetSumPruner.Builder(1)
        .construction(SubsetSumTicket.DEPTH_PLUS_ONE)
        .tolerance(1e-4)
        .threads(1);
  }

  private static MultiLayerNetwork network(InputType type, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().seed(3).dataType(DataType.DOUBLE).list(layers);
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(type).build());
    network.init();
    shake(network.params());
    return network;
  }

  private static void shake(INDArray parameters) { // biases and statistics too
    Nd4j.getRandom().setSeed(5);
    parameters.addi(Nd4j.rand(DataType.DOUBLE, parameters.shape()).muli(0.2));
  }

  private static Layer dense(int out, Activation activation) {
    return new DenseLayer.Builder().nOut(out).activation(activation).build();
  }

  private static Layer output() {
    return new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build();
  }

  private static MultiLayerNetwork mlp() {
    return network(
        InputType.feedForward(5),
        dense(6, Activation.IDENTITY),
        new BatchNormalization(),
        new ActivationLayer(Activation.RELU),
        dense(4, Activation.IDENTITY),
        new DropoutLayer(0.5),
        output());
  }

  private static MultiLayerNetwork cnn(boolean maximum) {
    PoolingType pooling = maximum ? PoolingType.MAX : PoolingType.AVG;
    return network(
        InputType.convolutional(8, 8, 2),
        new ConvolutionLayer.Builder(3, 3).nOut(3).activation(Activation.RELU).build(),
        new SubsamplingLayer.Builder(pooling).kernelSize(2, 2).stride(1, 1).build(),
        new ConvolutionLayer.Builder(3, 3)
            .nOut(4)
            .stride(2, 2)
            .padding(1, 1)
            .activation(Activation.RELU)
            .build(),
        dense(5, Activation.RELU),
        output());
  }

  private static INDArray x(long... shape) {
    Nd4j.getRandom().setSeed(7);
    return Nd4j.randn(DataType.DOUBLE, shape);
  }

  private static double gap(INDArray one, INDArray other) {
    return one.sub(other).amaxNumber().doubleValue();
  }

  @Test
  void depthPlusOneComputesTheTargetOnSignedInputs() {
    MultiLayerNetwork target = mlp();
    PrunedNetwork<MultiLayerNetwork> pruned = deep().build().prune(target);
    INDArray x = x(20, 5);
    double gap = gap(target.output(x), pruned.network().output(x));
    assertTrue(gap > 0 && gap < 3e-3, () -> "gap " + gap + "\n" + pruned.report());
    assertEquals(4, pruned.report().depth());
    assertEquals(4, layersWithParameters(pruned.network()));
    double coarse = gap(target.output(x), coarse(target).output(x));
    assertTrue(coarse > 1e-2, () -> "the ticket was not coarse: " + coarse);
  }

  private static MultiLayerNetwork coarse(MultiLayerNetwork target) {
    return deep().candidates(2).attempts(1).build().prune(target).network();
  }

  private static long layersWithParameters(MultiLayerNetwork network) {
    return Arrays.stream(network.getLayers()).filter(each -> each.numParams() > 0).count();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void depthPlusOneGoesThroughPoolingAndFlattening(boolean maximum) {
    MultiLayerNetwork target = cnn(maximum);
    PrunedNetwork<MultiLayerNetwork> pruned =
        deep().candidates(22).tolerance(2e-6).build().prune(target);
    INDArray x = x(6, 2, 8, 8);
    double gap = gap(target.output(x), pruned.network().output(x));
    assertTrue(gap > 0 && gap < 2e-3, () -> "gap " + gap + "\n" + pruned.report());
    assertEquals(5, layersWithParameters(pruned.network()));
  }

  @Test
  void depthPlusOneTakesChainsOfAGraph() {
    ComputationGraph target =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .graphBuilder()
                .addInputs("in")
                .addLayer("a", dense(4, Activation.RELU), "in")
                .addLayer("b", dense(3, Activation.TANH), "a")
                .addLayer(
                    "loss", new LossLayer.Builder().activation(Activation.SOFTMAX).build(), "b")
                .setOutputs("loss")
                .setInputTypes(InputType.feedForward(5))
                .build());
    target.init();
    shake(target.params());
    PrunedNetwork<ComputationGraph> pruned = deep().build().prune(target);
    INDArray x = x(20, 5);
    double gap = gap(target.outputSingle(x), pruned.network().outputSingle(x));
    assertTrue(gap > 0 && gap < 1e-3, () -> "gap " + gap);
    ComputationGraph again = SubsetSumPruner.rebuild(pruned.ticket(), target);
    assertEquals(pruned.network().params(), again.params());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SubsetSumTicket.TWO_LAYERS,
        SubsetSumTicket.ONE_CANDIDATE,
        SubsetSumTicket.DEPTH_PLUS_ONE
      })
  void everyConstructionIsRebuiltAndCertified(String construction) {
    MultiLayerNetwork target = mlp();
    PrunedNetwork<MultiLayerNetwork> pruned =
        deep().construction(construction).candidates(8).attempts(2).build().prune(target);
    assertEquals(construction, pruned.ticket().construction());
    MultiLayerNetwork again = SubsetSumPruner.rebuild(pruned.ticket(), target);
    assertEquals(pruned.network().params(), again.params());
    NetworkCertificate certificate = NetworkCertificate.of(target, pruned.ticket());
    ExactCheck check = ExactCheck.of(pruned.ticket(), certificate.claims());
    assertEquals(List.of(), check.findings());
    assertEquals(pruned.report().total().maxError(), check.largestError(), 1e-9);
  }

  /** Of the network that is built: no number but those that are kept, and the constants' ones. */
  @Test
  void depthPlusOneCountsWhatItKeeps() {
    PrunedNetwork<MultiLayerNetwork> pruned = deep().candidates(10).build().prune(mlp());
    double[] parameters = pruned.network().params().toDoubleVector();
    long ones = Arrays.stream(parameters).filter(w -> w == 1).count();
    long others = Arrays.stream(parameters).filter(w -> w != 0 && w != 1).count();
    assertEquals(2 * 10, ones);
    assertEquals(pruned.report().total().keptParameters(), others);
    assertEquals(pruned.ticket().kept(), others);
    LayerReport last = pruned.report().layers().get(2);
    assertEquals((4 * 10 + 10) * 3, last.sourceParameters());
    assertEquals((4 * 10 + 10) * 3, last.maskedParameters());
    LayerReport middle = pruned.report().layers().get(1);
    assertEquals((6 * 10 + 10) * (4 * 10 + 10) + 4 * 10 + 10, middle.sourceParameters());
    assertEquals((6 * 10 + 10) * (4 * 10), middle.maskedParameters());
  }

  /** One of hundreds is about as near as one of the subsets of eight. */
  @Test
  void oneCandidateNeedsManyToBeAsNear() {
    MultiLayerNetwork target = mlp();
    LayerReport few = malach(target, 8).report().total();
    PrunedNetwork<MultiLayerNetwork> many = malach(target, 1000);
    assertTrue(many.report().total().maxError() * 20 < few.maxError());
    assertTrue(many.report().total().maxError() < 0.1, () -> "\n" + many.report());
    long problems =
        many.report().layers().stream().mapToLong(LayerReport::targetCoefficients).sum();
    long weights =
        many.ticket().layers().stream().mapToLong(layer -> layer.coefficients().count()).sum();
    assertTrue(weights <= 2 * problems, "more than one candidate for some problem");
    double gap = gap(target.output(x(20, 5)), many.network().output(x(20, 5)));
    assertTrue(gap > 0 && gap < 0.1, () -> "gap " + gap);
  }

  private static PrunedNetwork<MultiLayerNetwork> malach(MultiLayerNetwork target, int candidates) {
    return deep()
        .construction(SubsetSumTicket.ONE_CANDIDATE)
        .law(CandidateLaw.UNIFORM)
        .candidates(candidates)
        .attempts(1)
        .build()
        .prune(target);
  }

  @Test
  void whatIsNoChainIsRefusedByName() {
    assertRefused(
        "layer 0 (DenseLayer) has an activation that is not pointwise or changes 1",
        network(InputType.feedForward(5), dense(4, Activation.TANH), output()));
    assertRefused(
        "layer 1 (ActivationLayer) does not act on channels alone and leave a constant 1 as it is",
        network(
            InputType.feedForward(5),
            dense(4, Activation.IDENTITY),
            new ActivationLayer(Activation.SOFTMAX),
            output()));
    assertRefused(
        "layer 1 (SubsamplingLayer) does not act on channels alone and leave a constant 1 as it is",
        network(
            InputType.convolutional(8, 8, 2),
            new ConvolutionLayer.Builder(3, 3).nOut(3).build(),
            new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(2, 2)
                .stride(2, 2)
                .padding(1, 1)
                .build(),
            output()));
  }

  private static void assertRefused(String obstacle, MultiLayerNetwork target) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> deep().build().prune(target))
            .getMessage();
    assertTrue(message.contains(obstacle), message);
    assertTrue(message.endsWith("slth:two-layers takes this network"), message);
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    assertEquals(
        "slth:depth-plus-one needs as many candidates for every input; leave adaptive out",
        assertThrows(IllegalArgumentException.class, () -> deep().adaptive(true).build())
            .getMessage());
    assertEquals(
        "expected a construction out of slth:two-layers, slth:one-candidate, slth:depth-plus-one,"
            + " got slth:deep",
        assertThrows(IllegalArgumentException.class, () -> deep().construction("slth:deep").build())
            .getMessage());
  }
}
