package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.slth.dl4j.layer.LayerRuntime;

/** Values, mistakes, and the network of the package's documentation, with fewer channels. */
class SetPoolingTest {

  @ParameterizedTest
  @EnumSource
  void joinsTypesWithMeansOfMembers(LayerRuntime runtime) {
    ComputationGraph network =
        NodeNetworks.bare(DataType.FLOAT, new SetPooling.Builder().runtime(runtime).build(), 2, 1);
    INDArray nodes = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {6, 0}});
    INDArray types = Nd4j.createFromArray(new float[][] {{7}, {8}, {9}});
    INDArray members =
        Nd4j.createFromArray(new float[][] {{2, 0}, {0, 0}, {-1, -1}, {0, 1}, {2, 2}, {2, 2}});
    INDArray expected =
        Nd4j.createFromArray(new float[][] {{7, 2, 3}, {8, 0, 0}, {9, 13 / 3f, 2 / 3f}});
    assertTrue(expected.equalsWithEps(network.outputSingle(nodes, types, members), 1e-6));
    members.putScalar(0, 0, 3);
    assertEquals(
        "SetPooling vertex: expected rows of two whole numbers below 3 and 3, or (-1, -1), got"
            + " (3.0, 0.0) in row 0",
        assertThrows(
                IllegalArgumentException.class, () -> network.outputSingle(nodes, types, members))
            .getMessage());
  }

  private static ComputationGraph hierarchy() {
    return NodeNetworks.initialized(
        NodeNetworks.configuration(DataType.DOUBLE, new NoOp())
            .addInputs("sizes", "nodes", "edges", "pairs", "types", "members", "pair edges")
            .setInputTypes(
                InputType.feedForward(1),
                InputType.feedForward(7),
                InputType.feedForward(2),
                InputType.feedForward(1),
                InputType.feedForward(2),
                InputType.feedForward(2),
                InputType.feedForward(2))
            .addVertex("one", graphConv(7, 3), "nodes", "edges")
            .addLayer("relu one", new ActivationLayer(Activation.RELU), "one")
            .addVertex("sets", new SetPooling.Builder().build(), "relu one", "types", "members")
            .addVertex("two", graphConv(2 + 3, 3), "sets", "pair edges")
            .addLayer("relu two", new ActivationLayer(Activation.RELU), "two")
            .addVertex("read one", readout(), "relu one", "sizes")
            .addVertex("read two", readout(), "relu two", "pairs")
            .addVertex("all orders", new MergeVertex(), "read one", "read two")
            .addLayer("out", NodeNetworks.output(), "all orders")
            .setOutputs("out"));
  }

  private static GraphLayer graphConv(int nIn, int nOut) {
    return new MessagePassing.Builder(nIn, nOut).graphConv(Propagation.SUM).build();
  }

  private static GraphLayer readout() {
    return new GraphReadout.Builder(1, Readout.MEAN).build();
  }

  /** A path of three nodes and an edge; their pairs, and those that share a node as neighbours. */
  @Test
  @Tag("slow")
  void makesAHierarchyThatTrains() {
    INDArray[] inputs = {
      NodeNetworks.arcs(DataType.DOUBLE, new int[][] {{3}, {2}}),
      NodeNetworks.features(DataType.DOUBLE, 5, 7),
      NodeNetworks.arcs(
          DataType.DOUBLE, new int[][] {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {3, 4}, {4, 3}}),
      NodeNetworks.arcs(DataType.DOUBLE, new int[][] {{3}, {1}}),
      NodeNetworks.arcs(DataType.DOUBLE, new int[][] {{1, 0}, {0, 1}, {1, 0}, {1, 0}}),
      NodeNetworks.arcs(
          DataType.DOUBLE,
          new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 2}, {3, 3}, {3, 4}}),
      NodeNetworks.arcs(
          DataType.DOUBLE, new int[][] {{0, 1}, {1, 0}, {0, 2}, {2, 0}, {1, 2}, {2, 1}})
    };
    assertTrue(NodeNetworks.gradientsAreRight(hierarchy(), 2, inputs));
  }
}
