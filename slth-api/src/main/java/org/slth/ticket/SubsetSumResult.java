package org.slth.ticket;

/** How close a subset comes to its target: within the tolerance, or not. */
public sealed interface SubsetSumResult {

  /**
   * Returns the subset: bit <i>t</i> is set if item <i>t</i> is kept.
   *
   * @return the kept items
   */
  long subset();

  /**
   * Returns the sum of the kept items, added in {@code double} in their order.
   *
   * @return the sum
   */
  double sum();

  /**
   * Returns the distance of the sum from the target.
   *
   * @return at least {@code 0}
   */
  double error();

  /**
   * A subset within the tolerance.
   *
   * @param subset bit <i>t</i> is set if item <i>t</i> is kept
   * @param sum the sum of the kept items
   * @param error its distance from the target, at most the tolerance
   */
  record Reached(long subset, double sum, double error) implements SubsetSumResult {}

  /**
   * The subset a solver offers where it found none within the tolerance.
   *
   * @param subset bit <i>t</i> is set if item <i>t</i> is kept
   * @param sum the sum of the kept items
   * @param error its distance from the target, more than the tolerance
   */
  record Missed(long subset, double sum, double error) implements SubsetSumResult {}
}
