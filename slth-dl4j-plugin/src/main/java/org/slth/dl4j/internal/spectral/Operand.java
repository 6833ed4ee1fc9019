package org.slth.dl4j.internal.spectral;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix in native memory: row <i>r</i> begins at number {@code offset + r · stride}.
 *
 * @param array keeps the memory alive
 * @param offset from the begin of its buffer
 * @param stride from row to row
 * @param transposed whether the product takes the transpose
 */
record Operand(INDArray array, long offset, int stride, boolean transposed) {

  /** Views an array in C order as rows of {@code stride} numbers. */
  static Operand of(INDArray array, long stride) {
    return new Operand(array, array.offset(), Math.toIntExact(stride), false);
  }

  /** Returns the matrix that begins so many numbers further on. */
  Operand from(long numbers) {
    return new Operand(array, offset + numbers, stride, transposed);
  }

  Operand withStride(long numbers) {
    return new Operand(array, offset, Math.toIntExact(numbers), transposed);
  }

  Operand transpose() {
    return new Operand(array, offset, stride, !transposed);
  }

  /** Returns where the buffer begins. */
  Pointer buffer() {
    return array.data().pointer();
  }
}
