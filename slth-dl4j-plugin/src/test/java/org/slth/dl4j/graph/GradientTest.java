package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.layer.LayerRuntime;

/** Every vertex between stock layers, by DL4J's own checker, in doubles, in both runtimes. */
@Tag("slow")
class GradientTest {

  static Stream<Stack> fast() {
    return Stack.all(LayerRuntime.FAST, 6);
  }

  static Stream<Stack> references() {
    return Stack.all(LayerRuntime.REFERENCE, 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fast")
  void isRightByHand(Stack stack) {
    assertTrue(isRight(stack));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("references")
  void isRightInTheReference(Stack stack) {
    assertTrue(isRight(stack));
  }

  private static boolean isRight(Stack stack) {
    ComputationGraph network = stack.network(DataType.DOUBLE);
    Batches.perturb(network.params());
    INDArray[] inputs = {stack.sizes(DataType.DOUBLE), stack.tensor(DataType.DOUBLE)};
    INDArray[] labels = {Batches.labels(DataType.DOUBLE, Stack.NODES.length)};
    return Batches.inDoubles(
        () ->
            GradientCheckUtil.checkGradients(
                new GradientCheckUtil.GraphConfig()
                    .net(network)
                    .inputs(inputs)
                    .labels(labels)
                    .subset(true)
                    .maxPerParam(8)));
  }

  static Stream<Stack> common() {
    return Stack.all(LayerRuntime.FAST, 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("common")
  void bothRuntimesAgree(Stack stack) {
    Stack twin =
        Stack.all(LayerRuntime.REFERENCE, 4)
            .filter(s -> s.name().equals(stack.name()))
            .findFirst()
            .orElseThrow();
    Map<String, INDArray> gradients = gradients(stack).gradientForVariable();
    Map<String, INDArray> expected = gradients(twin).gradientForVariable();
    assertEquals(expected.keySet(), gradients.keySet());
    expected.forEach(
        (name, gradient) ->
            assertEquals(0, Batches.gap(gradients.get(name), gradient), 1e-12, name));
  }

  private static Gradient gradients(Stack stack) {
    ComputationGraph network = stack.network(DataType.DOUBLE);
    Batches.perturb(network.params());
    return Batches.gradients(network, stack.sizes(DataType.DOUBLE), stack.tensor(DataType.DOUBLE));
  }
}
