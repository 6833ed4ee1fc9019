package org.slth.groups.planar;

import java.util.ArrayList;
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
 * Kernels built from circular harmonics on Gaussian rings, named {@code slth:circular-harmonic}.
 *
 * <p>The functions are exp(−(|<i>x</i>| − <i>r</i>)² / 2σ²) cos <i>m</i>θ and the same with sin
 * <i>m</i>θ; at the origin only <i>m</i> = 0 is not zero. A kernel of <i>k</i> by <i>k</i> cells
 * has rings of radius <i>r</i> = 0, 1, …, (<i>k</i> − 1)/2, or 1/2, 3/2, …, (<i>k</i> − 1)/2 if
 * <i>k</i> is even, of width σ = 0.005 at radius 0, else 0.4 for the outermost ring and 0.6 for the
 * others. Frequencies go up to <i>F</i>(<i>r</i>): 0 at radius 0; min(2, ⌊2<i>r</i>⌋) on the
 * outermost ring, whose corners are cut off; elsewhere 2<i>r</i> − 1 on rings of even radius and
 * 2<i>r</i> on the others.
 *
 * <p>For odd <i>k</i> these are the defaults of Weiler and Cesa, "General E(2)-Equivariant
 * Steerable CNNs", NeurIPS 2019, as their library e2cnn 0.2.3 computes them. Even <i>k</i> is our
 * own continuation. With these cut-offs the sampled functions are linearly independent for every
 * size up to {@value #LARGEST}, as a test shows, so that no element vanishes or repeats on the
 * grid.
 */
public final class CircularHarmonicBasis implements KernelBasisProvider {

  /** The largest kernel size for which independence on the grid has been checked. */
  static final int LARGEST = 21;

  /** Made by {@link java.util.ServiceLoader}. */
  public CircularHarmonicBasis() {}

  @Override
  public String id() {
    return "slth:circular-harmonic";
  }

  @Override
  public int priority() {
    return -1;
  }

  @Override
  public boolean supports(Group group, KernelGrid grid) {
    return group instanceof PlanarGroup && grid.size() <= LARGEST;
  }

  @Override
  public SteerableKernelBasis basis(Representation input, Representation output, KernelGrid grid) {
    if (!(input.group() instanceof PlanarGroup group) || !supports(group, grid)) {
      throw new IllegalArgumentException(
          String.format(
              "circular-harmonic kernels need a planar group and at most %d cells a side,"
                  + " got %s and %d",
              LARGEST, input.group().name(), grid.size()));
    }
    return SteerableKernelBasis.of(input, output, grid, functions(group, grid));
  }

  /** The functions ring by ring, and on each ring frequency by frequency. */
  static List<GridFunctions> functions(PlanarGroup group, KernelGrid grid) {
    List<GridFunctions> functions = new ArrayList<>();
    for (Harmonic harmonic : harmonics(grid.size())) {
      functions.add(
          new GridFunctions(
              action(group, harmonic.frequency()),
              Matrix.generate(
                  harmonic.dimension(),
                  grid.cells(),
                  (j, cell) -> harmonic.at(j, grid.x(cell), grid.y(cell)))));
    }
    return functions;
  }

  static List<Harmonic> harmonics(int size) {
    double last = (size - 1) / 2.0;
    List<Harmonic> harmonics = new ArrayList<>();
    for (double radius = last % 1; radius <= last; radius++) {
      double width = radius == 0 ? 0.005 : radius == last ? 0.4 : 0.6;
      for (int m = 0; m <= cutOff(radius, last); m++) {
        harmonics.add(new Harmonic(radius, width, m));
      }
    }
    return harmonics;
  }

  private static int cutOff(double radius, double last) {
    int twice = (int) (2 * radius);
    if (radius == last) {
      return Math.min(2, twice);
    }
    return radius % 2 == 0 ? Math.max(0, twice - 1) : twice;
  }

  /**
   * How functions cos <i>m</i>θ and sin <i>m</i>θ move: φ(<i>g</i>⁻¹<i>x</i>). A rotation by
   * <i>a</i> acts by the rotation by <i>ma</i>; the flip, θ → π − θ, by (−1)<i>ᵐ</i> diag(1, −1).
   */
  static Representation action(PlanarGroup group, int frequency) {
    if (frequency == 0) {
      return Representation.trivial(group);
    }
    return Representation.of(
        group,
        "harmonic(" + frequency + ")",
        group instanceof CompactGroup ? frequency : 0,
        IntStream.range(0, group.samples().order())
            .mapToObj(g -> action(group.action(g), group.reflects(g), frequency))
            .toList());
  }

  private static Matrix action(Matrix g, boolean reflects, int frequency) {
    double sign = reflects && frequency % 2 == 1 ? -1 : 1;
    double flip =
        reflects ? -1 : 1; // the first column of a reflection is minus that of its rotation
    Angle turned = new Angle(flip * g.get(0, 0), flip * g.get(1, 0)).times(frequency);
    return Matrix.of(
        2,
        2,
        sign * turned.cos(),
        -flip * sign * turned.sin(),
        sign * turned.sin(),
        flip * sign * turned.cos());
  }
}
