package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class EquivarianceTest {

  static Stream<Stack> stacks() {
    return Stack.all(LayerRuntime.FAST);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void commutesWithTheGroup(Stack stack) {
    INDArray images = stack.images(DataType.FLOAT);
    MultiLayerNetwork network = Networks.of(DataType.FLOAT, stack.inputType(), stack.layers());
    Networks.perturb(network.params());
    EquivarianceError error =
        EquivarianceError.of(
            x -> network.feedForward(x, false).get(stack.layers().size()),
            stack.input(),
            stack.output(),
            images);
    assertTrue(error.maximumOfExact() <= 1e-5 * Math.max(1, error.scale()), error::toString);
    assertTrue(error.scale() > 0.01, error::toString);
  }
}
