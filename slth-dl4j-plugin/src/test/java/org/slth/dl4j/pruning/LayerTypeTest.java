package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.pruning.LayerSettings;
import org.slth.pruning.TrainedLayer;

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

  /** The layers that were made from settings are stored as any others. */
  @Test
  void theNetworkIsSavedAndLoaded(@TempDir Path folder) throws IOException {
    MultiLayerNetwork target = network(4, Activation.TANH);
    MultiLayerNetwork pruned = new SubsetSumPruner.Builder(1).build().prune(target).network();
    File file = folder.resolve("pruned.zip").toFile();
    ModelSerializer.writeModel(pruned, file, true);
    MultiLayerNetwork loaded = MultiLayerNetwork.load(file, true);
    assertEquals(pruned.getLayerWiseConfigurations(), loaded.getLayerWiseConfigurations());
    INDArray x = Nd4j.randn(DataType.FLOAT, 30, 4);
    assertEquals(pruned.output(x), loaded.output(x));
    loaded.fit(x, Nd4j.eye(3).repeat(0, 10));
    assertNotEquals(pruned.params(), loaded.params());
  }

  @Test
  void whatATypeRefusesIsNamed() {
    assertEquals(
        "this network cannot be pruned: layer 0 (ElementWiseMultiplicationLayer): cubes are too"
            + " steep; use another activation",
        refusal(network(4, Activation.CUBE)));
  }

  @Test
  void twoTypesOfOnePriorityAreRefusedWithTheirJars() {
    String message = refusal(network(13, Activation.RELU));
    assertTrue(message.contains("vendor:covetous of file:"), message);
    assertTrue(message.contains(" and vendor:scaling of file:"), message);
    assertTrue(message.contains("both answer for the layer org.deeplearning4j"), message);
  }

  @Test
  void theTypeOfTheHighestPriorityIsAsked() {
    String message = refusal(network(17, Activation.RELU));
    assertTrue(message.contains("vendor:wilful plans a layer that cannot be built"), message);
  }

  @Test
  void aTypeThatFailsHidesNoOther() {
    MultiLayerNetwork target = network(19, Activation.RELU);
    PrunedNetwork<MultiLayerNetwork> pruned = new SubsetSumPruner.Builder(1).build().prune(target);
    assertTrue(pruned.report().reached(), pruned.report()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          17 | expected settings, or the configuration of a Layer or GraphVertex, got java.lang.String
          23 | expected the configuration of a Layer or GraphVertex, got java.lang.String
          29 | there is no class org.vendor.NoSuchLayer on the class path
          31 | org.deeplearning4j.nn.conf.layers.DenseLayer has no setting nIn; it has activationFn,
          37 | DL4J cannot make a layer of org.deeplearning4j.nn.conf.layers.DenseLayer{nin=many}:
          """)
  void aPlanThatCannotBeBuiltIsRefusedBeforeTheSearch(int channels, String reason) {
    String expected =
        "this network cannot be pruned: layer 0 (ElementWiseMultiplicationLayer): vendor:wilful"
            + " plans a layer that cannot be built: "
            + reason;
    String message = refusal(network(channels, Activation.RELU));
    assertTrue(message.startsWith(expected), message);
  }

  @Test
  void everyParameterIsGiven() {
    assertEquals(
        "layer 0 has the parameters [W, b], got [W]", refusal(network(41, Activation.RELU)));
  }

  /** The first of the jar's types cannot be loaded: said where it matters, and hides no other. */
  @Test
  void aTypeThatCannotBeLoadedIsReported() {
    String message = refusal(network(new LSTM.Builder().nIn(3).nOut(4).build(), 4));
    assertTrue(message.contains("slth:dense, "), message);
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
        TrainedLayer.of(LayerSettings.of("org.vendor.Layer"), Map.of("W", new double[1]));
    assertEquals(
        "expected a parameter b, got [W]",
        assertThrows(IllegalArgumentException.class, () -> layer.parameter("b")).getMessage());
  }
}
