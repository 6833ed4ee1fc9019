package org.slth.dl4j.internal.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class HostNumbersTest {

  private static final double[] NUMBERS = {1, 0, -3, 0, 5.5, -0.0};

  @Test
  void fillsAMatrixInFortranOrder() {
    INDArray matrix = Nd4j.zeros(DataType.FLOAT, 10).get(NDArrayIndex.interval(2, 8));
    INDArray zeros = matrix.reshape('f', 2, 3);
    assertTrue(HostNumbers.fill(zeros, NUMBERS));
    assertArrayEquals(NUMBERS, HostNumbers.read(zeros));
    assertEquals(-3, matrix.getFloat(4), "written into the memory of the view");
  }

  /** The control of what it must not touch. */
  @Test
  void leavesOtherArraysAlone() {
    INDArray plain = Nd4j.zeros(DataType.FLOAT, 2, 3);
    INDArray doubles = Nd4j.create(DataType.DOUBLE, new long[] {2, 3}, 'f');
    INDArray larger = Nd4j.create(DataType.FLOAT, new long[] {3, 3}, 'f');
    INDArray vector = Nd4j.zeros(DataType.FLOAT, 6);
    for (INDArray array : new INDArray[] {plain, doubles, larger, vector}) {
      assertFalse(HostNumbers.fill(array, NUMBERS));
      assertEquals(0, array.sumNumber().doubleValue());
    }
  }
}
