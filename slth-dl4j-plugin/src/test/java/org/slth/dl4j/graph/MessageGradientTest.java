package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.slth.dl4j.layer.LayerRuntime;

/** Gradients by DL4J's own checker, in doubles, of both runtimes. */
@Tag("slow")
class MessageGradientTest {

  private static final int NODES = 6;
  private static final int[][] ARCS = {
    {0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 0}, {0, 2}, {0, 3}, {4, 3}, {4, 3}, {3, 3}, {-1, -1}
  };
  private static final int[][] NONE = {{-1, -1}};

  static Stream<GraphLayer> layers() {
    return Stream.of(LayerRuntime.values())
        .flatMap(
            runtime ->
                Stream.concat(
                    Stream.of(Propagation.values())
                        .flatMap(
                            map ->
                                Stream.of(
                                    passing(runtime, 3, 4, map), passing(runtime, 4, 2, map))),
                    Stream.of(
                        passing(runtime, 4, 2, Propagation.IDENTITY, Propagation.SUM),
                        passing(
                            runtime, 3, 4, Propagation.MAX, Propagation.MEAN, Propagation.IDENTITY),
                        isomorphism(runtime, 3, 4, Propagation.SUM, true),
                        isomorphism(runtime, 4, 2, Propagation.MEAN, true),
                        isomorphism(runtime, 4, 2, Propagation.MAX, true),
                        isomorphism(runtime, 4, 2, Propagation.SUM, false))));
  }

  private static GraphLayer passing(LayerRuntime runtime, int in, int out, Propagation... basis) {
    return new MessagePassing.Builder(in, out).basis(basis).runtime(runtime).build();
  }

  private static GraphLayer isomorphism(
      LayerRuntime runtime, int in, int out, Propagation aggregation, boolean learn) {
    return new GraphIsomorphism.Builder(in, out)
        .aggregation(aggregation)
        .epsilon(0.4)
        .learnEpsilon(learn)
        .runtime(runtime)
        .build();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void isRight(GraphLayer layer) {
    assertTrue(check(layer, ARCS));
    if (layer.runtime() == LayerRuntime.FAST) {
      assertTrue(check(layer, NONE));
    }
  }

  private static boolean check(GraphLayer layer, int[][] arcs) {
    int channels = ((NodeLayer) layer).nIn();
    return NodeNetworks.gradientsAreRight(
        NodeNetworks.deep(DataType.DOUBLE, new NoOp(), layer.clone(), channels),
        NODES,
        NodeNetworks.features(DataType.DOUBLE, NODES, channels),
        NodeNetworks.arcs(DataType.DOUBLE, arcs));
  }

  static Stream<GraphLayer> fast() {
    return layers().filter(layer -> layer.runtime() == LayerRuntime.FAST);
  }

  /** Nobody wants the gradient by the input then. */
  @ParameterizedTest
  @MethodSource("fast")
  void isRightInTheFirstLayer(GraphLayer layer) {
    int channels = ((NodeLayer) layer).nIn();
    ComputationGraph network =
        NodeNetworks.initialized(
            NodeNetworks.configuration(DataType.DOUBLE, new NoOp())
                .addInputs("nodes", "edges")
                .setInputTypes(InputType.feedForward(channels), InputType.feedForward(2))
                .addVertex("vertex", layer.clone(), "nodes", "edges")
                .addLayer("out", NodeNetworks.output(), "vertex")
                .setOutputs("out"));
    assertTrue(
        NodeNetworks.gradientsAreRight(
            network,
            NODES,
            NodeNetworks.features(DataType.DOUBLE, NODES, channels),
            NodeNetworks.arcs(DataType.DOUBLE, ARCS)));
  }

  @Test
  void isRightUnderDropout() {
    for (int out : new int[] {3, 6}) { // matrices first, and maps first
      ComputationGraph network =
          NodeNetworks.deep(
              DataType.DOUBLE,
              new NoOp(),
              new MessagePassing.Builder(4, out).graphConv(Propagation.MEAN).dropOut(0.6).build(),
              4);
      INDArray x = NodeNetworks.features(DataType.DOUBLE, NODES, 4);
      INDArray arcs = NodeNetworks.arcs(DataType.DOUBLE, ARCS);
      assertTrue(
          NodeNetworks.gradientsAreRight(
              n -> Nd4j.getRandom().setSeed(1), network, NODES, x, arcs));
      assertFalse( // the control: every call drops other elements
          NodeNetworks.gradientsAreRight(network, NODES, x, arcs));
    }
  }

  @Test
  void setPoolingIsRight() {
    INDArray members =
        NodeNetworks.arcs(
            DataType.DOUBLE,
            new int[][] {{0, 1}, {0, 2}, {1, 0}, {1, 0}, {-1, -1}, {3, 5}, {3, 2}});
    INDArray x = NodeNetworks.features(DataType.DOUBLE, NODES, 3);
    INDArray types = NodeNetworks.features(DataType.DOUBLE, 4, 2);
    for (LayerRuntime runtime : LayerRuntime.values()) {
      ComputationGraph network =
          NodeNetworks.deep(
              DataType.DOUBLE, new NoOp(), new SetPooling.Builder().runtime(runtime).build(), 3, 2);
      assertTrue(NodeNetworks.gradientsAreRight(network, 4, x, types, members));
    }
  }

  /** Jumping knowledge: the features of the input go to a merge as well as to the first layer. */
  @Test
  void isRightWhereInputsAreShared() {
    ComputationGraph network =
        NodeNetworks.initialized(
            NodeNetworks.configuration(DataType.DOUBLE, new NoOp())
                .addInputs("nodes", "edges")
                .setInputTypes(InputType.feedForward(3), InputType.feedForward(2))
                .addVertex(
                    "first", passing(LayerRuntime.FAST, 3, 4, Propagation.SUM), "nodes", "edges")
                .addVertex(
                    "second", passing(LayerRuntime.FAST, 4, 2, Propagation.MAX), "first", "edges")
                .addVertex("jump", new MergeVertex(), "nodes", "first", "second")
                .addLayer("out", NodeNetworks.output(), "jump")
                .setOutputs("out"));
    assertTrue(
        NodeNetworks.gradientsAreRight(
            network,
            NODES,
            NodeNetworks.features(DataType.DOUBLE, NODES, 3),
            NodeNetworks.arcs(DataType.DOUBLE, ARCS)));
  }
}
