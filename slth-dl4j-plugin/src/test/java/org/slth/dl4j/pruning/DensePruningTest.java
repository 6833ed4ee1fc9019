package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.ops.transforms.Transforms;

class DensePruningTest {

  private static MultiLayerNetwork network(boolean bias) {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .updater(new Adam(0.01))
            .list()
            .layer(
                new DenseLayer.Builder()
                    .nIn(6)
                    .nOut(9)
                    .hasBias(bias)
                    .activation(Activation.TANH)
                    .build())
            .layer(
                new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                    .nIn(9)
                    .nOut(4)
                    .hasBias(bias)
                    .activation(Activation.IDENTITY)
                    .build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    if (bias) {
      network.getLayer(0).getParam("b").assign(Nd4j.rand(DataType.FLOAT, 1, 9));
      network.getLayer(1).getParam("b").assign(Nd4j.rand(DataType.FLOAT, 1, 4));
    }
    return network;
  }

  private static INDArray signedInputs() {
    Nd4j.getRandom().setSeed(7);
    return Nd4j.randn(DataType.FLOAT, 50, 6);
  }

  private static double difference(MultiLayerNetwork a, MultiLayerNetwork b, INDArray x) {
    return a.output(x).sub(b.output(x)).amaxNumber().doubleValue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thePrunedNetworkComputesTheTarget(boolean bias) {
    MultiLayerNetwork target = network(bias);
    PrunedNetwork<MultiLayerNetwork> pruned = new SubsetSumPruner.Builder(1).build().prune(target);
    assertTrue(pruned.report().reached(), () -> "\n" + pruned.report());
    INDArray x = signedInputs();
    double gap = difference(target, pruned.network(), x);
    assertTrue(gap < 2e-3, () -> "gap " + gap);
    assertTrue(gap > 0, "the target itself was returned");
  }

  /** The control: with a wrong claim about the input the negative part is lost. */
  @Test
  void aSignedInputClaimedNonNegativeGoesWrong() {
    MultiLayerNetwork target = network(true);
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(1).nonNegativeInput(true).build().prune(target);
    assertTrue(difference(target, pruned.network(), signedInputs()) > 0.1);
    INDArray positive = signedInputs();
    assertTrue(difference(target, pruned.network(), Transforms.abs(positive)) < 2e-3);
  }

  @Test
  void moreCandidatesComeCloser() {
    MultiLayerNetwork target = network(true);
    double few = maxError(target, 10);
    double many = maxError(target, 22);
    assertTrue(many < few / 100, () -> "10 candidates: " + few + ", 22: " + many);
  }

  private static double maxError(MultiLayerNetwork target, int candidates) {
    return new SubsetSumPruner.Builder(5)
        .tolerance(1)
        .candidates(candidates)
        .build()
        .prune(target)
        .report()
        .total()
        .maxError();
  }

  @Test
  void theTicketRebuildsTheNetworkBitForBit() {
    MultiLayerNetwork target = network(true);
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(2).candidates(12).tolerance(1e-3).build().prune(target);
    assertTrue(pruned.report().total().redraws() > 0, "no redraw was needed");
    MultiLayerNetwork rebuilt = SubsetSumPruner.rebuild(pruned.ticket(), network(true));
    assertEquals(pruned.network().params(), rebuilt.params());
  }

  @Test
  void theTicketDoesNotDependOnTheThreads() {
    MultiLayerNetwork target = network(true);
    assertEquals(
        new SubsetSumPruner.Builder(2).threads(1).build().prune(target).ticket(),
        new SubsetSumPruner.Builder(2).threads(3).build().prune(target).ticket());
  }

  @Test
  void countsFollowTheTheory() {
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(1).candidates(20).build().prune(network(false));
    LayerReport first = pruned.report().layers().get(0);
    assertEquals(6 * 9, first.targetCoefficients());
    // Behind each of 6 inputs 20 copies of either sign: one u, and one v per output.
    assertEquals(6 * 40 * (1 + 9), first.maskedParameters());
    assertTrue(first.sourceParameters() >= 6 * 40 * (6 + 9));
    assertTrue(first.keptParameters() < first.maskedParameters());
  }

  @Test
  void everyLayerThatCannotBePrunedIsNamed() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LSTM.Builder().nIn(3).nOut(4).build())
                .layer(new LSTM.Builder().nIn(4).nOut(4).build())
                .layer(new RnnOutputLayer.Builder().nIn(4).nOut(2).build())
                .build());
    network.init();
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    String message =
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage();
    assertTrue(message.contains("layer 0 (LSTM)"), message);
    assertTrue(message.contains("layer 1 (LSTM)"), message);
    assertTrue(message.contains("can be pruned"), message);
  }

  @Test
  void weightsThatAreNotFiniteAreRefused() {
    MultiLayerNetwork network = network(true);
    network.getLayer(1).getParam("W").putScalar(0, Double.NaN);
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    String message =
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage();
    assertEquals(
        "this network cannot be pruned: layer 1 (OutputLayer): its parameter W is not finite; train"
            + " it again",
        message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aToleranceMustBePositive(double tolerance) {
    SubsetSumPruner.Builder builder = new SubsetSumPruner.Builder(1);
    String message =
        assertThrows(IllegalArgumentException.class, () -> builder.tolerance(tolerance))
            .getMessage();
    assertEquals("tolerance must be positive and finite, got " + tolerance, message);
  }

  @Test
  void anInterruptCancels() {
    MultiLayerNetwork target = network(true);
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> pruner.prune(target));
    assertTrue(Thread.interrupted());
  }
}
