package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.dl4j.layer.LayerRuntime;
import org.slth.tensor.DiagramBasis;

/** The layer is the sum over all diagrams, on each graph of a batch alone, in both runtimes. */
class KOrderLayerTest {

  private static final int[] NODES = {1, 3, 2};
  private static final double EXACT = 1e-12;
  private static final double FLOAT = 1e-5;

  static Stream<Arguments> orders() {
    return IntStream.range(0, 16).mapToObj(i -> Arguments.of(i / 4, i % 4));
  }

  /** Those whose reference is a small graph. */
  static Stream<Arguments> lowOrders() {
    return IntStream.range(0, 16)
        .filter(i -> i / 4 + i % 4 <= 4)
        .mapToObj(i -> Arguments.of(i / 4, i % 4));
  }

  private static ComputationGraph network(DataType type, int k, int l, LayerRuntime runtime) {
    return network(type, k, l, runtime, 0);
  }

  private static ComputationGraph network(
      DataType type, int k, int l, LayerRuntime runtime, double unit) {
    KOrderLayer layer =
        new KOrderLayer.Builder(k, l, 2, 3).contractionSize(unit).runtime(runtime).build();
    ComputationGraph network = Batches.alone(type, 2, layer);
    Batches.perturb(network.params());
    return network;
  }

  private static INDArray output(ComputationGraph network, INDArray x, int... nodes) {
    return network.outputSingle(Batches.sizes(x.dataType(), nodes), x);
  }

  private static INDArray twin(ComputationGraph network, INDArray x, int k, int l, int... nodes) {
    return twin(network, "out", 0, x, k, l, nodes);
  }

  /** By dense matrices, graph after graph; a unit of 0 stands for means. */
  private static INDArray twin(
      ComputationGraph network, String layer, double unit, INDArray x, int k, int l, int... nodes) {
    INDArray weight = network.paramTable().get(layer + "_W").dup('c'); // slices of views are wrong
    INDArray bias = network.paramTable().get(layer + "_b").dup('c');
    DiagramBasis basis = DiagramBasis.of(k, l);
    INDArray y = Nd4j.zeros(x.dataType(), Batches.rows(l, nodes), weight.size(2));
    int from = 0;
    int to = 0;
    for (int n : nodes) {
      int rows = (int) Math.pow(n, k);
      INDArray own = x.get(NDArrayIndex.interval(from, from + rows), NDArrayIndex.all());
      INDArray sum = Nd4j.zeros(x.dataType(), (long) Math.pow(n, l), weight.size(2));
      for (int d = 0; d < basis.size(); d++) {
        INDArray matrix = Nd4jBridge.array(basis.diagram(d).matrix(n), x.dataType());
        matrix.muli(unit == 0 ? 1 : Math.pow(n / unit, basis.diagram(d).contracted().length));
        sum.addi(matrix.mmul(own).mmul(weight.slice(d)));
      }
      for (int e = 0; e < basis.biases().size(); e++) {
        INDArray ones = Nd4jBridge.array(basis.biases().diagram(e).matrix(n), x.dataType());
        sum.addi(ones.mmul(bias.slice(e).reshape('c', new long[] {1, weight.size(2)})));
      }
      y.get(NDArrayIndex.interval(to, to + sum.size(0)), NDArrayIndex.all()).assign(sum);
      from += rows;
      to += (int) sum.size(0);
    }
    return y;
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("orders")
  void isTheSumOverAllDiagrams(int k, int l) {
    ComputationGraph network = network(DataType.DOUBLE, k, l, LayerRuntime.FAST);
    INDArray x = Batches.tensor(DataType.DOUBLE, k, 2, NODES);
    INDArray y = output(network, x, NODES);
    INDArray expected = twin(network, x, k, l, NODES);
    assertEquals(0, Batches.gap(y, expected), EXACT);
    INDArray weight = network.paramTable().get("out_W");
    weight.slice(weight.size(0) - 1).addi(1); // the control: another coefficient is noticed
    assertTrue(Batches.gap(y, twin(network, x, k, l, NODES)) > 0.01);
  }

  /** Means times n to the number of contractions, by the same power of the unit. */
  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("orders")
  void contractionsAreSumsInAUnit(int k, int l) {
    double unit = 2.5;
    ComputationGraph network = network(DataType.DOUBLE, k, l, LayerRuntime.FAST, unit);
    INDArray x = Batches.tensor(DataType.DOUBLE, k, 2, NODES);
    INDArray y = output(network, x, NODES);
    assertEquals(0, Batches.gap(y, twin(network, "out", unit, x, k, l, NODES)), EXACT);
    double toMeans = Batches.gap(y, twin(network, x, k, l, NODES));
    assertEquals(k > 0, toMeans > 0.01, "the control: means are others, gap " + toMeans);
    if (k + l <= 4) {
      ComputationGraph reference = network(DataType.DOUBLE, k, l, LayerRuntime.REFERENCE, unit);
      assertEquals(0, Batches.gap(y, output(reference, x, NODES)), EXACT);
    }
  }

  /**
   * The second layer's coefficients are a view that starts before its own length; ND4J takes a
   * scalar for a slice behind that.
   */
  @Test
  void coefficientsMayLieAnywhere() {
    ComputationGraph network =
        Batches.network(
            DataType.DOUBLE,
            2,
            builder ->
                builder
                    .addVertex("first", new KOrderLayer.Builder(2, 2, 2, 8).build(), "x", "sizes")
                    .addVertex(
                        "second", new KOrderLayer.Builder(2, 2, 8, 3).build(), "first", "sizes")
                    .setOutputs("first", "second"));
    Batches.perturb(network.params());
    INDArray weight = network.paramTable().get("second_W");
    assertTrue(weight.offset() > 0 && weight.offset() < weight.length(), "the case in question");
    INDArray x = Batches.tensor(DataType.DOUBLE, 2, 2, NODES);
    INDArray[] y = network.output(Batches.sizes(DataType.DOUBLE, NODES), x);
    INDArray hidden = twin(network, "first", 0, x, 2, 2, NODES);
    assertEquals(0, Batches.gap(y[0], hidden), EXACT);
    assertEquals(0, Batches.gap(y[1], twin(network, "second", 0, hidden, 2, 2, NODES)), EXACT);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("orders")
  void sumsCommuteWithRelabellingToo(int k, int l) {
    int[] nodes = {5, 1, 4};
    ComputationGraph network = network(DataType.DOUBLE, k, l, LayerRuntime.FAST, 4);
    INDArray x = Batches.tensor(DataType.DOUBLE, k, 2, nodes);
    int[][] orders = Batches.orders(nodes);
    INDArray before = Batches.relabelled(x, k, nodes, orders);
    INDArray after = Batches.relabelled(output(network, x, nodes), l, nodes, orders);
    assertEquals(0, Batches.gap(output(network, before, nodes), after), EXACT);
  }

  /** Structure that comes as whole numbers is taken as it is. */
  @ParameterizedTest
  @EnumSource
  void sizesMayBeWholeNumbers(LayerRuntime runtime) {
    ComputationGraph network = network(DataType.FLOAT, 1, 1, runtime);
    INDArray x = Batches.tensor(DataType.FLOAT, 1, 2, NODES);
    for (DataType type : new DataType[] {DataType.INT32, DataType.INT64, DataType.DOUBLE}) {
      INDArray y = network.outputSingle(Batches.sizes(type, NODES), x);
      assertEquals(output(network, x, NODES), y);
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("lowOrders")
  void theReferenceIsTheSame(int k, int l) {
    ComputationGraph fast = network(DataType.DOUBLE, k, l, LayerRuntime.FAST);
    ComputationGraph reference = network(DataType.DOUBLE, k, l, LayerRuntime.REFERENCE);
    INDArray x = Batches.tensor(DataType.DOUBLE, k, 2, NODES);
    assertEquals(0, Batches.gap(output(fast, x, NODES), output(reference, x, NODES)), EXACT);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("orders")
  void commutesWithRelabelling(int k, int l) {
    int[] nodes = {5, 1, 4};
    ComputationGraph network = network(DataType.FLOAT, k, l, LayerRuntime.FAST);
    INDArray x = Batches.tensor(DataType.FLOAT, k, 2, nodes);
    int[][] orders = Batches.orders(nodes);
    INDArray before = Batches.relabelled(x, k, nodes, orders);
    INDArray after = Batches.relabelled(output(network, x, nodes), l, nodes, orders);
    assertEquals(0, Batches.gap(output(network, before, nodes), after), FLOAT);
  }

  /** The control: were the check blind, this would fail. */
  @Test
  void aDenseLayerOnTheFlattenedTensorDoesNotCommute() {
    int[] nodes = {4};
    ComputationGraph dense =
        Batches.network(
            DataType.FLOAT,
            32,
            builder ->
                builder
                    .addLayer("out", new DenseLayer.Builder().nOut(32).build(), "x")
                    .allowDisconnected(true)
                    .setOutputs("out"));
    INDArray x = Batches.tensor(DataType.FLOAT, 2, 2, nodes);
    int[][] orders = Batches.orders(nodes);
    INDArray y = flat(dense, x);
    INDArray permuted = flat(dense, Batches.relabelled(x, 2, nodes, orders));
    assertTrue(Batches.gap(Batches.relabelled(y, 2, nodes, orders), permuted) > 0.1);
  }

  private static INDArray flat(ComputationGraph dense, INDArray x) {
    INDArray row = x.reshape('c', 1, x.length());
    return dense.outputSingle(Batches.sizes(DataType.FLOAT, 4), row).reshape('c', x.shape());
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2, 1", "1, 2", "3, 1"})
  void graphsDoNotSeeEachOther(int k, int l) {
    ComputationGraph network = network(DataType.FLOAT, k, l, LayerRuntime.FAST);
    INDArray x = Batches.tensor(DataType.FLOAT, k, 2, 3, 1, 4);
    int first = Batches.rows(k, 3);
    int second = first + 1;
    INDArray a = x.get(NDArrayIndex.interval(0, first), NDArrayIndex.all());
    INDArray b = x.get(NDArrayIndex.interval(first, second), NDArrayIndex.all());
    INDArray c = x.get(NDArrayIndex.interval(second, x.size(0)), NDArrayIndex.all());
    INDArray alone =
        Nd4j.concat(0, output(network, c, 4), output(network, a, 3), output(network, b, 1));
    INDArray together = output(network, Nd4j.concat(0, c, a, b), 4, 3, 1);
    assertEquals(0, Batches.gap(alone, together), FLOAT);
  }
}
