package org.slth.testkit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;

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

  /**
   * Elements whose products are all: what passes on from two elements to their product need only be
   * checked for these.
   */
  static int[] generators(FiniteGroup group) {
    List<Integer> generators = new ArrayList<>();
    List<Integer> reached = new ArrayList<>(List.of(0));
    BitSet seen = new BitSet();
    seen.set(0);
    for (int g = seen.nextClearBit(0); g < group.order(); g = seen.nextClearBit(g)) {
      generators.add(g);
      for (int next = 0; next < reached.size(); next++) {
        for (int s : generators) {
          int product = group.multiply(reached.get(next), s);
          if (!seen.get(product)) {
            seen.set(product);
            reached.add(product);
          }
        }
      }
    }
    return generators.stream().mapToInt(Integer::intValue).toArray();
  }

  static Matrix random(int rows, int columns, SplittableRandom random) {
    return Matrix.generate(rows, columns, (i, j) -> random.nextDouble(-1, 1));
  }

  /**
   * The span of some vectors, as an orthonormal basis; they must be independent beyond doubt.
   *
   * @param basis the basis, as columns
   */
  record Span(Matrix basis) {

    static Span of(List<double[]> vectors, int dimension, String what) {
      boolean fits = vectors.size() <= dimension;
      try {
        require(fits, "%s: at most %d elements are linearly independent", what, dimension);
        Matrix columns = Matrix.generate(dimension, vectors.size(), (i, j) -> vectors.get(j)[i]);
        return new Span(columns.columnSpace(vectors.size()));
      } catch (IllegalArgumentException e) {
        throw new AssertionError(what + ": the elements are linearly independent", e);
      }
    }

    /** The distance of a vector to the span; tiny vectors lie in every span. */
    double distance(Matrix vector) {
      double norm = vector.frobeniusNorm();
      Matrix rest = vector.minus(basis.times(basis.transposed().times(vector)));
      return norm < TOLERANCE ? 0 : rest.frobeniusNorm() / norm;
    }
  }
}
