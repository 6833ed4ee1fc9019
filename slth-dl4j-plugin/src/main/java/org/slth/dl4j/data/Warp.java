package org.slth.dl4j.data;

import java.util.random.RandomGenerator;

/**
 * A smooth bending of the image plane: a grid of points, each pushed by a random vector, and
 * bilinear between them.
 *
 * <p>What elastic distortions do to handwriting (Simard, Steinkraus, Platt: Best Practices for
 * Convolutional Neural Networks Applied to Visual Document Analysis, ICDAR 2003), with a coarse
 * grid in place of a blurred noise.
 */
final class Warp {

  /** Bends nothing. */
  static final Warp NONE = new Warp(new double[2][Warp.POINTS * Warp.POINTS]);

  /** Grid points along each side, the outer ones at the image's edges. */
  private static final int POINTS = 4;

  private final double[][] push; // along x and along y, in pixels, one number per grid point

  private Warp(double[][] push) {
    this.push = push;
  }

  /**
   * Draws a warp.
   *
   * @param pixels bound of each push along x and along y, which are uniform; 0 draws nothing
   */
  static Warp random(double pixels, RandomGenerator random) {
    if (pixels == 0) {
      return NONE;
    }
    double[][] push = new double[2][POINTS * POINTS];
    for (double[] axis : push) {
      for (int i = 0; i < axis.length; i++) {
        axis[i] = pixels * (2 * random.nextDouble() - 1);
      }
    }
    return new Warp(push);
  }

  /** Returns whether this bends nothing. */
  boolean isNone() {
    return this == NONE;
  }

  /** Returns by how many pixels the point (u, v) is pushed along x; each from 0 to 1, or cut. */
  double alongX(double u, double v) {
    return between(push[0], u, v);
  }

  /** Returns by how many pixels the point (u, v) is pushed along y; each from 0 to 1, or cut. */
  double alongY(double u, double v) {
    return between(push[1], u, v);
  }

  private static double between(double[] values, double u, double v) {
    double column = Math.min(Math.max(u, 0), 1) * (POINTS - 1);
    double row = Math.min(Math.max(v, 0), 1) * (POINTS - 1);
    int left = Math.min((int) column, POINTS - 2);
    int top = Math.min((int) row, POINTS - 2);
    double right = column - left;
    double down = row - top;
    int at = top * POINTS + left;
    return (1 - down) * ((1 - right) * values[at] + right * values[at + 1])
        + down * ((1 - right) * values[at + POINTS] + right * values[at + POINTS + 1]);
  }
}
