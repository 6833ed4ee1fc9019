package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks of floats, which have loops of their own, give what networks of doubles give. */
class FloatAgreementTest {

  private static final double TOLERANCE = 2e-4; // a ReLU near zero moves by its rounding

  static Stream<Stack> stacks() {
    return Stacks.all(LayerRuntime.FAST);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void agrees(Stack stack) {
    MultiLayerNetwork doubles = Networks.of(DataType.DOUBLE, stack.inputType(), stack.layers());
    Networks.perturb(doubles.params());
    MultiLayerNetwork floats = doubles.convertDataType(DataType.FLOAT);
    INDArray images = stack.images(DataType.FLOAT);
    INDArray precise = images.castTo(DataType.DOUBLE);
    assertClose(floats.output(images, true), doubles.output(precise, true), "output");
    assertClose(floats.output(images), doubles.output(precise), "inference");
    Pair<Gradient, INDArray> actual = gradients(floats, images);
    Pair<Gradient, INDArray> expected = gradients(doubles, precise);
    assertClose(actual.getSecond(), expected.getSecond(), "gradient by the input");
    for (Map.Entry<String, INDArray> entry : expected.getFirst().gradientForVariable().entrySet()) {
      String name = entry.getKey();
      assertClose(actual.getFirst().getGradientFor(name), entry.getValue(), name);
    }
  }

  private static Pair<Gradient, INDArray> gradients(MultiLayerNetwork network, INDArray images) {
    INDArray labels = Networks.labels(images.dataType(), images.size(0));
    return network.calculateGradients(images, labels, null, null);
  }

  private static void assertClose(INDArray floats, INDArray doubles, String what) {
    assertEquals(DataType.FLOAT, floats.dataType());
    double scale = Math.max(1, doubles.amaxNumber().doubleValue());
    INDArray difference = floats.castTo(DataType.DOUBLE).subi(doubles);
    assertEquals(0, difference.amaxNumber().doubleValue(), TOLERANCE * scale, what);
  }
}
