package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.slth.dl4j.layer.LayerRuntime;

/** The product is that of matrices, channel by channel, on each graph of a batch alone. */
class MatrixProductTest {

  private static final int[] NODES = {1, 6, 2};
  private static final int CHANNELS = 3;

  private static ComputationGraph square(DataType type, LayerRuntime runtime) {
    return Batches.network(
        type,
        CHANNELS,
        builder ->
            builder
                .addVertex(
                    "out", new MatrixProduct.Builder().runtime(runtime).build(), "x", "x", "sizes")
                .setOutputs("out"));
  }

  private static INDArray twin(INDArray x, int... nodes) {
    INDArray y = x.dup('c');
    int start = 0;
    for (int n : nodes) {
      for (int c = 0; c < CHANNELS; c++) {
        INDArray column = column(x, start, n, c).dup('c').reshape('c', n, n);
        INDArray product = column.mmul(column).divi(n);
        column(y, start, n, c).assign(product.reshape('c', new long[] {(long) n * n}));
      }
      start += n * n;
    }
    return y;
  }

  private static INDArray column(INDArray x, int start, int n, int channel) {
    return x.get(NDArrayIndex.interval(start, start + n * n), NDArrayIndex.point(channel));
  }

  @ParameterizedTest
  @EnumSource
  void multipliesMatrices(LayerRuntime runtime) {
    INDArray x = Batches.tensor(DataType.DOUBLE, 2, CHANNELS, NODES);
    INDArray y =
        square(DataType.DOUBLE, runtime).outputSingle(Batches.sizes(DataType.DOUBLE, NODES), x);
    assertEquals(0, Batches.gap(y, twin(x, NODES)), 1e-12);
    assertTrue(Batches.gap(y, twin(x.mul(1.1), NODES)) > 0.01, "the control");
  }

  /** Large graphs take another way, also backwards. */
  @Test
  void multipliesLargeMatrices() {
    int[] nodes = {3, 30, 24, 2};
    INDArray sizes = Batches.sizes(DataType.DOUBLE, nodes);
    INDArray x = Batches.tensor(DataType.DOUBLE, 2, CHANNELS, nodes);
    ComputationGraph network = square(DataType.DOUBLE, LayerRuntime.FAST);
    assertEquals(0, Batches.gap(network.outputSingle(sizes, x), twin(x, nodes)), 1e-12);
  }

  @Test
  void hasRightGradientsForLargeMatrices() {
    ComputationGraph network =
        Stack.all(LayerRuntime.FAST, 0)
            .filter(stack -> stack.name().equals("product"))
            .findFirst()
            .orElseThrow()
            .network(DataType.DOUBLE);
    int[] nodes = {25, 2};
    INDArray sizes = Batches.sizes(DataType.DOUBLE, nodes);
    INDArray x = Batches.tensor(DataType.DOUBLE, 2, Stack.CHANNELS, nodes);
    assertTrue(
        Batches.inDoubles(
            () ->
                GradientCheckUtil.checkGradients(
                    new GradientCheckUtil.GraphConfig()
                        .net(network)
                        .inputs(new INDArray[] {sizes, x})
                        .labels(new INDArray[] {Batches.labels(DataType.DOUBLE, 2)})
                        .subset(true)
                        .maxPerParam(4))));
  }

  @Test
  void commutesWithRelabelling() {
    ComputationGraph network = square(DataType.FLOAT, LayerRuntime.FAST);
    INDArray sizes = Batches.sizes(DataType.FLOAT, NODES);
    INDArray x = Batches.tensor(DataType.FLOAT, 2, CHANNELS, NODES);
    int[][] orders = Batches.orders(NODES);
    INDArray before = Batches.relabelled(x, 2, NODES, orders);
    INDArray after = Batches.relabelled(network.outputSingle(sizes, x), 2, NODES, orders);
    assertEquals(0, Batches.gap(network.outputSingle(sizes, before), after), 1e-5);
    INDArray weights = Nd4j.arange((double) x.length()).castTo(DataType.FLOAT).reshape(x.shape());
    INDArray weighted = Batches.relabelled(x.mul(weights), 2, NODES, orders);
    assertTrue(Batches.gap(before.mul(weights), weighted) > 1, "the control");
  }
}
