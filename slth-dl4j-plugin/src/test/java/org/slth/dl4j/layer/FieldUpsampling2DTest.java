package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.representation.FieldType;

class FieldUpsampling2DTest {

  private static INDArray upsampled(DataType type, int factor, Interpolation kind, INDArray x) {
    FieldType fields = FieldType.parse("C4: 2*trivial");
    FieldUpsampling2D layer =
        new FieldUpsampling2D.Builder(fields, factor).interpolation(kind).build();
    InputType input = InputType.convolutional(x.size(2), x.size(3), 2);
    MultiLayerNetwork network = Networks.of(type, input, List.of(layer));
    return network.feedForward(x, false).get(1);
  }

  @Test
  void copiesPixelsAsDl4jDoes() {
    INDArray x = Networks.images(DataType.FLOAT, 3, 2, 4, 5);
    MultiLayerNetwork plain =
        Networks.of(
            DataType.FLOAT,
            InputType.convolutional(4, 5, 2),
            List.of(new Upsampling2D.Builder(3).build()));
    INDArray y = upsampled(DataType.FLOAT, 3, Interpolation.NEAREST, x);
    assertArrayEquals(new long[] {3, 2, 12, 15}, y.shape());
    assertEquals(plain.feedForward(x, false).get(1), y);
  }

  @Test
  void interpolatesBetweenFourPixels() {
    INDArray x = Nd4j.createFromArray(0.0, 4, 16, 36, 1, 1, 1, 1).reshape(1, 2, 2, 2);
    INDArray y = upsampled(DataType.DOUBLE, 2, Interpolation.BILINEAR, x);
    INDArray expected =
        Nd4j.createFromArray(
                new double[] {0, 1, 3, 4, 4, 6, 10, 12, 12, 16, 24, 28, 16, 21, 31, 36})
            .reshape(4, 4);
    assertEquals(expected, y.slice(0).slice(0));
    assertEquals(Nd4j.ones(DataType.DOUBLE, 4, 4), y.slice(0).slice(1));
  }

  @Test
  void worksInHalfPrecision() {
    INDArray x = Networks.images(DataType.FLOAT16, 1, 2, 3, 3);
    INDArray y = upsampled(DataType.FLOAT16, 2, Interpolation.BILINEAR, x);
    INDArray exact =
        upsampled(DataType.DOUBLE, 2, Interpolation.BILINEAR, x.castTo(DataType.DOUBLE));
    assertEquals(DataType.FLOAT16, y.dataType());
    assertEquals(0, exact.sub(y.castTo(DataType.DOUBLE)).amaxNumber().doubleValue(), 2e-3);
  }
}
