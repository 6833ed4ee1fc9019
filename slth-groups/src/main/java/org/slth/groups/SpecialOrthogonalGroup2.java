package org.slth.groups;

import java.util.List;

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
public final class SpecialOrthogonalGroup2 extends ContinuousPlanarGroup {

  /** Makes the group; all of them are equal. */
  public SpecialOrthogonalGroup2() {
    super("SO2", new CyclicGroup(TURNS), List.of(trivial()));
  }
}
