package org.slth.kernel;

import org.slth.group.Group;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;

/**
 * The kernels of one cell, named {@code slth:pointwise}: the maps that commute with the group, of
 * any group, whether it acts on the plane or not.
 *
 * <p>They are those of {@link IntertwinerBasis} in its order, so from a representation to itself
 * element 0 is the identity. That is what the first layer of a random pair needs (Ferbach et al.,
 * ICLR 2023), and what orbits of cells do not give when a representation is not transitive.
 */
public final class PointwiseBasis implements KernelBasisProvider {

  /** The id under which it is found. */
  public static final String ID = "slth:pointwise";

  /** Made by {@link java.util.ServiceLoader}. */
  public PointwiseBasis() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int priority() {
    return -2;
  }

  @Override
  public boolean supports(Group group, KernelGrid grid) {
    return grid.cells() == 1;
  }

  @Override
  public SteerableKernelBasis basis(Representation input, Representation output, KernelGrid grid) {
    if (grid.cells() != 1) {
      throw new IllegalArgumentException(
          "pointwise kernels have one cell, got a %d x %d grid; pixel-orbit and circular-harmonic"
                  .formatted(grid.size(), grid.size())
              + " kernels serve larger ones");
    }
    return SteerableKernelBasis.pointwise(IntertwinerBasis.between(input, output));
  }
}
