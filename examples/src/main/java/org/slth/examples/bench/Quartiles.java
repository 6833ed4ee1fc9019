package org.slth.examples.bench;

import java.util.Arrays;

/** The middle of some values, and the half of them around it. */
public record Quartiles(double median, double lower, double upper) {

  /** Sums up values, at least one. */
  static Quartiles of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quartiles(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
  }

  /** Interpolates between the values next to the share {@code p} of them. */
  private static double quantile(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
