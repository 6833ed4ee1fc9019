package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.slth.dl4j.layer.CoefficientRun;
import org.slth.dl4j.layer.LayerRuntime;

/** Values, symmetry, and mistakes. */
class MessagePassingTest {

  private static final int NODES = 7;

  /**
   * A triangle, an arc into it that has no way back, an arc listed twice, a loop, and a node of its
   * own.
   */
  private static final int[][] ARCS = {
    {0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 0}, {0, 2}, {0, 3}, {4, 5}, {4, 5}, {5, 5}
  };

  record Case(List<Propagation> basis, int nIn, int nOut) {
    MessagePassing layer(LayerRuntime runtime) {
      return new MessagePassing.Builder(nIn, nOut)
          .basis(basis.toArray(Propagation[]::new))
          .runtime(runtime)
          .build();
    }

    INDArray features(DataType type) {
      return NodeNetworks.features(type, NODES, nIn);
    }
  }

  static Stream<Case> cases() {
    Stream<List<Propagation>> bases =
        Stream.concat(
            Stream.of(Propagation.values()).map(List::of),
            Stream.of(
                List.of(Propagation.IDENTITY, Propagation.MAX),
                List.of(Propagation.NORMALIZED, Propagation.IDENTITY, Propagation.MEAN)));
    return bases.flatMap(basis -> Stream.of(new Case(basis, 3, 4), new Case(basis, 4, 2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isItsEquation(Case example) {
    for (LayerRuntime runtime : LayerRuntime.values()) {
      MessagePassing layer = example.layer(runtime);
      ComputationGraph network = NodeNetworks.bare(DataType.DOUBLE, layer, example.nIn);
      NodeNetworks.perturb(network.params());
      INDArray x = example.features(DataType.DOUBLE);
      double[][] expected =
          new SlowMessages(ARCS, x.toDoubleMatrix())
              .mix(
                  example.basis,
                  matrices(NodeNetworks.parameter(network, "W")),
                  NodeNetworks.parameter(network, "b").toDoubleVector());
      INDArray y = network.outputSingle(x, NodeNetworks.arcs(DataType.DOUBLE, ARCS));
      assertTrue(Nd4j.createFromArray(expected).equalsWithEps(y, 1e-12), runtime::name);
    }
  }

  private static double[][][] matrices(INDArray w) {
    double[][][] matrices = new double[Math.toIntExact(w.size(0))][][];
    for (int k = 0; k < matrices.length; k++) {
      matrices[k] = w.slice(k).toDoubleMatrix();
    }
    return matrices;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void commutesWithRelabelling(Case example) {
    ComputationGraph network =
        NodeNetworks.bare(DataType.FLOAT, example.layer(LayerRuntime.FAST), example.nIn);
    INDArray x = example.features(DataType.FLOAT);
    int[] number = {3, 0, 6, 2, 5, 1, 4}; // of the node that was i
    int[][] arcs = new int[ARCS.length][];
    for (int a = 0; a < arcs.length; a++) {
      arcs[a] = new int[] {number[ARCS[a][0]], number[ARCS[a][1]]};
    }
    INDArray before = network.outputSingle(x, NodeNetworks.arcs(DataType.FLOAT, ARCS));
    INDArray moved = permuted(x, number);
    INDArray after = network.outputSingle(moved, NodeNetworks.arcs(DataType.FLOAT, arcs));
    assertTrue(permuted(before, number).equalsWithEps(after, 1e-5));
    if (!example.basis.equals(List.of(Propagation.IDENTITY))) { // the control: old edges
      INDArray wrong = network.outputSingle(moved, NodeNetworks.arcs(DataType.FLOAT, ARCS));
      assertTrue(permuted(before, number).distance2(wrong) > 0.1);
    }
  }

  private static INDArray permuted(INDArray rows, int[] number) {
    INDArray moved = rows.dup();
    for (int i = 0; i < number.length; i++) {
      moved.putRow(number[i], rows.getRow(i));
    }
    return moved;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void doesNotSeeTheOrderOfEdgesNorPadding(Case example) {
    ComputationGraph network =
        NodeNetworks.bare(DataType.FLOAT, example.layer(LayerRuntime.FAST), example.nIn);
    INDArray x = example.features(DataType.FLOAT);
    int[][] shuffled = new int[ARCS.length + 2][];
    shuffled[3] = new int[] {-1, -1};
    shuffled[ARCS.length + 1] = new int[] {-1, -1};
    for (int a = 0; a < ARCS.length; a++) {
      int place = (a * 7) % ARCS.length;
      shuffled[place < 3 ? place : place + 1] = ARCS[a];
    }
    assertEquals(
        network.outputSingle(x, NodeNetworks.arcs(DataType.FLOAT, ARCS)),
        network.outputSingle(x, NodeNetworks.arcs(DataType.FLOAT, shuffled)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aGraphAloneIsAsInABatch(Case example) {
    ComputationGraph network =
        NodeNetworks.bare(DataType.FLOAT, example.layer(LayerRuntime.FAST), example.nIn);
    INDArray x = example.features(DataType.FLOAT);
    INDArray batch = network.outputSingle(x, NodeNetworks.arcs(DataType.FLOAT, ARCS));
    int[][] second = {{0, 1}, {0, 1}, {1, 1}};
    assertTrue(
        rows(batch, 4, 6)
            .equalsWithEps(
                network.outputSingle(rows(x, 4, 6), NodeNetworks.arcs(DataType.FLOAT, second)),
                1e-6));
    INDArray alone = network.outputSingle(rows(x, 6, 7), noArcs());
    assertTrue(rows(batch, 6, 7).equalsWithEps(alone, 1e-6), "one node");
    INDArray apart = network.outputSingle(x, noArcs());
    assertTrue(rows(apart, 6, 7).equalsWithEps(alone, 1e-6), "no edges at all");
  }

  private static INDArray rows(INDArray array, int from, int to) {
    return array.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()).dup();
  }

  private static INDArray noArcs() {
    return NodeNetworks.arcs(DataType.FLOAT, new int[][] {{-1, -1}});
  }

  @Test
  void anIsolatedNodeGetsTheBiasOrItself() {
    INDArray x = NodeNetworks.features(DataType.DOUBLE, 1, 2);
    for (Propagation map : Propagation.values()) {
      MessagePassing layer = new MessagePassing.Builder(2, 2).basis(map).hasBias(false).build();
      ComputationGraph network = NodeNetworks.bare(DataType.DOUBLE, layer, 2);
      NodeNetworks.parameter(network, "W").assign(Nd4j.eye(2).reshape(1, 2, 2));
      boolean keeps = map == Propagation.IDENTITY || map == Propagation.NORMALIZED;
      assertEquals(
          keeps ? x : x.mul(0), network.outputSingle(x, noArcs().castTo(DataType.DOUBLE)).add(0));
    }
  }

  @Test
  void mistakesAreNamed() {
    for (LayerRuntime runtime : LayerRuntime.values()) {
      MessagePassing layer = new MessagePassing.Builder(2, 2).runtime(runtime).build();
      ComputationGraph network = NodeNetworks.bare(DataType.FLOAT, layer, 2);
      String head = "MessagePassing vertex: expected ";
      String pairs = head + "rows of two whole numbers below 3 and 3, or (-1, -1), got ";
      assertMistake(network, 3, 2, new float[] {0, 3}, pairs + "(0.0, 3.0) in row 0");
      assertMistake(network, 3, 2, new float[] {-1, 0}, pairs + "(-1.0, 0.0) in row 0");
      assertMistake(network, 3, 2, new float[] {0.5f, 1}, pairs + "(0.5, 1.0) in row 0");
      assertMistake(
          network, 3, 4, new float[] {0, 1}, head + "the input nodes with 2 channels, got [3, 4]");
      assertMistake(
          network, 3, 2, new float[] {0}, head + "the input edges with 2 channels, got [1, 1]");
    }
  }

  private static void assertMistake(
      ComputationGraph network, int nodes, int channels, float[] arc, String message) {
    INDArray x = NodeNetworks.features(DataType.FLOAT, nodes, channels);
    INDArray arcs = Nd4j.createFromArray(new float[][] {arc});
    Exception error =
        assertThrows(IllegalArgumentException.class, () -> network.outputSingle(x, arcs));
    assertEquals(message, error.getMessage());
  }

  @Test
  void optionsAreChecked() {
    MessagePassing.Builder builder = new MessagePassing.Builder(2, 2);
    assertThrows(IllegalArgumentException.class, builder::basis);
    assertThrows(IllegalArgumentException.class, () -> builder.graphConv(Propagation.IDENTITY));
    assertThrows(IllegalArgumentException.class, () -> builder.dropOut(0));
    builder.dropOut(0.5).runtime(LayerRuntime.REFERENCE);
    assertThrows(IllegalArgumentException.class, builder::build);
    MessagePassing.Builder empty = new MessagePassing.Builder(0, 2);
    assertThrows(IllegalArgumentException.class, empty::build);
    assertThrows(
        IllegalArgumentException.class,
        () -> new GraphIsomorphism.Builder(1, 1).aggregation(Propagation.NORMALIZED));
  }

  @Test
  void weightsStartAsGlorotSays() {
    MessagePassing layer = new MessagePassing.Builder(50, 60).graphConv(Propagation.SUM).build();
    INDArray w = NodeNetworks.parameter(NodeNetworks.bare(DataType.FLOAT, layer, 50), "W");
    double limit = Math.sqrt(6.0 / (2 * 50 + 60));
    assertEquals(limit, w.maxNumber().doubleValue(), 0.01 * limit);
    assertEquals(-limit, w.minNumber().doubleValue(), 0.01 * limit);
    assertEquals(limit / Math.sqrt(3), w.stdNumber().doubleValue(), 0.03 * limit);
    assertEquals(List.of(new CoefficientRun(2 * 50 * 60, 2 * 50)), layer.fanIns());
  }
}
