package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;
import org.slth.dl4j.export.TicketExporter;
import org.slth.dl4j.layer.LayerRuntime;

/** Networks with layers on graphs leave as SameDiff graphs and compute the same. */
class SameDiffExportTest {

  private static final double TOLERANCE = 1e-5;

  static Stream<Stack> stacks() {
    return Stack.all(LayerRuntime.FAST, 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void tensorsLeave(Stack stack) {
    ComputationGraph network = stack.network(DataType.FLOAT);
    Batches.perturb(network.params());
    assertLeaves(network, stack.sizes(DataType.FLOAT), stack.tensor(DataType.FLOAT));
  }

  /** Node 4 has no neighbours; two rows are padding. */
  private static final int[][] ARCS = {
    {0, 1}, {1, 0}, {1, 2}, {2, 1}, {0, 0}, {-1, -1}, {2, 0}, {2, 0}, {-1, -1}, {0, 4}
  };

  private static void assertMessagesLeave(GraphLayer layer) {
    ComputationGraph network = NodeNetworks.deep(DataType.FLOAT, new NoOp(), layer, 3);
    NodeNetworks.perturb(network.params());
    INDArray x = NodeNetworks.features(DataType.FLOAT, 5, 3);
    INDArray arcs = NodeNetworks.arcs(DataType.FLOAT, ARCS);
    SameDiff graph = assertLeaves(network, x, arcs);
    INDArray larger = NodeNetworks.features(DataType.FLOAT, 9, 3); // the same graph takes any size
    INDArray fewer = NodeNetworks.arcs(DataType.FLOAT, new int[][] {{8, 3}, {1, 8}});
    assertClose(network.outputSingle(larger, fewer), output(graph, network, larger, fewer));
  }

  @ParameterizedTest
  @EnumSource(Propagation.class)
  void messagesLeave(Propagation propagation) {
    assertMessagesLeave(new MessagePassing.Builder(3, 4).basis(propagation).build());
  }

  @Test
  void messagesWithSeveralMapsLeave() {
    assertMessagesLeave(
        new MessagePassing.Builder(3, 4).graphConv(Propagation.MEAN).dropOut(0.5).build());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isomorphismNetworksLeave(boolean learned) {
    assertMessagesLeave(
        new GraphIsomorphism.Builder(3, 4)
            .aggregation(Propagation.SUM)
            .epsilon(0.3)
            .learnEpsilon(learned)
            .build());
  }

  @Test
  void setsLeave() {
    ComputationGraph network =
        NodeNetworks.deep(DataType.FLOAT, new NoOp(), new SetPooling.Builder().build(), 3, 2);
    INDArray members =
        NodeNetworks.arcs(DataType.FLOAT, new int[][] {{0, 1}, {0, 2}, {2, 4}, {-1, -1}});
    assertLeaves(
        network,
        NodeNetworks.features(DataType.FLOAT, 5, 3),
        NodeNetworks.features(DataType.FLOAT, 3, 2),
        members);
  }

  /** Names of operations are names of layers here. */
  @Test
  void anyNameWillDo() {
    ComputationGraph network =
        Batches.network(
            DataType.FLOAT,
            2,
            builder ->
                builder
                    .addVertex(
                        "mmul", new GraphReadout.Builder(1, Readout.SUM).build(), "x", "sizes")
                    .addVertex("add", new KOrderLayer.Builder(0, 0, 2, 2).build(), "mmul", "sizes")
                    .setOutputs("add"));
    Batches.perturb(network.params());
    assertLeaves(
        network,
        Batches.sizes(DataType.FLOAT, Stack.NODES),
        Batches.tensor(DataType.FLOAT, 1, 2, Stack.NODES));
  }

  @Test
  void aSavedGraphComputesTheSame(@TempDir Path directory) throws IOException {
    Stack stack = Stack.deep();
    ComputationGraph network = stack.network(DataType.FLOAT);
    File file = directory.resolve("network.fb").toFile();
    TicketExporter.of(network).sameDiff().save(file, false);
    INDArray[] inputs = {stack.sizes(DataType.FLOAT), stack.tensor(DataType.FLOAT)};
    SameDiff loaded = SameDiff.load(file, false);
    assertClose(network.outputSingle(inputs), output(loaded, network, inputs));
  }

  /** Returns what left, after a look at the numbers; the control moves the parameters. */
  private static SameDiff assertLeaves(ComputationGraph network, INDArray... inputs) {
    SameDiff graph = TicketExporter.of(network).sameDiff();
    assertClose(network.outputSingle(inputs), output(graph, network, inputs));
    if (network.numParams() > 0) {
      INDArray parameters = network.params().dup();
      NodeNetworks.perturb(network.params());
      double moved = error(network.outputSingle(inputs), output(graph, network, inputs));
      assertTrue(moved > TOLERANCE, () -> "the check is blind: " + moved);
      network.setParams(parameters);
    }
    return graph;
  }

  private static INDArray output(SameDiff graph, ComputationGraph network, INDArray... inputs) {
    Map<String, INDArray> named = new HashMap<>();
    for (int i = 0; i < inputs.length; i++) {
      named.put(network.getConfiguration().getNetworkInputs().get(i), inputs[i]);
    }
    return graph.outputSingle(named, network.getConfiguration().getNetworkOutputs().get(0));
  }

  private static void assertClose(INDArray expected, INDArray actual) {
    double error = error(expected, actual);
    assertTrue(error <= TOLERANCE, () -> "relative error " + error);
  }

  private static double error(INDArray expected, INDArray actual) {
    double gap = expected.sub(actual).norm2Number().doubleValue();
    return gap / expected.norm2Number().doubleValue();
  }
}
