package org.slth.ticket.lanes;

/**
 * The search for the subsets of some problems: rows of {@code int}s, one lane for each problem.
 *
 * <p>All numbers are from 0 to below 2<sup>31</sup>, so that their differences are right. Items are
 * even and targets odd. A <i>mark</i> is a sum of the first half, plus the guard, which is even, or
 * what a sum of the second half leaves of the target, plus the guard, which is odd.
 */
public interface LaneSearch {

  /** Room below zero and above the largest sum, for targets out of reach. */
  int GUARD = 1 << 26;

  /** Returns how many problems are searched at a time, the length of the rows below. */
  int lanes();

  /** Tables the sums of both halves of the items as they now are, from that lane of theirs on. */
  void grow(int from);

  /** Forgets what was found. */
  void clear();

  /** Looks for a target; what was found for others stays unless this is nearer. */
  void nearest(int[] target);

  /**
   * Returns the smallest key: of two marks of both halves that follow each other, half their
   * distance, rounded down.
   */
  int[] best();

  /** Returns the second smallest key. */
  int[] second();

  /** Returns the lower mark of the smallest key. */
  int[] place();

  /**
   * Finds the subsets of given sums of a half.
   *
   * @param side {@code 0} or {@code 1}
   * @param sum of each lane the sum that is looked for
   * @param width of each lane twice the distance at which others count as found, too
   * @param hits written: 2<sup>16</sup> plus the subset if there is one alone, else another number
   */
  void find(int side, int[] sum, int[] width, int[] hits);
}
