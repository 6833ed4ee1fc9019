package com.example.cube;

import java.util.List;
import org.slth.algebra.Matrix;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import org.slth.kernel.GridFunctions;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;

/**
 * Kernels that smooth and kernels that take a slope, for every group of the plane: at a point
 * <i>p</i> the functions
 *
 * <pre>
 * φ_0(p) = exp(−|p|² / 2σ²),   φ_0(g⁻¹p) = φ_0(p);    φ(p) = φ_0(p) p,   φ(g⁻¹p) = A(g)ᵀ φ(p)
 * </pre>
 *
 * <p>of the trivial representation and of that by which the group moves the plane.
 */
public final class GaussianKernels implements KernelBasisProvider {

  @Override
  public String id() {
    return "example:gaussian";
  }

  @Override
  public int priority() {
    return -10; // for those who ask for it by its id
  }

  @Override
  public boolean supports(Group group, KernelGrid grid) {
    return group instanceof PlanarGroup && grid.size() >= 3;
  }

  @Override
  public SteerableKernelBasis basis(Representation input, Representation output, KernelGrid grid) {
    if (!(input.group() instanceof PlanarGroup group) || !supports(group, grid)) {
      throw new IllegalArgumentException("expected a planar group and 3 or more cells a side");
    }
    Matrix gauss = Matrix.generate(1, grid.cells(), (i, p) -> gauss(grid, p));
    Matrix slopes =
        Matrix.generate(
            2, grid.cells(), (i, p) -> gauss(grid, p) * (i == 0 ? grid.x(p) : grid.y(p)));
    return SteerableKernelBasis.of(
        input,
        output,
        grid,
        List.of(
            new GridFunctions(Representation.trivial(group), gauss),
            new GridFunctions(Representation.vector(group), slopes)));
  }

  private static double gauss(KernelGrid grid, int p) {
    double distance = Math.hypot(grid.x(p), grid.y(p)) / (grid.size() / 4.0);
    return Math.exp(-distance * distance / 2);
  }
}
