package org.slth.groups;

import java.util.List;
import org.slth.algebra.Matrix;

/**
 * All rotations and reflections of the plane, O(2), named {@code O2}: {@code irrep(0)} is the
 * trivial representation, {@code irrep(1)} the determinant, and {@code irrep(k + 1)} the one of
 * frequency <i>k</i>, from 1 to 20. On the flip (<i>x</i>, <i>y</i>) → (−<i>x</i>, <i>y</i>) done
 * <i>f</i> times, then the rotation by θ, it is
 *
 * <pre>
 * ρ_k(f, θ) = [cos kθ, -sin kθ; sin kθ, cos kθ] diag(1, -1)^f
 * </pre>
 *
 * <p>It is seen through D240, so averages of products of total frequency up to 239 are exact.
 */
public final class OrthogonalGroup2 extends ContinuousPlanarGroup {

  /** Makes the group; all of them are equal. */
  public OrthogonalGroup2() {
    super("O2", new DihedralGroup(TURNS), List.of(trivial(), determinant()));
  }

  private static Irreducible determinant() {
    return new Irreducible(0, g -> Matrix.of(1, 1, g < TURNS ? 1 : -1));
  }
}
