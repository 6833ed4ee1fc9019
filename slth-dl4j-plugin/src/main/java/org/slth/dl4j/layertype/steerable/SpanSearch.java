package org.slth.dl4j.layertype.steerable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A combination of some vectors, of the earliest that will do, by Gram and Schmidt: with each
 * orthonormal vector goes how it is combined of the given ones.
 */
final class SpanSearch {

  /** Vectors whose share outside a span is below this lie in it. */
  private static final double IN_SPAN = 1e-9;

  private final List<double[]> directions = new ArrayList<>(); // orthonormal
  private final List<double[]> combinations = new ArrayList<>(); // of the given vectors
  private final double[] rest; // of what is wanted
  private final double[] coefficients; // of the given vectors, for the part that is not the rest

  private SpanSearch(int vectors, double[] wanted) {
    this.rest = wanted.clone();
    this.coefficients = new double[vectors];
  }

  /**
   * Returns a coefficient for each vector, such that they sum up to another, if there are any. The
   * last vectors have 0 as soon as the first are enough.
   *
   * @param count how many vectors there are
   * @param vectors makes the vector of an index, which is asked for as late as can be
   * @param wanted of the length of these; not modified
   */
  static Optional<double[]> combination(int count, IntFunction<double[]> vectors, double[] wanted) {
    SpanSearch search = new SpanSearch(count, wanted);
    double small = IN_SPAN * norm(wanted);
    for (int k = 0; k < count && norm(search.rest) > small; k++) {
      search.use(k, vectors.apply(k));
    }
    return norm(search.rest) > small ? Optional.empty() : Optional.of(search.coefficients);
  }

  private void use(int k, double[] vector) {
    double[] direction = vector.clone();
    double[] combination = new double[coefficients.length];
    combination[k] = 1;
    for (int i = 0; i < directions.size(); i++) {
      double share = dot(direction, directions.get(i));
      add(direction, -share, directions.get(i));
      add(combination, -share, combinations.get(i));
    }
    double left = norm(direction);
    if (left > IN_SPAN * norm(vector)) {
      double share = dot(rest, direction) / (left * left);
      add(rest, -share, direction);
      add(coefficients, share, combination);
      directions.add(scaled(direction, 1 / left));
      combinations.add(scaled(combination, 1 / left));
    }
  }

  /** Returns the length of a vector. */
  static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] vector) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * vector[i];
    }
  }

  private static double[] scaled(double[] vector, double factor) {
    double[] scaled = new double[vector.length];
    add(scaled, factor, vector);
    return scaled;
  }
}
