package org.slth.mask;

import java.util.List;
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
   * bit: a branch would be mispredicted for every other weight.
   */
  static void straightThrough(MaskedWeights weights) {
    for (int i = 0; i < weights.size(); i++) {
      double slope = weights.gradient(i) * weights.weight(i);
      long sign = Double.doubleToRawLongBits(weights.score(i)) & Long.MIN_VALUE;
      weights.setGradient(i, Double.longBitsToDouble(Double.doubleToRawLongBits(slope) ^ sign));
    }
  }

  /** Subtracts the step from the scores. */
  static void subtractStep(MaskedWeights weights) {
    for (int i = 0; i < weights.size(); i++) {
      weights.setScore(i, weights.score(i) - weights.gradient(i));
    }
  }

  /** Makes the effective weights of one array: those of highest |score|, the others 0. */
  static void keepHighest(MaskedWeights weights, int count) {
    Selection.ofHighest(weights, count).apply(weights);
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
