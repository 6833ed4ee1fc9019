package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.reduce3.Dot;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.rows.Moments;

/**
 * Channels of images, with one row of pixels for each image and channel.
 *
 * <p>For what {@link PlaneChannels} does not take: doubles, and arrays of a graphics card. Rows are
 * contiguous, which makes sums along them and products by one number per row several times faster
 * in ND4J than reductions and broadcasts over {@code [batch, channels, height, width]}.
 */
final class PixelChannels extends Channels {

  private final INDArray rows; // [batch * channels, pixels]
  private final int batch;
  private final int channels;

  private PixelChannels(INDArray rows, int batch, int channels) {
    this.rows = rows;
    this.batch = batch;
    this.channels = channels;
  }

  /** Views an array, or copies it where it is not in C order. */
  static PixelChannels view(INDArray array) {
    long lines = array.size(0) * array.size(1);
    INDArray rows = array.reshape('c', lines, array.length() / lines);
    return new PixelChannels(rows, (int) array.size(0), (int) array.size(1));
  }

  @Override
  double samples() {
    return (double) batch * rows.size(1);
  }

  @Override
  Moments moments(Channels other) {
    return new Moments(overBatch(rows.sum(1)), sumsOfProducts((PixelChannels) other));
  }

  /** By Dot, also for squares: SquaredNorm returns x, not its square, where a row is one number. */
  private double[] sumsOfProducts(PixelChannels other) {
    return overBatch(Nd4j.getExecutioner().exec(new Dot(rows, other.rows, null, false, false, 1)));
  }

  @Override
  double[] squaresAround(double[] centre) {
    double[] minus = new double[channels];
    for (int c = 0; c < channels; c++) {
      minus[c] = -centre[c];
    }
    PixelChannels centred = new PixelChannels(rows.dup('c'), batch, channels);
    centred.add(minus);
    return centred.sumsOfProducts(centred);
  }

  @Override
  void affine(double[] scale, double[] shift, Channels y) {
    PixelChannels target = (PixelChannels) y;
    times(scale, target);
    target.add(shift);
  }

  @Override
  void combine(double[] scale, Channels y, double[] slope, double[] shift, Channels z) {
    affine(scale, shift, z);
    INDArray product = Nd4j.createUninitialized(rows.dataType(), rows.shape(), 'c');
    ((PixelChannels) y).times(slope, new PixelChannels(product, batch, channels));
    ((PixelChannels) z).rows.addi(product);
  }

  private void times(double[] factors, PixelChannels target) {
    Nd4j.getExecutioner().exec(new BroadcastMulOp(rows, perRow(factors), target.rows, 0));
  }

  private void add(double[] numbers) {
    Nd4j.getExecutioner().exec(new BroadcastAddOp(rows, perRow(numbers), rows, 0));
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
