package org.slth.groups;

import java.util.List;
import java.util.stream.Stream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.NamedGroup;
import org.slth.group.PlanarGroup;

/**
 * All rotations of the plane, SO(2), named {@code SO2}; {@code irrep(k)} is the one of frequency
 * <i>k</i>, from 0 to 20,
 *
 * <pre>
 * ρ_k(θ) = [cos kθ, -sin kθ; sin kθ, cos kθ],   ρ_0 = 1
 * </pre>
 *
 * <p>It is seen through C240, so averages of products of total frequency up to 239 are exact.
 */
public final class SpecialOrthogonalGroup2 extends NamedGroup implements CompactGroup, PlanarGroup {

  private final CyclicGroup samples = new CyclicGroup(PlaneRotations.SAMPLES);

  /** Makes the group; all of them are equal. */
  public SpecialOrthogonalGroup2() {
    super("SO2");
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
    return Stream.concat(Stream.of(trivial), PlaneRotations.byFrequency().stream()).toList();
  }
}
