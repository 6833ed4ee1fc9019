package org.slth.mask;

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

  /** Turns dL/de into dL/ds = dL/de w sign(s), as if every weight were kept. */
  static void straightThrough(MaskedWeights weights) {
    for (int i = 0; i < weights.size(); i++) {
      double slope = weights.gradient(i) * weights.weight(i);
      weights.setGradient(i, weights.score(i) < 0 ? -slope : slope);
    }
  }

  /** Subtracts the step from the scores. */
  static void subtractStep(MaskedWeights weights) {
    for (int i = 0; i < weights.size(); i++) {
      weights.setScore(i, weights.score(i) - weights.gradient(i));
    }
  }
}
