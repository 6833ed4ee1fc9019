package org.slth.dl4j.internal.blas;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix in native memory: row <i>r</i> begins at number {@code offset + r · stride}.
 *
 * @param array keeps the memory alive
 * @param offset from the begin of its buffer
 * @param stride from row to row
 * @param transposed whether the product takes the transpose
 */
public record Operand(INDArray array, long offset, int stride, boolean transposed) {

  /**
   * Views an array in C order as rows.
   *
   * @param array any
   * @param stride numbers of a row
   */
  public static Operand of(INDArray array, long stride) {
    return new Operand(array, array.offset(), Math.toIntExact(stride), false);
  }

  /**
   * Returns the matrix that begins further on.
   *
   * @param numbers by how much
   */
  public Operand from(long numbers) {
    return new Operand(array, offset + numbers, stride, transposed);
  }

  /**
   * Returns the matrix with other rows.
   *
   * @param numbers from row to row
   */
  public Operand withStride(long numbers) {
    return new Operand(array, offset, Math.toIntExact(numbers), transposed);
  }

  /** Returns the matrix of which the product takes the other side. */
  public Operand transpose() {
    return new Operand(array, offset, stride, !transposed);
  }

  /**
   * Returns where the first number is.
   *
   * @param bytes of a number
   */
  long address(int bytes) {
    return array.data().pointer().address() + offset * bytes;
  }
}
