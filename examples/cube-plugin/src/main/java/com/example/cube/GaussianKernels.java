package com.example.cube;

import java.util.List;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import org.slth.kernel.GridFunctions;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;

/**
 * Kernels of polynomials of degree <i>n</i> ≤ 2 times a Gaussian, for every group of the plane.
 *
 * <p>With <i>p</i> = (<i>x</i>, <i>y</i>) a cell, <i>A</i>(<i>g</i>) the action, and <i>P_n</i> the
 * projection of tensors to symmetric ones,
 *
 * <pre>
 * φ_n(p) = exp(−|p|² / 2σ²) P_n p^⊗n,   φ_n(g⁻¹p) = Λ_n(g)ᵀ φ_n(p),   Λ_n(g) = P_n A(g)^⊗n P_nᵀ
 * </pre>
 */
public final class GaussianKernels implements KernelBasisProvider {

  private static final double HALF = Math.sqrt(0.5);

  private static final List<Matrix> SYMMETRIC = // 1; x, y; xx, √2 xy, yy
      List.of(
          Matrix.identity(1),
          Matrix.identity(2),
          Matrix.of(3, 4, 1, 0, 0, 0, 0, HALF, HALF, 0, 0, 0, 0, 1));

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
    if (!supports(input.group(), grid)) {
      throw new IllegalArgumentException(
          "expected a planar group and 3 or more cells a side, got %s and %s"
              .formatted(input.group().name(), grid));
    }
    PlanarGroup group = (PlanarGroup) input.group();
    return SteerableKernelBasis.of(
        input,
        output,
        grid,
        IntStream.range(0, SYMMETRIC.size())
            .mapToObj(n -> new GridFunctions(action(group, n), samples(grid, n)))
            .toList());
  }

  private static Representation action(PlanarGroup group, int n) {
    Matrix p = SYMMETRIC.get(n);
    return Representation.of(
        group,
        "polynomial(" + n + ")",
        group instanceof CompactGroup ? n : 0,
        IntStream.range(0, group.samples().order())
            .mapToObj(g -> p.times(power(group.action(g), n)).times(p.transposed()))
            .toList());
  }

  /** Returns the values at the cells: one row for each function, one column for each cell. */
  private static Matrix samples(KernelGrid grid, int n) {
    double width = grid.size() / 4.0;
    List<Matrix> columns =
        IntStream.range(0, grid.cells())
            .mapToObj(cell -> Matrix.of(2, 1, grid.x(cell), grid.y(cell)))
            .map(p -> value(p, n, width))
            .toList();
    return Matrix.generate(n + 1, grid.cells(), (j, cell) -> columns.get(cell).get(j, 0));
  }

  private static Matrix value(Matrix p, int n, double width) {
    double gauss = Math.exp(-p.dot(p) / (2 * width * width));
    return SYMMETRIC.get(n).times(power(p, n)).scaled(gauss);
  }

  private static Matrix power(Matrix a, int n) {
    return n == 0 ? Matrix.identity(1) : a.kronecker(power(a, n - 1));
  }
}
