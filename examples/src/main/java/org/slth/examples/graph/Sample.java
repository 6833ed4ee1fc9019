package org.slth.examples.graph;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Mean and deviation of some measurements.
 *
 * @param mean their mean
 * @param deviation square root of the sample variance; 0 for a single one
 */
record Sample(double mean, double deviation) {

  /**
   * Returns those of a figure over some results.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <T> Sample of(Collection<T> results, ToDoubleFunction<T> figure) {
    return of(results.stream().mapToDouble(figure).toArray());
  }

  /**
   * Returns those of some numbers.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Sample of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("expected at least one measurement, got none");
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Sample(mean, values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0);
  }
}
