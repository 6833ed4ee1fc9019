package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.representation.FieldType;

/** What DL4J does with a network besides running it. */
@Tag("slow")
class PersistenceTest {

  @TempDir private Path folder;

  static Stream<Stack> stacks() {
    return Stacks.fast();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void configurationsSurviveJsonAndYamlAndCloning(Stack stack) {
    MultiLayerConfiguration conf =
        Networks.of(DataType.FLOAT, stack.inputType(), stack.layers()).getLayerWiseConfigurations();
    assertEquals(conf, MultiLayerConfiguration.fromJson(conf.toJson()));
    assertEquals(conf, MultiLayerConfiguration.fromYaml(conf.toYaml()));
    assertEquals(conf, conf.clone());
    ComputationGraphConfiguration graph =
        Networks.graph(DataType.FLOAT, stack.inputType(), stack.layers()).getConfiguration();
    assertEquals(graph, ComputationGraphConfiguration.fromJson(graph.toJson()));
    assertEquals(graph, graph.clone());
  }

  @Test
  void layersThatDifferInOneSettingAreNotEqual() {
    String image = "C4: trivial";
    String regular = "C4: regular";
    SlthLayer layer = Stacks.convolution(image, regular).build();
    for (SteerableConvolution2D.Builder other :
        List.of(
            Stacks.convolution(image, regular).kernelSize(5),
            Stacks.convolution(image, regular).padding(1),
            Stacks.convolution(image, regular).hasBias(false),
            Stacks.convolution(image, regular).kernelBasis("slth:circular-harmonic"),
            Stacks.convolution(image, regular).allowInexactGrid(true),
            Stacks.convolution(image, "C4: 2*regular"))) {
      assertNotEquals(layer, other.build());
    }
    assertEquals(layer, Stacks.convolution(image, regular).build());
    assertNotEquals(
        Stacks.deconvolution(image, regular).build(),
        Stacks.deconvolution(image, regular).stride(2).build());
    FieldType type = FieldType.parse(regular);
    EquivariantDense.Builder dense = new EquivariantDense.Builder(type, type);
    assertNotEquals(dense.build(), dense.hasBias(false).build());
  }

  /** Networks that hold every kind of layer. */
  static Stream<Stack> networks() {
    return Stream.of(Stacks.deep(LayerRuntime.FAST), Stacks.decoder(), Stacks.perceptron());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void aSavedNetworkTrainsOnBitForBit(Stack stack) throws IOException {
    MultiLayerNetwork network =
        Networks.of(DataType.FLOAT, new Adam(0.01), stack.inputType(), stack.layers());
    network.fit(data(stack));
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
    MultiLayerNetwork cloned = network.clone();
    for (MultiLayerNetwork copy : List.of(restored, cloned)) {
      assertEquals(0, network.params().distance1(copy.params()));
    }
    network.fit(data(stack));
    for (MultiLayerNetwork copy : List.of(restored, cloned)) {
      copy.fit(data(stack));
      INDArray images = stack.images(DataType.FLOAT);
      assertEquals(0, network.params().distance1(copy.params()));
      assertEquals(0, network.output(images).distance1(copy.output(images)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void aSavedGraphTrainsOnBitForBit(Stack stack) throws IOException {
    ComputationGraph network =
        Networks.graph(DataType.FLOAT, new Adam(0.01), stack.inputType(), stack.layers());
    network.fit(data(stack));
    File file = folder.resolve("graph.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);
    network.fit(data(stack));
    restored.fit(data(stack));
    assertEquals(0, network.params().distance1(restored.params()));
  }

  @Test
  void runningAveragesMoveTowardsTheBatch() {
    MultiLayerNetwork network = trained();
    INDArray mean = network.getParam("1_mean");
    assertTrue(mean.amaxNumber().doubleValue() > 0);
    for (int i = 0; i < 200; i++) {
      network.fit(data());
    }
    // in the limit, inference normalises as training does
    INDArray inference = network.output(images(), false);
    INDArray training = network.output(images(), true);
    assertTrue(inference.sub(training).amaxNumber().doubleValue() < 0.05);
  }

  @Test
  void frozenLayersStayAsTheyAre() {
    MultiLayerNetwork network = trained();
    MultiLayerNetwork tuned = new TransferLearning.Builder(network).setFeatureExtractor(4).build();
    INDArray below = tuned.getLayer(4).params().dup();
    INDArray first = tuned.getLayer(0).params().dup();
    INDArray above = tuned.getLayer(6).params().dup();
    tuned.fit(data());
    assertEquals(0, below.distance1(tuned.getLayer(4).params()));
    assertEquals(0, first.distance1(tuned.getLayer(0).params()));
    assertTrue(above.distance1(tuned.getLayer(6).params()) > 0);
  }

  @Test
  void earlyStoppingKeepsTheBest() {
    Stack stack = Stacks.deep(LayerRuntime.FAST);
    MultiLayerNetwork network =
        Networks.of(DataType.FLOAT, new Adam(0.01), stack.inputType(), stack.layers());
    ListDataSetIterator<DataSet> iterator = new ListDataSetIterator<>(data().asList(), 3);
    EarlyStoppingConfiguration<MultiLayerNetwork> conf =
        new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
            .epochTerminationConditions(new MaxEpochsTerminationCondition(3))
            .scoreCalculator(new DataSetLossCalculator(iterator, true))
            .modelSaver(new InMemoryModelSaver<>())
            .build();
    EarlyStoppingResult<MultiLayerNetwork> result =
        new EarlyStoppingTrainer(conf, network, iterator).fit();
    double best = result.getScoreVsEpoch().values().stream().min(Double::compare).orElseThrow();
    assertEquals(best, result.getBestModel().score(data()), 1e-4);
  }

  @Test
  void setParamAssigns() {
    MultiLayerNetwork network = trained();
    INDArray value = network.getParam("0_W").mul(2);
    network.setParam("0_W", value);
    assertEquals(0, network.getParam("0_W").distance1(value));
  }

  @Test
  void anUnknownGroupIsNamedWhenLoading() {
    String json =
        Networks.of(
                DataType.FLOAT,
                Stacks.deep(LayerRuntime.FAST).inputType(),
                Stacks.deep(LayerRuntime.FAST).layers())
            .getLayerWiseConfigurations()
            .toJson()
            .replace("D4: ", "Monster: ");
    RuntimeException error =
        assertThrows(
            RuntimeException.class,
            () -> {
              MultiLayerNetwork network =
                  new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
              network.init();
              network.output(images());
            });
    assertTrue(messages(error).contains("Monster"), () -> messages(error));
  }

  private static String messages(Throwable error) {
    Throwable cause = error.getCause();
    return error.getMessage() + (cause == null ? "" : "; " + messages(cause));
  }

  private static MultiLayerNetwork trained() {
    Stack stack = Stacks.deep(LayerRuntime.FAST);
    MultiLayerNetwork network =
        Networks.of(DataType.FLOAT, new Adam(0.01), stack.inputType(), stack.layers());
    network.fit(data());
    return network;
  }

  /** What it makes for images sets the seed of dropout, too. */
  private static DataSet data(Stack stack) {
    INDArray images = stack.images(DataType.FLOAT);
    return new DataSet(images, Networks.labels(DataType.FLOAT, images.size(0)));
  }

  private static INDArray images() {
    return Networks.images(DataType.FLOAT, 9, 1, 5, 5);
  }

  private static DataSet data() {
    return new DataSet(images(), Networks.labels(DataType.FLOAT, 9));
  }
}
