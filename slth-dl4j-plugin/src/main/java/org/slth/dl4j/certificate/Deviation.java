package org.slth.dl4j.certificate;

/**
 * Bounds for the activations of one layer on all inputs of a ball: |f(x)| ≤ size, |g(x) - f(x)| ≤
 * error, for the target f and the ticket g.
 */
record Deviation(double size, double error) {

  Deviation times(double factor) {
    return new Deviation(factor * size, factor * error);
  }
}
