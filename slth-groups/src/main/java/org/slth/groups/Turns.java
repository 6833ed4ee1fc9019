package org.slth.groups;

import org.slth.algebra.Matrix;

/** Rotations by fractions of a full turn, exact where the entries are 0, 1/2 or 1. */
final class Turns {

  private Turns() {}

  /** The matrix of the rotation by <i>r</i>/<i>n</i> of a turn. */
  static Matrix rotation(long r, long n) {
    double cos = cos(r, n);
    double sin = cos(4 * r - n, 4 * n);
    return Matrix.of(2, 2, cos, 0 - sin, sin, cos);
  }

  /** cos(2π<i>r</i>/<i>n</i>), reduced to an eighth of a turn first. */
  static double cos(long r, long n) {
    long p = Math.floorMod(r, n);
    if (2 * p > n) {
      p = n - p; // the cosine is even
    }
    return 4 * p > n ? 0 - firstQuarter(n - 2 * p, 2 * n) : firstQuarter(p, n);
  }

  private static double firstQuarter(long p, long q) {
    if (6 * p == q) {
      return 0.5;
    }
    return 8 * p <= q
        ? StrictMath.cos(2 * Math.PI * p / q)
        : StrictMath.sin(2 * Math.PI * (q - 4 * p) / (4 * q));
  }
}
