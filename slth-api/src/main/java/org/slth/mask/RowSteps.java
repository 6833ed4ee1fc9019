package org.slth.mask;

/**
 * What strategies do to every weight, a row at a time: the same numbers as one by one, since a
 * product or difference of floats is the same rounded from doubles.
 *
 * <p>No branches and no bits, which C2 leaves as they are in JDK 17: 1[x > 0] of a float is
 *
 * <pre>
 * min(1, max(0, 2<sup>200</sup> x)),
 * </pre>
 *
 * in two factors.
 */
final class RowSteps {

  /** Short enough that some rows stay in the first cache. */
  static final int LENGTH = 1024;

  private static final float HUGE = 0x1p100f;

  private RowSteps() {}

  /** {@code gradient *= weight * sign(score)}, with sign(0) = 1. */
  static void straightThrough(FloatRows rows, int size) {
    float[] slopes = new float[LENGTH];
    float[] weights = new float[LENGTH];
    float[] scores = new float[LENGTH];
    for (int from = 0; from < size; from += LENGTH) {
      rows.read(FloatRows.Kind.GRADIENT, from, slopes);
      rows.read(FloatRows.Kind.WEIGHT, from, weights);
      rows.read(FloatRows.Kind.SCORE, from, scores);
      multiply(slopes, weights, scores);
      rows.write(FloatRows.Kind.GRADIENT, from, slopes);
    }
  }

  private static void multiply(float[] slopes, float[] weights, float[] scores) {
    for (int i = 0; i < LENGTH; i++) {
      float positive = Math.min(1, Math.max(0, (scores[i] + Float.MIN_VALUE) * HUGE * HUGE));
      slopes[i] = slopes[i] * weights[i] * (2 * positive - 1);
    }
  }

  /** {@code score -= gradient}. */
  static void subtractStep(FloatRows rows, int size) {
    float[] scores = new float[LENGTH];
    float[] steps = new float[LENGTH];
    for (int from = 0; from < size; from += LENGTH) {
      rows.read(FloatRows.Kind.SCORE, from, scores);
      rows.read(FloatRows.Kind.GRADIENT, from, steps);
      subtract(scores, steps);
      rows.write(FloatRows.Kind.SCORE, from, scores);
    }
  }

  private static void subtract(float[] scores, float[] steps) {
    for (int i = 0; i < LENGTH; i++) {
      scores[i] -= steps[i];
    }
  }

  /** {@code weight *= 1[|score| > threshold]}, the threshold being finite. */
  static void cut(float[] weights, float[] scores, float threshold) {
    for (int i = 0; i < LENGTH; i++) {
      float above = Math.min(1, Math.max(0, (Math.abs(scores[i]) - threshold) * HUGE * HUGE));
      weights[i] = weights[i] * above + 0f; // makes of -0 a 0
    }
  }
}
