package org.slth.kernel;

import org.slth.algebra.Matrix;
import org.slth.representation.Representation;

/**
 * Functions φ_1, …, φ_m of the plane, sampled on a grid, whose span a group maps to itself.
 *
 * <p>The law: φ_j(<i>g</i>⁻¹<i>x</i>) = Σ_i Λ_ij(<i>g</i>) φ_i(<i>x</i>) for the orthogonal
 * matrices Λ(<i>g</i>) of {@code action}, at every point <i>x</i> of the plane, or at every cell if
 * the group maps the grid to itself.
 *
 * @param action how the group acts on the span, of dimension <i>m</i>
 * @param samples the values at the cells of the grid, of shape {@code [m, cells]}
 */
public record GridFunctions(Representation action, Matrix samples) {

  /**
   * Checks the shapes.
   *
   * @param action how the group acts on the span
   * @param samples one row for each function, one column for each cell
   */
  public GridFunctions {
    if (samples.rows() != action.dimension()) {
      throw new IllegalArgumentException(
          String.format(
              "expected samples of %d functions, got %d", action.dimension(), samples.rows()));
    }
  }
}
