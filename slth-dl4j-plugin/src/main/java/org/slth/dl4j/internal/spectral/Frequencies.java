package org.slth.dl4j.internal.spectral;

/**
 * The frequencies of real images on a torus of {@code height} by {@code width} pixels, of which the
 * horizontal ones up to a half tell the others.
 */
record Frequencies(int height, int width) {

  /** Returns how many horizontal frequencies there are. */
  int half() {
    return width / 2 + 1;
  }

  /** Returns how many frequencies there are. */
  int count() {
    return half() * height;
  }

  /** Returns how many frequencies of all a horizontal one stands for. */
  int multiplicity(int k) {
    return k == 0 || 2 * k == width ? 1 : 2;
  }

  /** Returns 2π · <i>k · place</i> / width, at which the argument is exact. */
  double horizontal(int k, long place) {
    return 2 * Math.PI * Math.floorMod(k * place, (long) width) / width;
  }

  /** Returns 2π · <i>l · place</i> / height, at which the argument is exact. */
  double vertical(int l, long place) {
    return 2 * Math.PI * Math.floorMod(l * place, (long) height) / height;
  }
}
