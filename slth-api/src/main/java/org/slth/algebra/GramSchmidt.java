package org.slth.algebra;

/** Pivoted Gram–Schmidt that stops at a known dimension. */
final class GramSchmidt {

  /** Columns whose distance is this close to the farthest one are as far; the first is taken. */
  private static final double TIE = 1 - 1e-6;

  /** A column this close to the span so far, for its length, is rounding and not a direction. */
  private static final double DEPENDENT = 1e-9;

  private GramSchmidt() {}

  static Matrix columnSpace(Matrix matrix, int dimension) {
    int n = matrix.rows();
    double[][] rest = columns(matrix);
    double[][] basis = new double[dimension][];
    double scale = Math.sqrt(farthest(rest));
    for (int k = 0; k < dimension; k++) {
      double[] pivot = rest[pivot(rest)].clone();
      if (!(norm(pivot) > DEPENDENT * scale)) {
        throw new IllegalArgumentException(
            String.format("expected columns that span %d dimensions, got %d", dimension, k));
      }
      for (int j = 0; j < k; j++) {
        subtract(pivot, basis[j]); // once more: keeps the basis orthogonal to the last digits
      }
      double length = norm(pivot);
      for (int i = 0; i < n; i++) {
        pivot[i] /= length;
      }
      basis[k] = pivot;
      for (double[] column : rest) {
        subtract(column, pivot);
      }
    }
    return Matrix.generate(n, dimension, (i, j) -> basis[j][i]);
  }

  private static double[][] columns(Matrix matrix) {
    double[][] columns = new double[matrix.columns()][matrix.rows()];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < columns[j].length; i++) {
        columns[j][i] = matrix.get(i, j);
      }
    }
    return columns;
  }

  private static int pivot(double[][] columns) {
    double least = TIE * farthest(columns);
    for (int j = 0; j < columns.length; j++) {
      if (dot(columns[j], columns[j]) >= least) {
        return j;
      }
    }
    throw new IllegalArgumentException("expected finite columns, at least one");
  }

  private static double farthest(double[][] columns) {
    double farthest = 0;
    for (double[] column : columns) {
      farthest = Math.max(farthest, dot(column, column));
    }
    return farthest;
  }

  private static void subtract(double[] column, double[] unit) {
    double along = dot(column, unit);
    for (int i = 0; i < column.length; i++) {
      column[i] -= along * unit[i];
    }
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
