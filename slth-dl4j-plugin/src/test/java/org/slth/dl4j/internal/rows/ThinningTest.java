package org.slth.dl4j.internal.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class ThinningTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9, 1})
  void keepsTheShareItIsTold(double retain) {
    RowKernels ones = RowKernels.zeros(DataType.FLOAT, 400, 500);
    ones.fill(0, 400, 1);
    ones.thin(new Thinning(retain, 7));
    int[] column = new int[500];
    double[] value = new double[500];
    int kept = 0;
    for (int i = 0; i < 400; i++) {
      kept += ones.nonzeros(i, column, value, 0);
      assertEquals(1 / retain, value[0], 1e-6);
    }
    double deviation = Math.sqrt(retain * (1 - retain) / (400 * 500));
    assertEquals(retain, kept / (400.0 * 500), 4 * deviation);
  }
}
