package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A layer type that a third party wrote, and what goes wrong with others of its jar. */
class LayerTypeTest {

  private static MultiLayerNetwork network(int channels, Activation activation) {
    return network(
        new ElementWiseMultiplicationLayer.Builder()
            .nIn(channels)
            .nOut(channels)
            .activation(activation)
            .build(),
        channels);
  }

  private static MultiLayerNetwork network(Layer first, int channels) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .list()
                .layer(first)
                .layer(
                    new OutputLayer.Builder()
                        .nIn(channels)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    network.init();
    Nd4j.getRandom().setSeed(5);
    network.params().addi(Nd4j.randn(network.params().shape()).muli(0.2));
    return network;
  }

  @Test
  void aLayerOfAThirdPartyIsPruned() {
    MultiLayerNetwork target = network(4, Activation.RELU);
    PrunedNetwork<MultiLayerNetwork> pruned = new SubsetSumPruner.Builder(1).build().prune(target);
    Nd4j.getRandom().setSeed(7);
    INDArray x = Nd4j.randn(DataType.FLOAT, 30, 4);
    double gap = target.output(x).sub(pruned.network().output(x)).amaxNumber().doubleValue();
    assertTrue(gap > 0 && gap < 2e-3, () -> "gap " + gap);
    assertEquals(
        List.of(true, false),
        pruned.ticket().layers().stream().map(layer -> layer.signedInput()).toList());
    assertEquals(8, pruned.report().layers().get(0).targetCoefficients());
    assertEquals(
        pruned.network().params(), SubsetSumPruner.rebuild(pruned.ticket(), target).params());
  }

  @Test
  void whatATypeRefusesIsNamed() {
    assertEquals(
        "this network cannot be pruned: layer 0 (ElementWiseMultiplicationLayer): cubes are too"
            + " steep; use another activation",
        refusal(network(4, Activation.CUBE)));
  }

  @Test
  void twoTypesForOneLayerAreRefused() {
    assertEquals(
        "this network cannot be pruned: layer 0 (ElementWiseMultiplicationLayer): one layer type"
            + " may handle it, but these do: vendor:scaling, vendor:covetous",
        refusal(network(13, Activation.RELU)));
  }

  /** The first of the jar's types cannot be loaded: said where it matters, and hides no other. */
  @Test
  void aTypeThatCannotBeLoadedIsReported() {
    String message = refusal(network(new LSTM.Builder().nIn(3).nOut(4).build(), 4));
    assertTrue(message.contains("slth:dense, slth:steerable"), message);
    assertTrue(message.contains("vendor:scaling"), message);
    assertTrue(message.contains("could not load: "), message);
    assertTrue(message.contains("org.vendor.slth.Missing"), message);
  }

  private static String refusal(MultiLayerNetwork network) {
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    return assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage();
  }

  @Test
  void aTrainedLayerSaysWhichParametersItHas() {
    TrainedLayer layer =
        new TrainedLayer(new LSTM(), Map.of("W", new double[1]), true, Optional.empty());
    assertEquals(
        "expected a parameter b, got [W]",
        assertThrows(IllegalArgumentException.class, () -> layer.parameter("b")).getMessage());
  }

  @Test
  void aPlannedLayerIsALayerOrAVertex() {
    assertEquals(
        "expected the configuration of a Layer or GraphVertex, got java.lang.String",
        assertThrows(IllegalArgumentException.class, () -> new PlannedLayer("dense", Map.of()))
            .getMessage());
  }
}
