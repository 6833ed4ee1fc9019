package org.slth.examples.inertia;

import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;

/**
 * A fixed linear map <i>L</i> from a space to a field that the group permutes, which commutes with
 * the group and loses nothing: <i>L</i> ρ(<i>g</i>) = σ(<i>g</i>) <i>L</i>.
 *
 * <p>The random network of a ticket applies ReLU to its inputs, which commutes with permutations
 * alone. To a regular field <i>L</i> is <i>x</i> ↦ (⟨ρ(<i>g</i>)<i>e</i>, <i>x</i>⟩)_<i>g</i> for
 * some <i>e</i>: how far <i>x</i> reaches along each of the vectors that the group makes of one.
 */
final class Lift {

  /** Below this share of the largest singular value a direction counts as lost. */
  private static final double LOST = 1e-3;

  private Lift() {}

  /**
   * Returns the matrix, of shape {@code [field, space]}, such that normal coordinates become
   * channels of mean square 1.
   *
   * @throws IllegalArgumentException if no map to such a field keeps all directions
   */
  static Matrix of(Representation space, Representation field) {
    IntertwinerBasis maps = IntertwinerBasis.between(space, field);
    Matrix sum =
        IntStream.range(0, maps.size())
            .mapToObj(k -> maps.map(k).scaled(1.0 / (k + 1))) // in general position
            .reduce(Matrix.zero(field.dimension(), space.dimension()), Matrix::plus);
    double[] singular = sum.singularValues();
    if (field.dimension() < space.dimension()
        || !(singular[space.dimension() - 1] > LOST * singular[0])) {
      throw new IllegalArgumentException(
          "expected --field from which a position in %s can be told, got %s"
              .formatted(space.name(), field.name()));
    }
    return sum.scaled(Math.sqrt(field.dimension()) / sum.frobeniusNorm());
  }
}
