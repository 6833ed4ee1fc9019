package org.slth.groups.planar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import org.slth.groups.Catalogue;
import org.slth.kernel.GridFunctions;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;

/** What the grid cannot show: the kernels commute with every element, on the plane. */
class CircularHarmonicBasisTest {

  private static final double TOLERANCE = 1e-12;

  /** φ_j(g⁻¹x) = Σ_i Λ_ij(g) φ_i(x), also where g⁻¹x is between the cells. */
  @ParameterizedTest
  @ValueSource(strings = {"C1", "C5", "C8", "C16", "D1", "D3", "D8", "D16", "SO2", "O2"})
  void theFunctionsTurnAsTheyClaim(String name) {
    PlanarGroup group = (PlanarGroup) Group.named(name);
    KernelGrid grid = KernelGrid.square(9);
    List<Harmonic> harmonics = CircularHarmonicBasis.harmonics(9);
    List<GridFunctions> functions = CircularHarmonicBasis.functions(group, grid);
    for (int f = 0; f < harmonics.size(); f++) {
      Harmonic harmonic = harmonics.get(f);
      for (int g = 0; g < group.samples().order(); g++) {
        Matrix back = group.action(g).transposed();
        Matrix turned =
            Matrix.generate(
                harmonic.dimension(), grid.cells(), (j, cell) -> at(harmonic, j, back, grid, cell));
        Matrix expected =
            functions.get(f).action().matrix(g).transposed().times(functions.get(f).samples());
        assertTrue(turned.isCloseTo(expected, TOLERANCE));
      }
    }
  }

  private static double at(Harmonic harmonic, int j, Matrix map, KernelGrid grid, int cell) {
    Matrix point = map.times(Matrix.of(2, 1, grid.x(cell), grid.y(cell)));
    return harmonic.at(j, point.get(0, 0), point.get(1, 0));
  }

  /**
   * A random kernel Σ_j A_j φ_j, averaged over the group on the plane, lies in the span. This
   * evaluates the functions between the cells and does not use how they turn.
   */
  @ParameterizedTest
  @CsvSource({"C1, 3", "C3, 3", "C4, 4", "C5, 3", "D1, 3", "D2, 2", "D3, 3", "D4, 5", "D5, 3"})
  void holdsAllKernelsOfTheseFunctions(String name, int size) {
    SplittableRandom random = new SplittableRandom(5);
    for (Catalogue.Pair pair : Catalogue.pairs(name)) {
      double distance =
          distanceOfAverage(pair.input(), pair.output(), KernelGrid.square(size), random);
      assertTrue(distance < 1e-10, () -> pair + ": " + distance);
    }
  }

  private static double distanceOfAverage(
      Representation input, Representation output, KernelGrid grid, SplittableRandom random) {
    int rows = output.dimension();
    int columns = input.dimension();
    PlanarGroup group = (PlanarGroup) input.group();
    Matrix average = Matrix.zero(rows * columns, grid.cells());
    for (Harmonic harmonic : CircularHarmonicBasis.harmonics(grid.size())) {
      for (int function = 0; function < harmonic.dimension(); function++) {
        int j = function;
        Matrix a = Matrix.generate(rows, columns, (o, i) -> random.nextDouble(-1, 1));
        for (int g = 0; g < group.samples().order(); g++) {
          Matrix back = group.action(g).transposed();
          Matrix tap = output.matrix(g).times(a).times(input.matrix(g).transposed());
          Matrix values =
              Matrix.generate(1, grid.cells(), (k, cell) -> at(harmonic, j, back, grid, cell));
          Matrix flat = Matrix.of(rows * columns, 1, tap.toArray());
          average = average.plus(flat.times(values).scaled(1.0 / group.samples().order()));
        }
      }
    }
    SteerableKernelBasis basis = new CircularHarmonicBasis().basis(input, output, grid);
    if (basis.size() == 0) {
      return average.frobeniusNorm();
    }
    int length = average.rows() * grid.cells();
    return Matrix.of(basis.size(), length, basis.toArray())
        .transposed()
        .distanceToSpan(average.toArray());
  }

  /** So that no element vanishes or repeats on the grid, whatever the group. */
  @Test
  void theFunctionsStayIndependentOnTheGrid() {
    PlanarGroup trivial = (PlanarGroup) FiniteGroup.named("C1");
    for (int size = 1; size <= CircularHarmonicBasis.LARGEST; size++) {
      KernelGrid grid = KernelGrid.square(size);
      List<Double> squares = new ArrayList<>();
      Matrix samples = Matrix.zero(0, grid.cells());
      for (GridFunctions space : CircularHarmonicBasis.functions(trivial, grid)) {
        samples = stacked(samples, space.samples());
      }
      for (int i = 0; i < samples.rows(); i++) {
        double square = 0;
        for (int cell = 0; cell < grid.cells(); cell++) {
          square += samples.get(i, cell) * samples.get(i, cell);
        }
        squares.add(square);
      }
      Matrix all = samples;
      double[] singular =
          Matrix.generate(
                  all.rows(),
                  grid.cells(),
                  (i, cell) -> all.get(i, cell) / Math.sqrt(squares.get(i)))
              .singularValues();
      assertTrue(singular[all.rows() - 1] > 0.3, "size " + size);
    }
  }

  private static Matrix stacked(Matrix top, Matrix bottom) {
    return Matrix.generate(
        top.rows() + bottom.rows(),
        bottom.columns(),
        (i, j) -> i < top.rows() ? top.get(i, j) : bottom.get(i - top.rows(), j));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 6", "4, 8", "5, 11", "6, 15", "7, 18", "9, 31"})
  void hasAsManyFunctionsAsTheCutOffAllows(int size, int count) {
    assertEquals(
        count, CircularHarmonicBasis.harmonics(size).stream().mapToInt(Harmonic::dimension).sum());
  }

  /** The largest basis in common use, 576 kernels of 32 by 32 by 7 by 7, is kept sparse. */
  @Test
  @Tag("slow")
  void aLargeBasisStaysSmall() {
    Representation regular = Representation.regular(FiniteGroup.named("D16"));
    SteerableKernelBasis basis =
        new CircularHarmonicBasis().basis(regular, regular, KernelGrid.square(7));
    assertEquals(576, basis.size());
    long entries = IntStream.range(0, basis.size()).mapToLong(k -> basis.sparse(k).count()).sum();
    assertTrue(entries <= 576 * 32 * 49, () -> "entries " + entries);
  }
}
