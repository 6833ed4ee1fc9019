package org.slth.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.algebra.SparseVector;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.InvariantBasis;
import org.slth.representation.Representation;

/**
 * A basis of the kernels with <i>K</i>(<i>gx</i>) = ρ_out(<i>g</i>) <i>K</i>(<i>x</i>)
 * ρ_in(<i>g</i>)⁻¹, sampled on a grid.
 *
 * <p>Elements are flat vectors of shape {@code [output, input, cell]}, kept sparse, each with the
 * squared Frobenius norm dim(out). For permutation representations, an element has at most one
 * non-zero filter for each of the |<i>G</i>| pairs of one orbit.
 */
public final class SteerableKernelBasis {

  /** Functions whose share outside the span of the others is below this are not told apart. */
  private static final double INDEPENDENT = 1e-4;

  /** Entries below this, in a kernel of norm 1 or more, are rounding of an exact zero. */
  private static final double ROUNDING = 1e-13;

  private final Representation input;
  private final Representation output;
  private final KernelGrid grid;
  private final List<SparseVector> elements;

  private SteerableKernelBasis(
      Representation input, Representation output, KernelGrid grid, List<SparseVector> elements) {
    this.input = input;
    this.output = output;
    this.grid = grid;
    this.elements = List.copyOf(elements);
  }

  /**
   * {@return all steerable kernels whose entries are combinations of some functions}
   *
   * <p>They are the fixed vectors of <i>V</i>_out ⊗ <i>V</i>_in ⊗ Λ for each space of functions, in
   * the given order. Sampling must not lose any: it does not if the sampled functions are linearly
   * independent, which is checked, and then the elements are independent on the grid too. So their
   * number is Σ (1/|<i>G</i>|) Σ_g χ_out χ_in χ_Λ.
   *
   * @param input how the group acts on the channels before the convolution
   * @param output how it acts on them after it
   * @param grid the grid of the samples
   * @param functions the spaces of functions, of the same group
   * @throws IllegalArgumentException if groups differ, samples do not fit the grid, or the sampled
   *     functions are not clearly independent
   */
  public static SteerableKernelBasis of(
      Representation input, Representation output, KernelGrid grid, List<GridFunctions> functions) {
    requireIndependent(grid, functions);
    List<SparseVector> elements = new ArrayList<>();
    for (GridFunctions space : functions) {
      InvariantBasis invariant = InvariantBasis.of(output, input, space.action());
      for (int k = 0; k < invariant.size(); k++) {
        SparseVector kernel = sample(invariant.element(k), space.samples());
        elements.add(kernel.scaled(Math.sqrt(output.dimension()) / kernel.norm()));
      }
    }
    return new SteerableKernelBasis(input, output, grid, elements);
  }

  /** Returns the maps of a basis as kernels of one cell, in the same order. */
  static SteerableKernelBasis pointwise(IntertwinerBasis maps) {
    List<SparseVector> elements =
        IntStream.range(0, maps.size())
            .mapToObj(k -> SparseVector.of(maps.map(k).toArray(), ROUNDING))
            .toList();
    return new SteerableKernelBasis(maps.input(), maps.output(), KernelGrid.square(1), elements);
  }

  private static void requireIndependent(KernelGrid grid, List<GridFunctions> functions) {
    List<double[]> columns = new ArrayList<>();
    for (GridFunctions space : functions) {
      Matrix samples = space.samples();
      if (samples.columns() != grid.cells()) {
        throw new IllegalArgumentException(
            String.format("expected samples at %d cells, got %d", grid.cells(), samples.columns()));
      }
      for (int j = 0; j < samples.rows(); j++) {
        columns.add(unit(samples, j));
      }
    }
    int count = columns.size();
    Matrix units = Matrix.generate(grid.cells(), count, (i, j) -> columns.get(j)[i]);
    double[] singular = units.singularValues();
    if (count > grid.cells() || !(singular[count - 1] > INDEPENDENT)) {
      throw new IllegalArgumentException(
          String.format(
              "expected functions that stay independent on a %d x %d grid, got %d functions",
              grid.size(), grid.size(), count));
    }
  }

  private static double[] unit(Matrix samples, int row) {
    double[] values = new double[samples.columns()];
    double square = 0;
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = samples.get(row, cell);
      square += values[cell] * values[cell];
    }
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] /= Math.sqrt(square);
    }
    return values;
  }

  /**
   * Replaces the index of a function by its values: K_oi(x) = Σ_j c_oij φ_j(x). Indices ascend, so
   * the functions of one pair (o, i) are next to each other.
   */
  private static SparseVector sample(SparseVector coefficients, Matrix samples) {
    int cells = samples.columns();
    int[] pairs = new int[coefficients.count()];
    double[] filters = new double[pairs.length * cells];
    int[] found = {0};
    coefficients.forEach(
        (index, value) -> {
          int pair = index / samples.rows();
          if (found[0] == 0 || pairs[found[0] - 1] != pair) {
            pairs[found[0]++] = pair;
          }
          int start = (found[0] - 1) * cells;
          for (int cell = 0; cell < cells; cell++) {
            filters[start + cell] += value * samples.get(index % samples.rows(), cell);
          }
        });
    int[] indices = new int[found[0] * cells];
    int count = 0;
    for (int i = 0; i < indices.length; i++) {
      if (Math.abs(filters[i]) > ROUNDING) {
        filters[count] = filters[i];
        indices[count++] = pairs[i / cells] * cells + i % cells;
      }
    }
    return SparseVector.of(
        coefficients.dimension() / samples.rows() * cells,
        Arrays.copyOf(indices, count),
        Arrays.copyOf(filters, count));
  }

  /** {@return how the group acts on the channels before the convolution} */
  public Representation input() {
    return input;
  }

  /** {@return how it acts on them after it} */
  public Representation output() {
    return output;
  }

  /** {@return the grid} */
  public KernelGrid grid() {
    return grid;
  }

  /** {@return the number of elements} */
  public int size() {
    return elements.size();
  }

  /**
   * {@return one entry of one element}
   *
   * @param element from 0 to {@code size() - 1}
   * @param row the channel of the output
   * @param column the channel of the input
   * @param cell the cell of the grid
   */
  public double value(int element, int row, int column, int cell) {
    Objects.checkIndex(row, output.dimension());
    Objects.checkIndex(column, input.dimension());
    Objects.checkIndex(cell, grid.cells());
    return elements.get(element).get((row * input.dimension() + column) * grid.cells() + cell);
  }

  /**
   * {@return an element as a flat array {@code [output, input, cell]}}
   *
   * @param index from 0 to {@code size() - 1}
   */
  public double[] element(int index) {
    return elements.get(index).toArray();
  }

  /**
   * {@return the same as {@link #element}, without the zeros}
   *
   * @param index from 0 to {@code size() - 1}
   */
  public SparseVector sparse(int index) {
    return elements.get(index);
  }

  /** {@return all elements as one flat array {@code [element, output, input, cell]}} */
  public double[] toArray() {
    int length = output.dimension() * input.dimension() * grid.cells();
    double[] dense = new double[Math.multiplyExact(size(), length)];
    for (int k = 0; k < size(); k++) {
      int start = k * length;
      elements.get(k).forEach((index, value) -> dense[start + index] = value);
    }
    return dense;
  }
}
