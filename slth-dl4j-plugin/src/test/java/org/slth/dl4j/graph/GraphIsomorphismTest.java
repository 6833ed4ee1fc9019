package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.layer.LayerRuntime;

class GraphIsomorphismTest {

  private static final int NODES = 5;
  private static final int[][] ARCS = {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 0}, {3, 2}, {3, 2}};

  static Stream<GraphIsomorphism> layers() {
    return Stream.of(LayerRuntime.values())
        .flatMap(
            runtime ->
                Stream.of(Propagation.SUM, Propagation.MEAN, Propagation.MAX)
                    .flatMap(
                        map ->
                            Stream.of(2, 6)
                                .map(
                                    nOut ->
                                        new GraphIsomorphism.Builder(4, nOut)
                                            .aggregation(map)
                                            .epsilon(0.25)
                                            .learnEpsilon(nOut == 2)
                                            .runtime(runtime)
                                            .build())));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void isItsEquation(GraphIsomorphism layer) {
    ComputationGraph network = NodeNetworks.bare(DataType.DOUBLE, layer, 4);
    NodeNetworks.perturb(network.params());
    double epsilon =
        layer.learnEpsilon() ? NodeNetworks.parameter(network, "eps").getDouble(0) : 0.25;
    INDArray x = NodeNetworks.features(DataType.DOUBLE, NODES, 4);
    SlowMessages slow = new SlowMessages(ARCS, x.toDoubleMatrix());
    INDArray mixed = x.mul(1 + epsilon);
    for (int i = 0; i < NODES; i++) {
      mixed.getRow(i).addi(Nd4j.createFromArray(slow.message(layer.aggregation(), i)));
    }
    INDArray expected =
        mixed
            .mmul(NodeNetworks.parameter(network, "W"))
            .addRowVector(NodeNetworks.parameter(network, "b"));
    INDArray y = network.outputSingle(x, NodeNetworks.arcs(DataType.DOUBLE, ARCS));
    assertTrue(expected.equalsWithEps(y, 1e-12));
    INDArray fewer =
        NodeNetworks.arcs(DataType.DOUBLE, List.of(ARCS).subList(1, 7).toArray(int[][]::new));
    assertFalse(expected.equalsWithEps(network.outputSingle(x, fewer), 1e-3)); // the control
  }
}
