package org.slth.groups.planar;

/** An angle by its cosine and sine. */
record Angle(double cos, double sin) {

  /** The <i>m</i>-fold angle, by <i>m</i> products of complex numbers. */
  Angle times(int m) {
    double c = 1;
    double s = 0;
    for (int i = 0; i < m; i++) {
      double next = c * cos - s * sin;
      s = c * sin + s * cos;
      c = next;
    }
    return new Angle(c, s);
  }
}
