package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.dl4j.layer.LayerRuntime;

/** What DL4J does with a network besides running it. */
@Tag("slow")
class NodePersistenceTest {

  private static final int NODES = 6;

  @TempDir private Path folder;

  static Stream<GraphLayer> vertices() {
    return Stream.of(
        new MessagePassing.Builder(3, 4).graphConv(Propagation.MAX).dropOut(0.8).build(),
        new MessagePassing.Builder(3, 2).gcn().hasBias(false).build(),
        new GraphIsomorphism.Builder(3, 2).aggregation(Propagation.MEAN).epsilon(0.5).build(),
        new SetPooling.Builder().build());
  }

  private static ComputationGraph network(GraphLayer vertex) {
    int[] channels = vertex instanceof SetPooling ? new int[] {3, 2} : new int[] {3};
    return NodeNetworks.deep(DataType.FLOAT, new Adam(0.01), vertex.clone(), channels);
  }

  private static MultiDataSet data(GraphLayer vertex) {
    INDArray x = NodeNetworks.features(DataType.FLOAT, NODES, 3);
    INDArray pairs =
        NodeNetworks.arcs(DataType.FLOAT, new int[][] {{0, 1}, {1, 0}, {2, 3}, {4, 2}});
    INDArray types = NodeNetworks.features(DataType.FLOAT, NODES, 2);
    INDArray[] inputs =
        vertex instanceof SetPooling ? new INDArray[] {x, types, pairs} : new INDArray[] {x, pairs};
    return new MultiDataSet(inputs, new INDArray[] {NodeNetworks.labels(NODES)});
  }

  @ParameterizedTest
  @MethodSource("vertices")
  void configurationsSurviveJsonAndYamlAndCloning(GraphLayer vertex) {
    ComputationGraphConfiguration configuration = network(vertex).getConfiguration();
    assertEquals(configuration, ComputationGraphConfiguration.fromJson(configuration.toJson()));
    assertEquals(configuration, ComputationGraphConfiguration.fromYaml(configuration.toYaml()));
    assertEquals(configuration, configuration.clone());
    assertEquals(vertex, vertex.clone());
  }

  @Test
  void verticesThatDifferInOneSettingAreNotEqual() {
    GraphLayer plain = new MessagePassing.Builder(3, 4).build();
    assertEquals(plain, new MessagePassing.Builder(3, 4).gcn().build());
    for (GraphLayer other :
        List.<GraphLayer>of(
            new MessagePassing.Builder(3, 5).build(),
            new MessagePassing.Builder(2, 4).build(),
            new MessagePassing.Builder(3, 4).basis(Propagation.SUM).build(),
            new MessagePassing.Builder(3, 4).hasBias(false).build(),
            new MessagePassing.Builder(3, 4).dropOut(0.5).build(),
            new MessagePassing.Builder(3, 4).runtime(LayerRuntime.REFERENCE).build(),
            new GraphIsomorphism.Builder(3, 4).build())) {
      assertNotEquals(plain, other);
    }
    GraphLayer isomorphism = new GraphIsomorphism.Builder(3, 4).build();
    for (GraphLayer other :
        List.<GraphLayer>of(
            new GraphIsomorphism.Builder(3, 4).aggregation(Propagation.MAX).build(),
            new GraphIsomorphism.Builder(3, 4).epsilon(0.1).build(),
            new GraphIsomorphism.Builder(3, 4).learnEpsilon(false).build())) {
      assertNotEquals(isomorphism, other);
    }
  }

  @ParameterizedTest
  @MethodSource("vertices")
  void aSavedNetworkTrainsOnBitForBit(GraphLayer vertex) throws IOException {
    ComputationGraph network = network(vertex);
    network.fit(data(vertex));
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);
    ComputationGraph cloned = network.clone();
    cloned
        .getConfiguration()
        .setIterationCount(network.getIterationCount()); // which DL4J forgets, and Adam needs
    INDArray before = network.params().dup();
    for (ComputationGraph each : List.of(network, restored, cloned)) {
      assertEquals(before, each.params());
      Nd4j.getRandom().setSeed(9); // for dropout
      each.fit(data(vertex));
      assertNotEquals(before, each.params());
      assertEquals(network.params(), each.params());
    }
  }

  @ParameterizedTest
  @MethodSource("vertices")
  void frozenVerticesStayAsTheyAre(GraphLayer vertex) {
    ComputationGraph network = network(vertex);
    ComputationGraph tuned =
        new TransferLearning.GraphBuilder(network).setFeatureExtractor("vertex").build();
    assertEquals(network.params(), tuned.params());
    tuned.fit(data(vertex));
    tuned
        .paramTable()
        .forEach(
            (name, value) ->
                assertEquals(
                    !name.startsWith("out"),
                    value.equals(network.paramTable().get(name)),
                    name + " stays"));
    assertTrue(tuned.paramTable().containsKey("out_W"));
  }
}
