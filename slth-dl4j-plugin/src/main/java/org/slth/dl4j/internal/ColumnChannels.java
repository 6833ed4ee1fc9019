package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.rows.Moments;
import org.slth.dl4j.internal.rows.RowKernels;

/** Channels that are the columns of a matrix {@code [batch, channels]}. */
final class ColumnChannels extends Channels {

  private final INDArray array;
  private final RowKernels rows;

  ColumnChannels(INDArray array) {
    this.array = array;
    this.rows = RowKernels.of(array);
  }

  @Override
  double samples() {
    return rows.rows();
  }

  @Override
  Moments moments(Channels other) {
    return new Moments(rows.columnSums(), rows.columnProducts(((ColumnChannels) other).rows));
  }

  @Override
  double[] squaresAround(double[] centre) {
    double[] minus = new double[centre.length];
    double[] ones = new double[centre.length];
    for (int c = 0; c < centre.length; c++) {
      minus[c] = -centre[c];
      ones[c] = 1;
    }
    RowKernels centred = rows.empty(rows.rows());
    centred.affine(rows, ones, minus);
    return centred.columnProducts(centred);
  }

  @Override
  void affine(double[] scale, double[] shift, Channels y) {
    ColumnChannels target = (ColumnChannels) y;
    target.rows.affine(rows, scale, shift);
    target.rows.write(target.array);
  }

  @Override
  void combine(double[] scale, Channels y, double[] slope, double[] shift, Channels z) {
    ColumnChannels target = (ColumnChannels) z;
    target.rows.affine(rows, scale, shift);
    target.rows.addColumns(((ColumnChannels) y).rows, slope);
    target.rows.write(target.array);
  }
}
