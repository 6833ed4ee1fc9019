package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.representation.FieldType;

/** One number for each part of a field: what it is for permutations, and norms elsewhere. */
class GroupPoolingTest {

  @ParameterizedTest
  @CsvSource({
    "C4: regular + irrep(2), -1 2 0 1 3 4, 2 5",
    "C2: (regular + trivial) + trivial, 1 2 3 -4, 3 -4", // permutes: one maximum
    "SO2: fourier(2), -7 3 4 5 12, -7 5 13",
    "O2: (irrep(0) + irrep(1) + irrep(2)) + irrep(1), -2 -3 3 4 -6, -2 3 5 6"
  })
  void poolsPartByPart(String text, String input, String expected) {
    FieldType type = FieldType.parse(text);
    GroupPooling layer = new GroupPooling.Builder(type).build();
    double[] x = numbers(input);
    double[] y = numbers(expected);
    assertEquals(FieldType.trivial(type.group(), y.length), layer.outputType());
    MultiLayerNetwork network =
        Networks.of(DataType.DOUBLE, Stack.of(0, layer).inputType(), List.of(layer));
    INDArray output = network.feedForward(Nd4j.createFromArray(new double[][] {x}), false).get(1);
    for (int i = 0; i < y.length; i++) {
      assertEquals(y[i], output.getDouble(0, i), 1e-9);
    }
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
