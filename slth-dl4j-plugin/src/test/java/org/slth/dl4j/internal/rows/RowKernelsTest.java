package org.slth.dl4j.internal.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.slth.dl4j.internal.rows.RowKernels.Run;

/** Rows come and go unchanged, whatever view they come from, and the loops do what they say. */
class RowKernelsTest {

  private static INDArray numbers(DataType type, int rows, int columns) {
    return Nd4j.arange(1, 1 + rows * columns).castTo(type).reshape('c', rows, columns);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void readsAnyViewAndWritesRows(DataType type) {
    INDArray all = numbers(type, 5, 4);
    INDArray rows = all.get(NDArrayIndex.interval(1, 4), NDArrayIndex.all());
    INDArray columns = all.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3));
    for (INDArray view : new INDArray[] {all, rows, columns, all.transpose(), all.dup('f')}) {
      INDArray copy = Nd4j.zeros(type, view.shape());
      RowKernels.of(view).write(copy);
      assertEquals(view, copy);
    }
    RowKernels.zeros(type, 2, 4).write(rows, 1, 2);
    assertEquals(all.sumNumber().doubleValue(), 26 + 10 + 74, "all rows but two of the view");
    assertThrows(IllegalArgumentException.class, () -> RowKernels.of(columns).write(columns));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void addsRunsOfRows(DataType type) {
    RowKernels from = RowKernels.of(numbers(type, 3, 2)); // 1 2, 3 4, 5 6
    RowKernels to = RowKernels.zeros(type, 4, 2);
    to.add(2, from, 1, 2);
    assertRows(to, 0, 0, 0, 0, 3, 4, 5, 6);
    to.add(3, from, 0, 1, -0.5);
    assertRows(to, 0, 0, 0, 0, 3, 4, 4.5, 5);
    to.fill(2, 3, 7);
    to.scale(3, 2);
    assertRows(to, 0, 0, 0, 0, 14, 14, 4.5, 5);
  }

  /** Four at a time, and the rest: sums of runs into one place, and products of rows. */
  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void sumsRunsAndProducts(DataType type) {
    RowKernels from = RowKernels.of(numbers(type, 6, 2)); // 1 2, ..., 11 12
    RowKernels to = RowKernels.zeros(type, 2, 2);
    to.addRuns(new Run(2, 0), from, new Run(0, 2), 6, 2, 0.5);
    assertRows(to, 0, 0, 18, 21);
    to.addProducts(0, from, new Run(0, 2), from, new Run(10, -2), 6);
    assertRows(to, 146, 224, 18, 21);
  }

  @Test
  void refusesOtherTypes() {
    assertEquals(
        "layers on graphs are for networks of type FLOAT or DOUBLE, got BFLOAT16",
        assertThrows(
                IllegalArgumentException.class, () -> RowKernels.zeros(DataType.BFLOAT16, 1, 1))
            .getMessage());
  }

  /** Memory that is never touched costs nothing. */
  @Test
  void refusesArraysBeyondJavasBuffers() {
    try (INDArray large = Nd4j.createUninitialized(DataType.FLOAT, 1 << 29, 1)) {
      RowKernels.zeros(DataType.FLOAT, 2, 1).read(large, 0, 2);
      assertEquals(
          "expected an array of at most 536870911 numbers of type FLOAT, got"
              + " 536870912; take smaller batches",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> RowKernels.zeros(DataType.FLOAT, 2, 1).read(large, (1 << 29) - 2, 2))
              .getMessage());
    }
  }

  private static void assertRows(RowKernels rows, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], rows.get(i / 2, i % 2));
    }
  }
}
