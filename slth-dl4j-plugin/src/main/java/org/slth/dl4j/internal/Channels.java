package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.rows.RowKernels;

/**
 * An array {@code [batch, channels, ...]}, and the operations that take or give one number per
 * channel.
 */
abstract sealed class Channels permits PixelChannels, ColumnChannels {

  /** Below this share of the second moment, a variance found by subtraction is taken as lost. */
  private static final double CANCELLATION = 1e-3;

  /** Views an array, or copies it where it is not in C order. */
  static Channels of(INDArray array) {
    return array.rank() == 2 && RowKernels.takes(array.dataType())
        ? new ColumnChannels(array)
        : PixelChannels.view(array);
  }

  /** Returns how many numbers each channel has. */
  abstract double samples();

  /** Returns the sum of each channel. */
  abstract double[] sums();

  /** Returns the sum of the products with another array of this shape, for each channel. */
  abstract double[] sumsOfProducts(Channels other);

  /** Returns the sum of the squares of the differences from a centre, for each channel. */
  abstract double[] squaresAround(double[] centre);

  /** Writes y = scale x + shift, for each channel. */
  abstract void affine(double[] scale, double[] shift, Channels y);

  /** Adds scale x of another array of this shape, for each channel, in place. */
  abstract void addTimes(Channels x, double[] scale);

  /**
   * Returns the sum of the squared distances from a centre, for each channel.
   *
   * @param sums what {@link #sums} gave
   */
  final double[] squaresAround(double[] centre, double[] sums) {
    double[] squares = sumsOfProducts(this);
    boolean lost = false;
    for (int c = 0; c < squares.length; c++) {
      double moment = squares[c];
      squares[c] += centre[c] * (samples() * centre[c] - 2 * sums[c]);
      lost |= squares[c] < CANCELLATION * moment;
    }
    return lost ? squaresAround(centre) : squares;
  }
}
