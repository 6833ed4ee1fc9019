package org.slth.groups.planar;

/** The two functions (one if the frequency is 0) of a ring and a frequency. */
record Harmonic(double radius, double width, int frequency) {

  int dimension() {
    return frequency == 0 ? 1 : 2;
  }

  /** The value of the cosine (0) or sine (1) function at a point. */
  double at(int function, double x, double y) {
    double distance = Math.sqrt(x * x + y * y);
    double offset = (distance - radius) / width;
    double ring = StrictMath.exp(-offset * offset / 2);
    if (frequency == 0) {
      return ring;
    } else if (distance == 0) {
      return 0; // the angle is not defined there
    }
    Angle angle = new Angle(x / distance, y / distance).times(frequency);
    return ring * (function == 0 ? angle.cos() : angle.sin());
  }
}
