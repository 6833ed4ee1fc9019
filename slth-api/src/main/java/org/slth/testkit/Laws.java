package org.slth.testkit;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.slth.algebra.Matrix;

/** What the laws share. */
final class Laws {

  /** For entries of order 1, in double precision, after a few hundred operations. */
  static final double TOLERANCE = 1e-11;

  private Laws() {}

  static void require(boolean holds, String law, Object... values) {
    if (!holds) {
      throw new AssertionError(String.format(Locale.ROOT, law, values));
    }
  }

  static Matrix random(int rows, int columns, SplittableRandom random) {
    return Matrix.generate(rows, columns, (i, j) -> random.nextDouble(-1, 1));
  }

  static Matrix columns(List<double[]> columns, int rows) {
    return Matrix.generate(rows, columns.size(), (i, j) -> columns.get(j)[i]);
  }

  /** Independent beyond doubt: far above rounding, far below what any basis here has. */
  static void requireIndependent(Matrix columns, String what) {
    double[] singular = columns.singularValues();
    require(
        columns.columns() <= columns.rows()
            && (singular.length == 0 || singular[singular.length - 1] > 1e-6 * singular[0]),
        "%s: the %d elements are linearly independent",
        what,
        columns.columns());
  }

  static double distanceToSpan(Matrix columns, double[] vector) {
    return Matrix.of(vector.length, 1, vector).frobeniusNorm() < TOLERANCE
        ? 0
        : columns.distanceToSpan(vector);
  }
}
