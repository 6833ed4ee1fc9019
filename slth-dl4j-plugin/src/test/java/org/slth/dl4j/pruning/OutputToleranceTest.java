package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.slth.bounds.Overparametrisation;
import org.slth.dl4j.certificate.OutputDifference;
import org.slth.ticket.SubsetSumTicket;

class OutputToleranceTest {

  /** The weights of the second layer are twenty times those of the first. */
  private static MultiLayerNetwork network(Activation activation) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .list(
                    new DenseLayer.Builder().nIn(6).nOut(8).activation(activation).build(),
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(8)
                        .nOut(3)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    network.init();
    network.getLayer(1).getParam("W").muli(20);
    return network;
  }

  private static INDArray inputs() {
    Nd4j.getRandom().setSeed(7);
    return Nd4j.rand(DataType.DOUBLE, 150, 6);
  }

  private static SubsetSumPruner.Builder pruner() {
    return new SubsetSumPruner.Builder(1)
        .solver("slth:within")
        .nonNegativeInput(true)
        .candidates(14)
        .threads(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 0.3, 0.005, 0.0005})
  void theOutputOnTheDataIsWithinTheTolerance(double tolerance) {
    MultiLayerNetwork target = network(Activation.RELU);
    INDArray x = inputs();
    PrunedNetwork<MultiLayerNetwork> pruned =
        pruner().outputTolerance(OutputTolerance.measured(tolerance, x)).build().prune(target);
    OutputReport output = pruned.report().output().orElseThrow();
    double error = OutputDifference.of(target, pruned.network(), x).norm();
    assertEquals(error, output.error(), 1e-12);
    assertTrue(error <= tolerance && output.reached(), output::toString);
    assertEquals(tolerance == 10 ? 1 : output.rounds(), output.rounds(), "it was near enough");
    assertTrue(tolerance >= 0.3 || output.rounds() > 1, output::toString);
    assertTrue(error > tolerance / 100 || output.rounds() == 1, "far too near: " + output);
  }

  /** Without it, this is how far the output is off. */
  @Test
  void coefficientsAloneWouldNotDo() {
    MultiLayerNetwork target = network(Activation.RELU);
    PrunedNetwork<MultiLayerNetwork> pruned = pruner().build().prune(target);
    double error = OutputDifference.of(target, pruned.network(), inputs()).norm();
    assertTrue(error > 0.05, () -> "error " + error);
    assertTrue(pruned.report().output().isEmpty());
  }

  @Test
  void layersOfSmallerCoefficientsHaveSmallerTolerances() {
    PrunedNetwork<MultiLayerNetwork> pruned =
        pruner()
            .outputTolerance(OutputTolerance.measured(0.5, inputs()))
            .build()
            .prune(network(Activation.RELU));
    List<LayerReport> layers = pruned.report().layers();
    double ratio = layers.get(1).tolerance() / layers.get(0).tolerance();
    assertTrue(ratio > 10 && ratio < 40, () -> "ratio " + ratio);
    assertEquals(layers.get(0).tolerance(), pruned.ticket().layers().get(0).tolerance());
  }

  @Test
  void aBoundInTheBallIsReachedToo() {
    MultiLayerNetwork target = network(Activation.RELU);
    INDArray x = inputs();
    OutputTolerance asked = OutputTolerance.certified(0.1, 1, x.getRow(0, true));
    PrunedNetwork<MultiLayerNetwork> pruned = pruner().outputTolerance(asked).build().prune(target);
    OutputReport output = pruned.report().output().orElseThrow();
    assertTrue(output.certified() && output.reached(), output::toString);
    String line = pruned.report().toString().lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(line.endsWith("(certified), tolerance 1.00e-01, searches " + output.rounds()), line);
    x.diviColumnVector(x.norm2(1)); // now in the ball
    double error = OutputDifference.of(target, pruned.network(), x).norm();
    assertTrue(error > 0 && error <= output.error(), () -> error + " against " + output);
  }

  @Test
  void whatHasNoBoundIsRefused() {
    OutputTolerance asked = OutputTolerance.certified(0.1, 1, inputs().getRow(0, true));
    assertEquals(
        "there is no bound for slth:depth-plus-one; measure its output on data",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    pruner()
                        .construction(SubsetSumTicket.DEPTH_PLUS_ONE)
                        .outputTolerance(asked)
                        .build())
            .getMessage());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    pruner().outputTolerance(asked).build().prune(network(Activation.RATIONALTANH)))
            .getMessage();
    assertTrue(message.startsWith("there is no bound for this network: "), message);
  }

  @Test
  void whatIsOutOfReachIsReportedSo() {
    PrunedNetwork<MultiLayerNetwork> pruned =
        pruner()
            .construction(SubsetSumTicket.ONE_CANDIDATE)
            .attempts(1)
            .outputTolerance(OutputTolerance.measured(1e-9, inputs()))
            .build()
            .prune(network(Activation.RELU));
    assertFalse(pruned.report().reached());
    assertEquals(12, pruned.report().output().orElseThrow().rounds());
  }

  /** Begun again, every search of it takes its layers from the first time. */
  @Test
  void everySearchHasItsCheckpoints(@TempDir Path directory) {
    MultiLayerNetwork target = network(Activation.RELU);
    SubsetSumPruner.Builder builder =
        pruner().outputTolerance(OutputTolerance.measured(0.005, inputs())).checkpoints(directory);
    PrunedNetwork<MultiLayerNetwork> first = builder.build().prune(target);
    int[] heard = new int[2];
    PruningListener listener =
        new PruningListener() {
          @Override
          public void layerResumed(LayerReport report, Path file) {
            heard[0]++;
          }

          @Override
          public void checkpointIgnored(Path file, String reason) {
            heard[1]++;
          }
        };
    PrunedNetwork<MultiLayerNetwork> again = builder.listener(listener).build().prune(target);
    assertEquals(first.ticket(), again.ticket());
    assertEquals(2 * first.report().output().orElseThrow().rounds(), heard[0]);
    assertEquals(0, heard[1]);
  }

  @Test
  void theTheoremsAreComparedLayerByLayer() {
    MultiLayerNetwork target = network(Activation.RELU);
    PrunedNetwork<MultiLayerNetwork> pruned = pruner().build().prune(target);
    List<Overparametrisation> bounds = NetworkBounds.of(target, pruned.ticket(), 0.1, 0.1);
    assertEquals(2, bounds.size());
    for (int l = 0; l < 2; l++) {
      LayerReport report = pruned.report().layers().get(l);
      assertEquals(report.sourceParameters(), bounds.get(l).sourceParameters());
      assertEquals(report.targetCoefficients(), bounds.get(l).coefficients());
      assertTrue(bounds.get(l).sourceParameters() > bounds.get(l).theoremTwoParameters());
    }
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    assertEquals(
        "the tolerance of the output must be positive and finite, got 0.0",
        assertThrows(IllegalArgumentException.class, () -> OutputTolerance.measured(0, inputs()))
            .getMessage());
    assertEquals(
        "expected an array for each input of the network, got 0",
        assertThrows(IllegalArgumentException.class, () -> OutputTolerance.measured(1))
            .getMessage());
    assertEquals(
        "a radius is positive and finite, got -1.0",
        assertThrows(
                IllegalArgumentException.class, () -> OutputTolerance.certified(1, -1, inputs()))
            .getMessage());
  }
}
