package org.slth.dl4j.internal.spectral;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.blas.Operand;
import org.slth.dl4j.internal.blas.Products;
import org.slth.dl4j.internal.rows.Shares;

/**
 * From images to their spectra and back: <i>X</i>(<i>k</i>, <i>l</i>) = Σ <i>x</i>(<i>h</i>,
 * <i>w</i>) e<sup>-2πi(<i>lh/M</i> + <i>kw/N</i>)</sup> for 0 ≤ <i>k</i> ≤ ⌊<i>N</i>/2⌋ and 0 ≤
 * <i>l</i> &lt; <i>M</i>, the images being filled up with zeros to <i>M</i> by <i>N</i> pixels.
 *
 * <p>Rows first, then columns, each by a matrix; the inverse takes the same way back.
 */
final class ImageTransform {

  private static final long BLOCK = 512;

  private final Frequencies frequencies;
  private final long height;
  private final long width;
  private final Products products;
  private final INDArray rows; // [(part, k), w]
  private final INDArray columns; // [part of the input, (l, part), h]
  private final INDArray inverseColumns; // [(part, h), (l, part of the input)]
  private final INDArray inverseRows; // [(k, part), w]

  /**
   * Makes the matrices for images of one size.
   *
   * @param height at most that of the frequencies
   * @param width at most that of the frequencies
   */
  ImageTransform(Frequencies frequencies, long height, long width, DataType type) {
    this.frequencies = frequencies;
    this.height = height;
    this.width = width;
    this.products = Products.of(type);
    this.rows = rows().castTo(type);
    this.columns = columns().castTo(type);
    this.inverseColumns = inverseColumns().castTo(type);
    this.inverseRows = inverseRows().castTo(type);
  }

  private INDArray rows() {
    int half = frequencies.half();
    double[][] matrix = new double[2 * half][(int) width];
    for (int k = 0; k < half; k++) {
      for (int w = 0; w < width; w++) {
        double angle = frequencies.horizontal(k, w);
        matrix[k][w] = Math.cos(angle);
        matrix[half + k][w] = -Math.sin(angle);
      }
    }
    return Nd4j.createFromArray(matrix);
  }

  private INDArray columns() {
    int m = frequencies.height();
    double[][][] matrix = new double[2][2 * m][(int) height];
    for (int l = 0; l < m; l++) {
      for (int h = 0; h < height; h++) {
        double angle = frequencies.vertical(l, h);
        matrix[0][2 * l][h] = Math.cos(angle);
        matrix[0][2 * l + 1][h] = -Math.sin(angle);
        matrix[1][2 * l][h] = Math.sin(angle);
        matrix[1][2 * l + 1][h] = Math.cos(angle);
      }
    }
    return Nd4j.createFromArray(matrix);
  }

  private INDArray inverseColumns() {
    int m = frequencies.height();
    double[][] matrix = new double[2 * (int) height][2 * m];
    for (int h = 0; h < height; h++) {
      for (int l = 0; l < m; l++) {
        double angle = frequencies.vertical(l, h);
        matrix[h][2 * l] = Math.cos(angle) / m;
        matrix[h][2 * l + 1] = -Math.sin(angle) / m;
        matrix[(int) height + h][2 * l] = Math.sin(angle) / m;
        matrix[(int) height + h][2 * l + 1] = Math.cos(angle) / m;
      }
    }
    return Nd4j.createFromArray(matrix);
  }

  private INDArray inverseRows() {
    double[][] matrix = new double[2 * frequencies.half()][(int) width];
    for (int k = 0; k < frequencies.half(); k++) {
      double weight = (double) frequencies.multiplicity(k) / frequencies.width();
      for (int w = 0; w < width; w++) {
        double angle = frequencies.horizontal(k, w);
        matrix[2 * k][w] = weight * Math.cos(angle);
        matrix[2 * k + 1][w] = -weight * Math.sin(angle);
      }
    }
    return Nd4j.createFromArray(matrix);
  }

  /** Returns how many numbers {@link #forward} and {@link #inverse} need as scratch. */
  long scratch(long images) {
    return 2L * frequencies.half() * images * height;
  }

  /**
   * Writes spectra.
   *
   * @param images {@code [images, height, width]}
   * @param scratch {@link #scratch} numbers
   * @param spectrum {@code [half, M, 2, images]}
   */
  void forward(Operand images, long count, Operand scratch, Operand spectrum) {
    long half = frequencies.half();
    long lines = count * height;
    products.multiplyShared(
        2 * half,
        lines,
        width,
        1,
        Operand.of(rows, width),
        images.withStride(width).transpose(),
        0,
        scratch.withStride(lines));
    long numbers = 2L * frequencies.height(); // of a column's spectrum
    Operand ofReal = Operand.of(columns, height);
    Operand ofImaginary = ofReal.from(numbers * height);
    Shares.over(
        frequencies.half(),
        numbers * count,
        (from, to) -> {
          for (long k = from; k < to; k++) {
            Operand real = scratch.from(k * lines).withStride(height).transpose();
            Operand imaginary = scratch.from((half + k) * lines).withStride(height).transpose();
            Operand result = spectrum.from(k * numbers * count).withStride(count);
            products.multiply(numbers, count, height, 1, ofReal, real, 0, result);
            products.multiply(numbers, count, height, 1, ofImaginary, imaginary, 1, result);
          }
        });
  }

  /**
   * Writes images, of which the pixels beyond height and width are left out.
   *
   * @param spectrum {@code [half, M, 2, images]}
   * @param scratch {@link #scratch} numbers
   * @param images {@code [images, height, width]}
   */
  void inverse(Operand spectrum, long count, Operand scratch, Operand images) {
    long numbers = 2L * frequencies.height();
    Operand matrix = Operand.of(inverseColumns, numbers);
    Shares.over(
        frequencies.half(),
        numbers * count,
        (from, to) -> {
          for (long k = from; k < to; k++) {
            Operand column = spectrum.from(k * numbers * count).withStride(count);
            Operand result = scratch.from(k * 2 * height * count).withStride(count);
            products.multiply(2 * height, count, numbers, 1, matrix, column, 0, result);
          }
        });
    Shares.over(
        Math.toIntExact((count + BLOCK - 1) / BLOCK),
        BLOCK * height * width,
        (from, to) -> {
          for (long block = from; block < to; block++) {
            inverseRows(block * BLOCK, count, scratch, images);
          }
        });
  }

  /** Does a block of images, which stay in the cache while their rows are written. */
  private void inverseRows(long first, long count, Operand scratch, Operand images) {
    for (long h = 0; h < height; h++) {
      products.multiply(
          Math.min(BLOCK, count - first),
          width,
          2L * frequencies.half(),
          1,
          scratch.from(h * count + first).withStride(height * count).transpose(),
          Operand.of(inverseRows, width),
          0,
          images.from((first * height + h) * width).withStride(height * width));
    }
  }
}
