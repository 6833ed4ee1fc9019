package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.PlanarGroup;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;
import org.slth.testkit.Laws.Span;

/** The laws of {@link KernelBasisProvider}. */
public final class KernelLaws {

  private static final int RANDOM_KERNELS = 3;

  private KernelLaws() {}

  /**
   * Checks one basis of a provider: every element obeys <i>K</i>(<i>gx</i>) = ρ_out(<i>g</i>)
   * <i>K</i>(<i>x</i>) ρ_in(<i>g</i>)⁻¹ for each <i>g</i> that maps the grid to itself and has the
   * squared norm dim(out); elements are independent on the grid; asked again, the provider gives
   * the very same numbers.
   *
   * @param provider the provider
   * @param input how the group acts before the convolution; of a {@link PlanarGroup}
   * @param output how it acts after
   * @param grid a grid that the provider supports
   * @throws AssertionError if it breaks a law
   */
  public static void check(
      KernelBasisProvider provider, Representation input, Representation output, KernelGrid grid) {
    ProviderLaws.checkIdentity(provider);
    require(
        provider.supports(input.group(), grid),
        "%s supports %s on a grid of size %d",
        provider.id(),
        input.group().name(),
        grid.size());
    SteerableKernelBasis basis = provider.basis(input, output, grid);
    String name =
        String.format("%s %s -> %s, size %d", provider.id(), input, output.name(), grid.size());
    for (int k = 0; k < basis.size(); k++) {
      double square = Math.pow(basis.sparse(k).norm(), 2);
      require(
          Math.abs(square - output.dimension()) < Laws.TOLERANCE * output.dimension(),
          "%s: element %d has the squared norm %d, got %s",
          name,
          k,
          output.dimension(),
          square);
      double error = constraintError(basis, basis.element(k));
      require(
          error < Laws.TOLERANCE * output.dimension(),
          "%s: element %d obeys the constraint, got error %s",
          name,
          k,
          error);
    }
    span(basis, name);
    require(
        Arrays.equals(basis.toArray(), provider.basis(input, output, grid).toArray()),
        "%s: the same arguments give the same basis",
        name);
  }

  /**
   * Checks that a basis spans every kernel that commutes, for a group that maps the grid to itself:
   * a random kernel, averaged over the group, lies in the span. Bases that choose smooth functions
   * are not complete in this sense.
   *
   * @param basis the basis
   * @throws AssertionError if it does not
   */
  public static void checkComplete(SteerableKernelBasis basis) {
    String name = basis.input() + " -> " + basis.output().name();
    Span span = span(basis, name);
    int dimension = span.basis().rows();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < RANDOM_KERNELS; i++) {
      double[] kernel = Laws.random(dimension, 1, random).toArray();
      double[] average = new double[kernel.length];
      for (int g = 0; g < basis.input().group().samples().order(); g++) {
        double[] moved = moved(basis, kernel, g).orElseThrow();
        for (int k = 0; k < average.length; k++) {
          average[k] += moved[k] / basis.input().group().samples().order();
        }
      }
      double distance = span.distance(Matrix.of(dimension, 1, average));
      require(
          distance < Laws.TOLERANCE,
          "%s: a random kernel averaged over the group lies in the span, distance %s",
          name,
          distance);
    }
  }

  private static Span span(SteerableKernelBasis basis, String name) {
    return Span.of(
        IntStream.range(0, basis.size()).mapToObj(basis::element).toList(),
        basis.output().dimension() * basis.input().dimension() * basis.grid().cells(),
        name);
  }

  private static double constraintError(SteerableKernelBasis basis, double[] kernel) {
    double error = 0;
    for (int g = 0; g < basis.input().group().samples().order(); g++) {
      Optional<double[]> moved = moved(basis, kernel, g);
      if (moved.isPresent()) {
        for (int k = 0; k < kernel.length; k++) {
          error = Math.max(error, Math.abs(moved.get()[k] - kernel[k]));
        }
      }
    }
    return error;
  }

  /** ρ_out(g) K(g⁻¹x) ρ_in(g)⁻¹ in cell gx, if g maps the grid to itself. */
  private static Optional<double[]> moved(SteerableKernelBasis basis, double[] kernel, int g) {
    PlanarGroup group = (PlanarGroup) basis.input().group();
    return basis
        .grid()
        .permutation(group.action(g))
        .map(
            image -> {
              double[] moved = new double[kernel.length];
              Matrix out = basis.output().matrix(g);
              Matrix back = basis.input().matrix(g).transposed();
              int cells = basis.grid().cells();
              for (int cell = 0; cell < cells; cell++) {
                int from = cell;
                Matrix tap =
                    Matrix.generate(
                        out.rows(),
                        back.rows(),
                        (o, i) -> kernel[(o * back.rows() + i) * cells + from]);
                double[] turned = out.times(tap).times(back).toArray();
                for (int pair = 0; pair < turned.length; pair++) {
                  moved[pair * cells + image[cell]] = turned[pair];
                }
              }
              return moved;
            });
  }
}
