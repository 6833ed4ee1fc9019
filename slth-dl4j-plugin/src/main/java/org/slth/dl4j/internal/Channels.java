package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.reduce3.Dot;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array {@code [batch, channels, ...]} as one row of pixels for each image and channel, and the
 * operations that take or give one number per channel.
 *
 * <p>Rows are contiguous, which makes sums along them and products by one number per row several
 * times faster in ND4J than reductions and broadcasts over {@code [batch, channels, height,
 * width]}.
 */
final class Channels {

  /** Below this share of the second moment, a variance found by subtraction is taken as lost. */
  private static final double CANCELLATION = 1e-3;

  private final INDArray rows; // [batch * channels, pixels]
  private final int batch;
  private final int channels;

  private Channels(INDArray rows, int batch, int channels) {
    this.rows = rows;
    this.batch = batch;
    this.channels = channels;
  }

  /** Views an array, or copies it where it is not in C order. */
  static Channels of(INDArray array) {
    long lines = array.size(0) * array.size(1);
    INDArray rows = array.reshape('c', lines, array.length() / lines);
    return new Channels(rows, (int) array.size(0), (int) array.size(1));
  }

  /** Returns how many numbers each channel has. */
  double samples() {
    return (double) batch * rows.size(1);
  }

  /** Returns the sum of each channel. */
  double[] sums() {
    return overBatch(rows.sum(1));
  }

  /**
   * Returns the sum of the products with another array of this shape, for each channel.
   *
   * <p>Also used for squares: ND4J's SquaredNorm returns x, not its square, where a row is one
   * number.
   */
  double[] sumsOfProducts(Channels other) {
    return overBatch(Nd4j.getExecutioner().exec(new Dot(rows, other.rows, null, false, false, 1)));
  }

  /** Returns the sum of the squared distances from a centre, for each channel. */
  double[] squaresAround(double[] centre, double[] sums) {
    double[] squares = sumsOfProducts(this);
    boolean lost = false;
    for (int c = 0; c < channels; c++) {
      double moment = squares[c];
      squares[c] += centre[c] * (samples() * centre[c] - 2 * sums[c]);
      lost |= squares[c] < CANCELLATION * moment;
    }
    if (!lost) {
      return squares;
    }
    INDArray centred = Nd4j.createUninitialized(rows.dataType(), rows.shape(), 'c');
    centred.assign(rows);
    double[] minus = new double[channels];
    for (int c = 0; c < channels; c++) {
      minus[c] = -centre[c];
    }
    Channels shifted = new Channels(centred, batch, channels);
    shifted.add(minus);
    return shifted.sumsOfProducts(shifted);
  }

  /** Writes the product with one factor per channel. */
  void times(double[] factors, Channels target) {
    Nd4j.getExecutioner().exec(new BroadcastMulOp(rows, perRow(factors), target.rows, 0));
  }

  /** Adds one number per channel, in place. */
  void add(double[] numbers) {
    Nd4j.getExecutioner().exec(new BroadcastAddOp(rows, perRow(numbers), rows, 0));
  }

  /** Adds another array times one factor per channel, in place. */
  void addTimes(Channels other, double[] factors) {
    INDArray product = Nd4j.createUninitialized(rows.dataType(), rows.shape(), 'c');
    other.times(factors, new Channels(product, batch, channels));
    rows.addi(product);
  }

  private double[] overBatch(INDArray perRow) {
    double[] numbers = Nd4jBridge.toDoubles(perRow);
    double[] sums = new double[channels];
    for (int i = 0; i < numbers.length; i++) {
      sums[i % channels] += numbers[i];
    }
    return sums;
  }

  private INDArray perRow(double[] perChannel) {
    double[] numbers = new double[batch * channels];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = perChannel[i % channels];
    }
    return Nd4jBridge.vector(numbers, rows.dataType());
  }
}
