package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The two runtimes give the same outputs in training and the same gradients. */
class RuntimeAgreementTest {

  static Stream<Arguments> stacks() {
    Iterator<Stack> references = Stacks.all(LayerRuntime.REFERENCE).iterator();
    return Stacks.all(LayerRuntime.FAST).map(fast -> Arguments.of(fast, references.next()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void agrees(Stack fastStack, Stack referenceStack) {
    INDArray images = fastStack.images(DataType.DOUBLE);
    MultiLayerNetwork fast =
        Networks.of(DataType.DOUBLE, fastStack.inputType(), fastStack.layers());
    MultiLayerNetwork reference =
        Networks.of(DataType.DOUBLE, referenceStack.inputType(), referenceStack.layers());
    Networks.perturb(fast.params());
    reference.setParams(fast.params());
    INDArray output = fast.output(images, true);
    assertClose(output, reference.output(images, true), "output");

    INDArray labels = Networks.labels(DataType.DOUBLE, images.size(0));
    Pair<Gradient, INDArray> expected = reference.calculateGradients(images, labels, null, null);
    Pair<Gradient, INDArray> actual = fast.calculateGradients(images, labels, null, null);
    assertClose(actual.getSecond(), expected.getSecond(), "gradient by the input");
    for (Map.Entry<String, INDArray> entry : expected.getFirst().gradientForVariable().entrySet()) {
      String name = entry.getKey();
      if (!name.endsWith("_mean") && !name.endsWith("_var")) {
        assertClose(actual.getFirst().getGradientFor(name), entry.getValue(), name);
      }
    }
  }

  private static void assertClose(INDArray actual, INDArray expected, String what) {
    double scale = Math.max(1, expected.amaxNumber().doubleValue());
    assertEquals(0, actual.sub(expected).amaxNumber().doubleValue(), 1e-9 * scale, what);
  }
}
