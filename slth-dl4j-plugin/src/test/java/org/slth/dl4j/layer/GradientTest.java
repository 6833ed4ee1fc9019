package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Every layer alone and stacked, by DL4J's own checker, in doubles. */
@Tag("slow")
class GradientTest {

  static Stream<Stack> stacks() {
    return Stacks.fast();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void isRightInAMultiLayerNetwork(Stack stack) {
    INDArray images = stack.images(DataType.DOUBLE);
    MultiLayerNetwork network = Networks.of(DataType.DOUBLE, stack.inputType(), stack.layers());
    Networks.perturb(network.params());
    assertTrue(Networks.gradientsAreRight(network, images));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void isRightInAComputationGraph(Stack stack) {
    INDArray images = stack.images(DataType.DOUBLE);
    ComputationGraph network = Networks.graph(DataType.DOUBLE, stack.inputType(), stack.layers());
    Networks.perturb(network.params());
    assertTrue(Networks.gradientsAreRight(network, images));
  }
}
