package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Each mistake is met with what was expected and what came. */
class MistakesTest {

  private static final KOrderLayer LAYER = new KOrderLayer.Builder(2, 1, 2, 3).build();

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }

  private static Executable run(GraphLayer layer, INDArray sizes, INDArray x) {
    ComputationGraph network = Batches.alone(DataType.FLOAT, 2, layer);
    return () -> network.outputSingle(sizes, x);
  }

  private static INDArray rows(int rows, int columns) {
    return Nd4j.zeros(DataType.FLOAT, rows, columns);
  }

  private static INDArray sizes(double... sizes) {
    return Nd4j.createFromArray(sizes).castTo(DataType.FLOAT).reshape('c', sizes.length, 1);
  }

  @Test
  void ordersOutOfRange() {
    assertRefused(
        "expected an order from 0 to 3, got 4", () -> new KOrderLayer.Builder(2, 4, 1, 1));
    assertRefused(
        "expected an order from 0 to 3, got -1", () -> new KOrderLayer.Builder(-1, 1, 1, 1));
    assertRefused(
        "expected an order from 0 to 3, got 5", () -> new GraphReadout.Builder(5, Readout.SUM));
    assertRefused(
        "expected at least 1 channel, got 0 -> 1", () -> new KOrderLayer.Builder(1, 1, 0, 1));
    assertRefused(
        "expected at least 1 channel and depth 1, got 4 and 0", () -> new PpgnBlock(4, 0, null));
  }

  @Test
  void unitsOfContractionsThatAreNone() {
    KOrderLayer.Builder builder = new KOrderLayer.Builder(2, 1, 1, 1);
    assertRefused("expected a size of at least 0, got -1.0", () -> builder.contractionSize(-1));
    assertRefused(
        "expected a size of at least 0, got NaN", () -> builder.contractionSize(Double.NaN));
    assertRefused(
        "expected a size of at least 0, got Infinity",
        () -> builder.contractionSize(Double.POSITIVE_INFINITY));
  }

  @Test
  void rowsThatDoNotFitTheSizes() {
    assertRefused(
        "KOrderLayer out: expected 13 rows, the sum of n^2 over 2 graphs, got 12",
        run(LAYER, sizes(2, 3), rows(12, 2)));
    assertRefused(
        "GraphReadout out: expected at least 5 rows, the sum of n^1 over 2 graphs, got 4",
        run(new GraphReadout.Builder(1, Readout.MAX).build(), sizes(2, 3), rows(4, 2)));
  }

  @Test
  void sizesThatAreNone() {
    assertRefused(
        "KOrderLayer out: expected sizes that are whole numbers of at least 1, got 0.0 for graph 1",
        run(LAYER, sizes(2, 0), rows(4, 2)));
    assertRefused(
        "KOrderLayer out: expected sizes that are whole numbers of at least 1, got 1.5 for graph 0",
        run(LAYER, sizes(1.5), rows(2, 2)));
    assertRefused(
        "GraphReadout out: expected sizes that are whole numbers of at least 0, got -1.0 for graph"
            + " 0",
        run(new GraphReadout.Builder(1, Readout.SUM).build(), sizes(-1), rows(1, 2)));
  }

  @Test
  void otherChannelsThanConfigured() {
    assertRefused(
        "KOrderLayer out: expected the input tensor with 2 channels, got [4, 3]",
        run(LAYER, sizes(2), rows(4, 3)));
    assertRefused(
        "KOrderLayer out: expected the input sizes with 1 channels, got [1, 2]",
        run(LAYER, rows(1, 2), rows(1, 2)));
  }
}
