package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.layer.LayerRuntime;

/** One row for each graph; empty graphs give zeros; padding has no influence and no gradient. */
class GraphReadoutTest {

  private static final INDArray X =
      Nd4j.createFromArray(new double[][] {{1, -2}, {3, -4}, {5, -9}, {100, 100}});

  static Stream<Arguments> cases() {
    return Stream.of(LayerRuntime.values())
        .flatMap(
            runtime ->
                Stream.of(
                    Arguments.of(Readout.SUM, runtime, List.of(4., -6., 0., 0., 5., -9.)),
                    Arguments.of(Readout.MEAN, runtime, List.of(2., -3., 0., 0., 5., -9.)),
                    Arguments.of(Readout.MAX, runtime, List.of(3., -2., 0., 0., 5., -9.))));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void readsOutWhatBelongsToEachGraph(
      Readout readout, LayerRuntime runtime, List<Double> expected) {
    GraphReadout layer = new GraphReadout.Builder(1, readout).runtime(runtime).build();
    ComputationGraph network = Batches.alone(DataType.DOUBLE, 2, layer);
    INDArray y = network.outputSingle(Batches.sizes(DataType.DOUBLE, 2, 0, 1), X);
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), y.getDouble(i / 2, i % 2), 1e-12);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isInvariantUnderRelabelling(Readout readout) {
    int[] nodes = {3, 5};
    GraphReadout layer = new GraphReadout.Builder(2, readout).build();
    ComputationGraph network = Batches.alone(DataType.FLOAT, 2, layer);
    INDArray sizes = Batches.sizes(DataType.FLOAT, nodes);
    INDArray x = Batches.tensor(DataType.FLOAT, 2, 2, nodes);
    INDArray relabelled = Batches.relabelled(x, 2, nodes, Batches.orders(nodes));
    INDArray y = network.outputSingle(sizes, x);
    assertEquals(0, Batches.gap(network.outputSingle(sizes, relabelled), y), 1e-5);
    INDArray swapped = Nd4j.concat(0, x.getRow(20).reshape(1, 2), x.getRows(rest(34, 20)));
    assertTrue(Batches.gap(network.outputSingle(sizes, swapped), y) > 1e-3, "the control");
  }

  private static int[] rest(int rows, int without) {
    return IntStream.range(0, rows).filter(r -> r != without).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void paddingGetsNoGradient(Readout readout) {
    Stack stack =
        Stack.all(LayerRuntime.FAST, 0)
            .filter(s -> s.name().equals(readout + " of order 1"))
            .findFirst()
            .orElseThrow();
    ComputationGraph network = stack.network(DataType.DOUBLE);
    INDArray x = stack.tensor(DataType.DOUBLE);
    INDArray padded = Nd4j.concat(0, x, Nd4j.ones(DataType.DOUBLE, 3, 2).muli(5));
    Gradient plain = Batches.gradients(network, stack.sizes(DataType.DOUBLE), x);
    INDArray expected = plain.getGradientFor("h_W").dup();
    Gradient gradient = Batches.gradients(network, stack.sizes(DataType.DOUBLE), padded);
    assertEquals(0, Batches.gap(gradient.getGradientFor("h_W"), expected), 1e-12);
    assertTrue(expected.amaxNumber().doubleValue() > 1e-3);
  }
}
