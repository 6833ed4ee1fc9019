package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.dl4j.layer.LayerRuntime;

/** What DL4J does with a network besides running it. */
class PersistenceTest {

  @TempDir private Path folder;

  static Stream<Stack> stacks() {
    return Stream.concat(
        Stream.concat(Stack.all(LayerRuntime.FAST, 2), Stack.all(LayerRuntime.REFERENCE, 0)),
        Stream.of(Stack.deep()));
  }

  private static MultiDataSet data() {
    Stack stack = Stack.deep();
    return Batches.data(stack.sizes(DataType.FLOAT), stack.tensor(DataType.FLOAT));
  }

  private static ComputationGraph trained() {
    ComputationGraph network = Stack.deep().network(DataType.FLOAT, new Adam(0.01));
    network.fit(data());
    return network;
  }

  private static INDArray output(ComputationGraph network) {
    return network.outputSingle(data().getFeatures());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void configurationsSurviveJsonAndYamlAndCloning(Stack stack) {
    ComputationGraphConfiguration conf =
        stack.network(DataType.FLOAT, new Adam(0.01)).getConfiguration();
    assertEquals(conf, ComputationGraphConfiguration.fromJson(conf.toJson()));
    assertEquals(conf, ComputationGraphConfiguration.fromYaml(conf.toYaml()));
    assertEquals(conf, conf.clone());
  }

  @Test
  void verticesThatDifferInOneSettingAreNotEqual() {
    KOrderLayer layer = new KOrderLayer.Builder(2, 1, 2, 3).build();
    assertEquals(layer, new KOrderLayer.Builder(2, 1, 2, 3).build());
    List<GraphLayer> others =
        List.of(
            new KOrderLayer.Builder(1, 1, 2, 3).build(),
            new KOrderLayer.Builder(2, 2, 2, 3).build(),
            new KOrderLayer.Builder(2, 1, 3, 3).build(),
            new KOrderLayer.Builder(2, 1, 2, 2).build(),
            new KOrderLayer.Builder(2, 1, 2, 3).hasBias(false).build(),
            new KOrderLayer.Builder(2, 1, 2, 3).contractionSize(7.5).build(),
            new KOrderLayer.Builder(2, 1, 2, 3).runtime(LayerRuntime.REFERENCE).build(),
            new MatrixProduct.Builder().build());
    for (GraphLayer other : others) {
      assertNotEquals(layer, other);
      assertEquals(other, other.clone());
    }
    assertNotEquals(
        new GraphReadout.Builder(1, Readout.SUM).build(),
        new GraphReadout.Builder(1, Readout.MAX).build());
    assertNotEquals(
        new GraphReadout.Builder(1, Readout.SUM).build(),
        new GraphReadout.Builder(2, Readout.SUM).build());
  }

  @Test
  void jsonKeepsTheUnitOfContractions() {
    KOrderLayer layer = new KOrderLayer.Builder(2, 1, 2, 3).contractionSize(7.5).build();
    String json = Batches.alone(DataType.FLOAT, 2, layer).getConfiguration().toJson();
    KOrderLayer read =
        (KOrderLayer) ComputationGraphConfiguration.fromJson(json).getVertices().get("out");
    assertEquals(7.5, read.contractionSize());
    assertFalse(read.isMean());
    assertEquals(layer, read);
    String older = json.replaceAll("\\s*\"contractionSize\" *: *7.5,?", "");
    assertFalse(older.contains("contractionSize"), older);
    assertTrue(
        ((KOrderLayer) ComputationGraphConfiguration.fromJson(older).getVertices().get("out"))
            .isMean(),
        "means are what networks of before had");
  }

  @Test
  void aSavedNetworkTrainsOnBitForBit() throws IOException {
    ComputationGraph network = trained();
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);
    ComputationGraph cloned = network.clone();
    // DL4J's clone of a graph forgets how many steps were done, on which Adam depends
    cloned.getConfiguration().setIterationCount(network.getIterationCount());
    network.fit(data());
    for (ComputationGraph copy : List.of(restored, cloned)) {
      assertTrue(network.params().distance1(copy.params()) > 0, "the control");
      copy.fit(data());
      assertEquals(0, network.params().distance1(copy.params()));
      assertEquals(0, output(network).distance1(output(copy)));
    }
  }

  @Test
  void frozenVerticesStayAsTheyAre() {
    ComputationGraph network = trained();
    ComputationGraph tuned =
        new TransferLearning.GraphBuilder(network).setFeatureExtractor("k").build();
    assertEquals(0, output(network).distance1(output(tuned)));
    INDArray frozen = tuned.paramTable().get("k_W").dup();
    INDArray above = tuned.paramTable().get("nodes_W").dup();
    tuned.fit(data());
    assertEquals(0, frozen.distance1(tuned.paramTable().get("k_W")));
    assertTrue(above.distance1(tuned.paramTable().get("nodes_W")) > 0);
  }

  @Test
  void batchesOfOtherSizesFollowInOneNetwork() {
    ComputationGraph network = trained();
    for (int[] nodes : new int[][] {{1}, {4, 4}, {1, 1, 1}, {7, 2, 3, 1}}) {
      INDArray sizes = Batches.sizes(DataType.FLOAT, nodes);
      INDArray x = Batches.tensor(DataType.FLOAT, 2, Stack.CHANNELS, nodes);
      network.fit(Batches.data(sizes, x));
      INDArray y = network.outputSingle(sizes, x);
      assertEquals(nodes.length, y.sumNumber().doubleValue(), 1e-5, "rows of a softmax");
    }
  }

  /** The coefficients have variance 2 / (nIn diagrams). */
  @Test
  void weightsStartAsHeInitialisesThem() {
    KOrderLayer layer = new KOrderLayer.Builder(2, 2, 16, 16).build();
    assertEquals(16 * 15, layer.fanIn());
    ComputationGraph network = Batches.alone(DataType.DOUBLE, 16, layer);
    INDArray weight = network.paramTable().get("out_W");
    assertEquals(2.0 / layer.fanIn(), weight.varNumber().doubleValue(), 0.1 / layer.fanIn());
    assertEquals(0, network.paramTable().get("out_b").amaxNumber().doubleValue());
  }
}
