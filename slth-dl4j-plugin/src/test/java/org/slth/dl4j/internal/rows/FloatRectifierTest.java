package org.slth.dl4j.internal.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Bits give what ND4J's comparisons give. */
class FloatRectifierTest {

  private static final float[] ODD = {
    1,
    -1,
    0f,
    -0f,
    Float.NaN,
    Float.intBitsToFloat(0xffc00000), // NaN as processors make it
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MAX_VALUE,
    -Float.MAX_VALUE
  };

  @Test
  void oddNumbersAreThoseOfNd4j() {
    check(Nd4j.createFromArray(ODD), Nd4j.arange(1, ODD.length + 1).castTo(DataType.FLOAT));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 4096, 200_003})
  void randomNumbersAreThoseOfNd4j(int count) {
    Nd4j.getRandom().setSeed(count);
    check(Nd4j.randn(DataType.FLOAT, count, 1), Nd4j.randn(DataType.FLOAT, count, 1));
  }

  @Test
  void viewsAreReadInTheirOrder() {
    INDArray x = Nd4j.randn(DataType.FLOAT, 3, 5).transpose();
    INDArray dy = Nd4j.randn(DataType.FLOAT, 7, 3).get(NDArrayIndex.interval(2, 7));
    check(x, dy);
  }

  private static void check(INDArray x, INDArray dy) {
    INDArray expected = Nd4j.createUninitialized(DataType.FLOAT, x.shape(), 'c');
    INDArray actual = Nd4j.valueArrayOf(x.shape(), 7, DataType.FLOAT);
    Nd4j.getExecutioner().exec(new RectifiedLinear(x, expected));
    FloatRectifier.forward(x, actual);
    assertArrayEquals(expected.data().asFloat(), actual.data().asFloat(), 0);
    Nd4j.exec(new RectifiedLinearDerivative(x, dy, expected));
    FloatRectifier.backward(x, dy, actual);
    assertArrayEquals(expected.data().asFloat(), actual.data().asFloat(), 0);
    assertEquals(x.gt(0), expected.neq(0));
  }

  @Test
  void doublesAreNotTaken() {
    assertTrue(FloatRectifier.takes(Nd4j.zeros(DataType.FLOAT, 2, 3)));
    assertFalse(FloatRectifier.takes(Nd4j.zeros(DataType.DOUBLE, 2, 3)));
  }
}
