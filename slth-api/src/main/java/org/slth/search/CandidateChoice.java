package org.slth.search;

/**
 * Chooses, for a problem, which of its candidates are kept.
 *
 * <p>Laws. The answer to a problem depends on its values, its target and the tolerance alone. Many
 * threads may ask at once.
 */
public sealed interface CandidateChoice permits SubsetChoice, SingleChoice {

  /** Returns its name, for people. */
  String id();

  /** Returns the most candidates that a problem may have. */
  int maximumCandidates();

  /**
   * Returns for each problem the candidates that are kept, in rising order.
   *
   * @param candidates how many each problem has, at most {@link #maximumCandidates()}
   * @param values of the candidates, {@code [problem, candidate]}; not modified
   * @param targets one per problem; not modified
   * @param tolerance the largest error that is good enough
   */
  int[][] choose(int candidates, double[] values, double[] targets, double tolerance);
}
