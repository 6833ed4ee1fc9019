package org.slth.groups;

import java.util.List;
import java.util.stream.Stream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.NamedGroup;
import org.slth.group.PlanarGroup;

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
public final class OrthogonalGroup2 extends NamedGroup implements CompactGroup, PlanarGroup {

  private final DihedralGroup samples = new DihedralGroup(PlaneRotations.SAMPLES);

  /** Makes the group; all of them are equal. */
  public OrthogonalGroup2() {
    super("O2");
  }

  @Override
  public FiniteGroup samples() {
    return samples;
  }

  @Override
  public Matrix action(int g) {
    return samples.action(g);
  }

  @Override
  public int bandLimit() {
    return PlaneRotations.SAMPLES - 1;
  }

  @Override
  public List<Irreducible> irreducibles() {
    Irreducible trivial = new Irreducible(0, g -> Matrix.identity(1));
    Irreducible determinant =
        new Irreducible(0, g -> Matrix.of(1, 1, g < PlaneRotations.SAMPLES ? 1 : -1));
    return Stream.concat(Stream.of(trivial, determinant), PlaneRotations.byFrequency().stream())
        .toList();
  }
}
