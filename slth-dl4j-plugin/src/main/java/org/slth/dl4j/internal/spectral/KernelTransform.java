package org.slth.dl4j.internal.spectral;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.blas.Operand;
import org.slth.dl4j.internal.blas.Products;

/**
 * From a kernel to its spectrum, <i>W</i>(<i>f</i>) = Σ<sub>d</sub> <i>w</i>(<i>d</i>) e<sup>+iθ(f,
 * d − padding)</sup>, by which the spectrum of an image is multiplied where the kernel slides over
 * it; and from the gradient by the spectrum to that by the kernel.
 */
final class KernelTransform {

  private final Products products;
  private final long cells;
  private final long numbers;
  private final INDArray matrix; // [(k, l, part), cell]
  private final INDArray inverse; // [(k, l, part), cell], to be transposed

  KernelTransform(Frequencies frequencies, int size, int padding, DataType type) {
    this.products = Products.of(type);
    this.cells = (long) size * size;
    this.numbers = 2L * frequencies.count();
    double[][] forward = new double[(int) numbers][(int) cells];
    double[][] back = new double[(int) numbers][(int) cells];
    double pixels = (double) frequencies.height() * frequencies.width();
    int row = 0;
    for (int k = 0; k < frequencies.half(); k++) {
      double weight = frequencies.multiplicity(k) / pixels;
      for (int l = 0; l < frequencies.height(); l++, row += 2) {
        for (int cell = 0; cell < cells; cell++) {
          double angle =
              frequencies.vertical(l, cell / size - padding)
                  + frequencies.horizontal(k, cell % size - padding);
          forward[row][cell] = Math.cos(angle);
          forward[row + 1][cell] = Math.sin(angle);
          back[row][cell] = weight * Math.cos(angle);
          back[row + 1][cell] = -weight * Math.sin(angle);
        }
      }
    }
    this.matrix = Nd4j.createFromArray(forward).castTo(type);
    this.inverse = Nd4j.createFromArray(back).castTo(type);
  }

  /**
   * Writes the spectrum.
   *
   * @param kernel {@code [cells, pairs]}
   * @param pairs of channels, in and out
   * @param spectrum {@code [half, M, 2, pairs]}
   */
  void forward(Operand kernel, long pairs, Operand spectrum) {
    products.multiplyShared(
        numbers,
        pairs,
        cells,
        1,
        Operand.of(matrix, cells),
        kernel.withStride(pairs),
        0,
        spectrum.withStride(pairs));
  }

  /**
   * Writes the gradient by the kernel.
   *
   * @param spectrum products of that of the input and the conjugate one of the gradient by the
   *     result, {@code [half, M, 2, pairs]}
   * @param kernel {@code [cells, pairs]}
   */
  void gradient(Operand spectrum, long pairs, Operand kernel) {
    products.multiplyShared(
        cells,
        pairs,
        numbers,
        1,
        Operand.of(inverse, cells).transpose(),
        spectrum.withStride(pairs),
        0,
        kernel.withStride(pairs));
  }
}
