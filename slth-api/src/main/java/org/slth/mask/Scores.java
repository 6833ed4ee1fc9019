package org.slth.mask;

import java.util.List;
import java.util.Optional;
import org.slth.ticket.SourceDraw;

/** What strategies do with scores. */
final class Scores {

  private Scores() {}

  /** Sets scores uniform on ±√(3 v), v the variance of the weight: as spread as the weights. */
  static void uniform(MaskedWeights weights) {
    SourceDraw random = weights.random();
    for (int i = 0; i < weights.size(); i++) {
      weights.setScore(i, Math.sqrt(3 * weights.variance(i)) * random.uniform(i));
    }
  }

  /**
   * Turns dL/de into dL/ds = dL/de w sign(s), as if every weight were kept. The sign is moved as a
   * bit: a branch would be mispredicted for every other weight. That of 0 is 1.
   */
  static void straightThrough(MaskedWeights weights) {
    Optional<FloatRows> rows = weights.rows();
    if (rows.isPresent()) {
      RowSteps.straightThrough(rows.get(), weights.size());
      return;
    }
    for (int i = 0; i < weights.size(); i++) {
      double slope = weights.gradient(i) * weights.weight(i);
      long sign = Double.doubleToRawLongBits(weights.score(i) + 0.0) & Long.MIN_VALUE;
      weights.setGradient(i, Double.longBitsToDouble(Double.doubleToRawLongBits(slope) ^ sign));
    }
  }

  /** Subtracts the step from the scores. */
  static void subtractStep(MaskedWeights weights) {
    Optional<FloatRows> rows = weights.rows();
    if (rows.isPresent()) {
      RowSteps.subtractStep(rows.get(), weights.size());
      return;
    }
    for (int i = 0; i < weights.size(); i++) {
      weights.setScore(i, weights.score(i) - weights.gradient(i));
    }
  }

  /** Returns a random number of a stream, uniform on (0, 1). */
  static double unit(SourceDraw stream, int i) {
    return (1.0 + stream.uniform(i)) / 2;
  }

  /** Returns how many weights several arrays have together. */
  static long size(List<? extends MaskedWeights> arrays) {
    long size = 0;
    for (MaskedWeights array : arrays) {
      size += array.size();
    }
    return size;
  }

  /** Returns the number, unless it is NaN: comparisons would drop its weight without a word. */
  static double checked(double score) {
    if (Double.isNaN(score)) {
      throw new IllegalStateException("a score became NaN: try a lower learning rate");
    }
    return score;
  }
}
