package org.slth.dl4j.pruning;

/**
 * How far the output of a pruned network is from that of its target.
 *
 * @param tolerance what was asked for
 * @param error what it is
 * @param certified whether that is a bound in a ball, or measured on data
 * @param rounds how many searches it took, each with smaller tolerances of the coefficients
 */
public record OutputReport(double tolerance, double error, boolean certified, int rounds) {

  /** Returns whether the error is within the tolerance. */
  public boolean reached() {
    return error <= tolerance;
  }
}
