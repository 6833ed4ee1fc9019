package org.slth.dl4j.internal.folding;

import java.util.Arrays;

/** What a layer makes of channels of ones: a bias, up to an error. */
final class Constant {

  private final double[] bias;
  private final double error;

  /**
   * Creates one.
   *
   * @param bias its numbers
   * @param error how far the numbers are from what comes out, at most; infinite if it depends on
   *     the graph
   */
  Constant(double[] bias, double error) {
    this.bias = bias;
    this.error = error;
  }

  double[] bias() {
    return bias;
  }

  double error() {
    return error;
  }

  /** Returns the exact bias if numbers that would spoil it are zero. */
  static Constant unless(double[] spoiling, double[] bias) {
    boolean clean = Arrays.stream(spoiling).allMatch(number -> number == 0);
    return new Constant(bias, clean ? 0 : Double.POSITIVE_INFINITY);
  }
}
