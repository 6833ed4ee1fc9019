package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.rows.FloatPlanes;
import org.slth.dl4j.internal.rows.Moments;
import org.slth.dl4j.internal.rows.RowKernels;

/**
 * An array {@code [batch, channels, ...]}, and the operations that take or give one number per
 * channel.
 */
abstract sealed class Channels permits PixelChannels, ColumnChannels, PlaneChannels {

  /** Below this share of the second moment, a variance found by subtraction is taken as lost. */
  private static final double CANCELLATION = 1e-3;

  /** Views an array, or copies it where it is not in C order. */
  static Channels of(INDArray array) {
    if (array.rank() == 2 && RowKernels.takes(array.dataType())) {
      return new ColumnChannels(array);
    }
    return FloatPlanes.takes(array) ? new PlaneChannels(array) : PixelChannels.view(array);
  }

  /** Returns how many numbers each channel has. */
  abstract double samples();

  /** Returns the sums of each channel, and those of its products with another of this shape. */
  abstract Moments moments(Channels other);

  /** Returns the sum of the squares of the differences from a centre, for each channel. */
  abstract double[] squaresAround(double[] centre);

  /** Writes y = scale x + shift, for each channel. */
  abstract void affine(double[] scale, double[] shift, Channels y);

  /** Writes z = scale x + slope y + shift, for each channel. */
  abstract void combine(double[] scale, Channels y, double[] slope, double[] shift, Channels z);

  /**
   * Returns the sum of the squared distances from a centre, for each channel.
   *
   * @param moments what {@link #moments} gave for the channels themselves
   */
  final double[] squaresAround(double[] centre, Moments moments) {
    double[] sums = moments.sums();
    double[] squares = moments.products().clone();
    boolean lost = false;
    for (int c = 0; c < squares.length; c++) {
      double moment = squares[c];
      squares[c] += centre[c] * (samples() * centre[c] - 2 * sums[c]);
      lost |= squares[c] < CANCELLATION * moment;
    }
    return lost ? squaresAround(centre) : squares;
  }
}
