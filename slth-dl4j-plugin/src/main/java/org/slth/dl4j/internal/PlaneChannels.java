package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.rows.FloatPlanes;
import org.slth.dl4j.internal.rows.Moments;

/** Channels of images of floats on the processor. */
final class PlaneChannels extends Channels {

  private final FloatPlanes planes;

  PlaneChannels(INDArray array) {
    this.planes = new FloatPlanes(array);
  }

  @Override
  double samples() {
    return planes.samples();
  }

  @Override
  Moments moments(Channels other) {
    return planes.moments(((PlaneChannels) other).planes);
  }

  @Override
  double[] squaresAround(double[] centre) {
    return planes.squaresAround(centre);
  }

  @Override
  void affine(double[] scale, double[] shift, Channels y) {
    planes.affine(scale, shift, ((PlaneChannels) y).planes);
  }

  @Override
  void combine(double[] scale, Channels y, double[] slope, double[] shift, Channels z) {
    planes.combine(scale, ((PlaneChannels) y).planes, slope, shift, ((PlaneChannels) z).planes);
  }
}
