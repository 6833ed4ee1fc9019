package org.slth.ticket;

import java.util.Objects;

/**
 * Many subset-sum questions of one shape: for each problem <i>p</i>, which subset <i>S</i> of its
 * items <i>x</i><sub>pt</sub> has |Σ<sub>t∈S</sub> <i>x</i><sub>pt</sub> −
 * <i>target</i><sub>p</sub>| within the tolerance?
 *
 * <p>Items and targets are any finite doubles of either sign, repeated or zero. A batch is
 * immutable and may be read by many threads at once. It holds 8 bytes a number.
 */
public final class SubsetSumBatch {

  /** The most items a subset in one {@code long} can have. */
  static final int MAXIMUM_ITEMS = 63;

  private final int items;
  private final double[] values; // [problem][item], never handed out
  private final double[] targets; // never handed out
  private final double tolerance;

  private SubsetSumBatch(int items, double[] values, double[] targets, double tolerance) {
    this.items = items;
    this.values = values;
    this.targets = targets;
    this.tolerance = tolerance;
  }

  /**
   * Asks one question per target.
   *
   * @param items how many items each problem has, from {@code 0} to {@code 63}
   * @param values the items as {@code [problem, item]}, row by row; copied
   * @param targets one target per problem; copied
   * @param tolerance the largest error that counts as reached, positive and finite
   * @return the batch
   * @throws IllegalArgumentException if the lengths disagree, the tolerance is not positive, or a
   *     number, or the sum of the absolute values of a problem, is not finite
   */
  public static SubsetSumBatch of(int items, double[] values, double[] targets, double tolerance) {
    if (items < 0 || items > MAXIMUM_ITEMS) {
      throw new IllegalArgumentException(
          "a problem has from 0 to %d items, got %d".formatted(MAXIMUM_ITEMS, items));
    }
    if (values.length != (long) items * targets.length) {
      throw new IllegalArgumentException(
          "%d targets with %d items each need %d values, got %d"
              .formatted(targets.length, items, (long) items * targets.length, values.length));
    }
    if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the tolerance is positive and finite, got " + tolerance);
    }
    var batch = new SubsetSumBatch(items, values.clone(), targets.clone(), tolerance);
    batch.requireFinite();
    return batch;
  }

  /**
   * Returns the number of problems.
   *
   * @return at least {@code 0}
   */
  public int size() {
    return targets.length;
  }

  /**
   * Returns the number of items each problem has.
   *
   * @return from {@code 0} to {@code 63}
   */
  public int items() {
    return items;
  }

  /**
   * Returns the largest error that counts as reached.
   *
   * @return a positive number
   */
  public double tolerance() {
    return tolerance;
  }

  /**
   * Returns one item of one problem.
   *
   * @param problem from {@code 0} to {@code size() - 1}
   * @param item from {@code 0} to {@code items() - 1}
   * @return a finite number
   * @throws IndexOutOfBoundsException if there is no such item
   */
  public double item(int problem, int item) {
    return values[problem * items + Objects.checkIndex(item, items)];
  }

  /**
   * Returns the target of one problem.
   *
   * @param problem from {@code 0} to {@code size() - 1}
   * @return a finite number
   * @throws IndexOutOfBoundsException if there is no such problem
   */
  public double target(int problem) {
    return targets[problem];
  }

  /**
   * Adds up a subset in {@code double}, in the order of the items, and compares it with the target
   * and the tolerance.
   *
   * @param problem from {@code 0} to {@code size() - 1}
   * @param subset bit <i>t</i> is set if item <i>t</i> is kept
   * @return reached if the error is at most the tolerance, else missed
   * @throws IllegalArgumentException if the subset has an item that the problem has not
   */
  public SubsetSumResult result(int problem, long subset) {
    if (subset >>> items != 0) {
      throw new IllegalArgumentException(
          "a subset of %d items has no bit above %d, got %s"
              .formatted(items, items - 1, Long.toBinaryString(subset)));
    }
    double sum = sum(problem, subset);
    double error = Math.abs(sum - target(problem));
    return error <= tolerance
        ? new SubsetSumResult.Reached(subset, sum, error)
        : new SubsetSumResult.Missed(subset, sum, error);
  }

  /** Returns the sum of a subset, added in the order of the items. */
  private double sum(int problem, long subset) {
    double sum = 0;
    for (long rest = subset; rest != 0; rest &= rest - 1) {
      sum += values[problem * items + Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }

  /** Returns the items as {@code [problem, item]}; for reading only. */
  double[] values() {
    return values;
  }

  /** Returns the targets; for reading only. */
  double[] targets() {
    return targets;
  }

  /** Tells whether {@link #result} would be reached. */
  boolean isWithin(int problem, long subset) {
    return Math.abs(sum(problem, subset) - targets[problem]) <= tolerance;
  }

  /** A sum of absolute values is finite only if every term is: one test per problem. */
  private void requireFinite() {
    for (int p = 0; p < targets.length; p++) {
      double sum = Math.abs(targets[p]);
      for (int t = 0; t < items; t++) {
        sum += Math.abs(values[p * items + t]);
      }
      if (!(sum < Double.POSITIVE_INFINITY)) {
        throw notFinite(p);
      }
    }
  }

  private IllegalArgumentException notFinite(int p) {
    if (!Double.isFinite(targets[p])) {
      return new IllegalArgumentException(
          "targets are finite, got %s for problem %d".formatted(targets[p], p));
    }
    for (int t = 0; t < items; t++) {
      if (!Double.isFinite(item(p, t))) {
        return new IllegalArgumentException(
            "items are finite, got %s as item %d of problem %d".formatted(item(p, t), t, p));
      }
    }
    return new IllegalArgumentException(
        "the absolute values of a problem have a finite sum, problem %d has not; scale it down"
            .formatted(p));
  }
}
