package org.slth.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PatchesTest {

  @ParameterizedTest
  @CsvSource({
    "3, 1, 1, 1, false",
    "5, 1, 0, 1, true",
    "4, 1, 0, 1, true",
    "3, 2, 1, 1, false",
    "3, 2, 0, 1, true",
    "3, 1, 2, 2, false"
  })
  void givesTheGradientByTheWeights(int size, int stride, int padding, int dilation, boolean same) {
    ConvolutionOperation operation =
        new ConvolutionOperation(new Window(size, stride, padding, dilation, same), 2, 3);
    INDArray input = Nd4j.randn(DataType.DOUBLE, 2, 2, 9, 8);
    INDArray weights = operation.weights(Nd4j.randn(DataType.DOUBLE, (long) size * size, 2, 3));
    INDArray epsilon = Nd4j.randn(DataType.DOUBLE, operation.resultShape(input.shape()));
    INDArray bias = Nd4j.zeros(DataType.DOUBLE, 3);
    INDArray[] all = {Nd4j.zerosLike(input), Nd4j.zerosLike(weights), Nd4j.zerosLike(bias)};
    INDArray[] some = {Nd4j.zerosLike(input), Nd4j.zerosLike(weights), Nd4j.zerosLike(bias)};
    INDArray[] given = {input, weights, bias, epsilon};
    operation.backward(given, all, true);
    operation.backward(given, some, false);
    assertEquals(0, all[1].distance2(some[1]), 1e-10);
    assertEquals(0, all[2].distance2(some[2]), 1e-10);
    assertTrue(all[0].norm2Number().doubleValue() > 1);
    assertEquals(0, some[0].norm2Number().doubleValue(), "nobody wanted it");
  }

  @Test
  void manyChannelsTakeAnotherWay() {
    Window window = new Window(5, 1, 2, 1, false);
    assertTrue(new Patches(window, 3).areFew(DataType.FLOAT));
    assertFalse(new Patches(window, 64).areFew(DataType.FLOAT));
  }
}
