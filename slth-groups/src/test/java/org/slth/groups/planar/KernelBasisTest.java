package org.slth.groups.planar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;
import org.slth.testkit.KernelLaws;

class KernelBasisTest {

  private final KernelBasisProvider pixels = KernelBasisProvider.named("slth:pixel-orbit");
  private final KernelBasisProvider pointwise = KernelBasisProvider.named("slth:pointwise");
  private final KernelBasisProvider harmonics = KernelBasisProvider.named("slth:circular-harmonic");

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "C1, 2", "C1, 3", "C2, 3", "C4, 1", "C4, 2", "C4, 3", "C4, 4", "D1, 3", "D2, 4", "D4, 1",
    "D4, 2", "D4, 3"
  })
  void pixelOrbitsAreAllKernelsThatCommute(String group, int size) {
    KernelGrid grid = KernelGrid.square(size);
    for (Catalogue.Pair pair : Catalogue.pairs(group)) {
      KernelLaws.check(pixels, pair.input(), pair.output(), grid);
      KernelLaws.checkComplete(pixels.basis(pair.input(), pair.output(), grid));
    }
  }

  /** One cell: the maps that commute, and of any group the identity first. */
  @ParameterizedTest
  @ValueSource(strings = {"C1", "C3", "C8", "D4", "D5"})
  void pointwiseKernelsAreTheIntertwiners(String group) {
    KernelGrid cell = KernelGrid.square(1);
    for (Catalogue.Pair pair : Catalogue.pairs(group)) {
      KernelLaws.check(pointwise, pair.input(), pair.output(), cell);
      SteerableKernelBasis basis = pointwise.basis(pair.input(), pair.output(), cell);
      assertEquals(IntertwinerBasis.dimension(pair.input(), pair.output()), basis.size());
      int dimension = pair.output().dimension();
      for (int i = 0; pair.input().equals(pair.output()) && i < dimension * dimension; i++) {
        double identity = i / dimension == i % dimension ? 1 : 0;
        assertEquals(identity, basis.value(0, i / dimension, i % dimension, 0));
      }
    }
  }

  @Test
  void pointwiseKernelsHaveOneCell() {
    Representation trivial = Representation.trivial(FiniteGroup.named("C4"));
    KernelGrid grid = KernelGrid.square(3);
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> pointwise.basis(trivial, trivial, grid));
    assertEquals(
        "pointwise kernels have one cell, got a 3 x 3 grid; pixel-orbit and circular-harmonic"
            + " kernels serve larger ones",
        error.getMessage());
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"C1, 3", "C3, 3", "C4, 4", "C5, 5", "C8, 3", "D1, 3", "D3, 2", "D4, 5", "D5, 3"})
  void harmonicsCommuteWhereTheGridDoes(String group, int size) {
    for (Catalogue.Pair pair : Catalogue.pairs(group)) {
      KernelLaws.check(harmonics, pair.input(), pair.output(), KernelGrid.square(size));
    }
  }

  /** K_hk(x) = φ(h⁻¹x): one free filter for each h⁻¹k, so |G| k² elements in all. */
  @ParameterizedTest
  @CsvSource({"C1, 3, 9", "C4, 3, 36", "D4, 3, 72", "D4, 5, 200", "C4, 4, 64"})
  void aRegularPixelKernelIsFree(String name, int size, int count) {
    FiniteGroup group = FiniteGroup.named(name);
    Representation regular = Representation.regular(group);
    SteerableKernelBasis basis = pixels.basis(regular, regular, KernelGrid.square(size));
    assertEquals(count, basis.size());
    for (int k = 0; k < count; k++) {
      double[] element = basis.element(k);
      double largest = Arrays.stream(element).max().orElseThrow();
      assertTrue(Arrays.stream(element).allMatch(entry -> entry == 0 || entry == largest));
      assertEquals(group.order(), basis.sparse(k).count());
    }
  }

  /** What a 1 by 1 layer needs: the maps of the group algebra, the identity first. */
  @Test
  void onePixelIsTheIntertwinerBasis() {
    Representation regular = Representation.regular(FiniteGroup.named("D4"));
    IntertwinerBasis maps = IntertwinerBasis.between(regular, regular);
    for (KernelBasisProvider provider : List.of(pixels, harmonics)) {
      SteerableKernelBasis basis = provider.basis(regular, regular, KernelGrid.square(1));
      assertEquals(maps.size(), basis.size());
      for (int k = 0; k < maps.size(); k++) {
        assertArrayEquals(maps.map(k).toArray(), basis.element(k));
      }
    }
  }

  @Test
  void aBasisReadsInThreeWays() {
    Representation regular = Representation.regular(FiniteGroup.named("C4"));
    Representation trivial = Representation.trivial(FiniteGroup.named("C4"));
    SteerableKernelBasis basis = pixels.basis(trivial, regular, KernelGrid.square(3));
    double[] all = basis.toArray();
    for (int k = 0; k < basis.size(); k++) {
      for (int row = 0; row < 4; row++) {
        for (int cell = 0; cell < 9; cell++) {
          assertEquals(all[(k * 4 + row) * 9 + cell], basis.value(k, row, 0, cell));
          assertEquals(basis.element(k)[row * 9 + cell], basis.value(k, row, 0, cell));
        }
      }
    }
    assertThrows(IndexOutOfBoundsException.class, () -> basis.value(0, 4, 0, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> basis.value(9, 0, 0, 0));
  }

  /** The controls: a corner that turns should move, and too few functions. */
  @Test
  void functionsThatDoNotTurnAreTold() {
    FiniteGroup c4 = FiniteGroup.named("C4");
    Representation regular = Representation.regular(c4);
    KernelGrid grid = KernelGrid.square(3);
    Matrix corner = Matrix.generate(1, 9, (i, cell) -> cell == 0 ? 1 : 0);
    KernelBasisProvider wrong = new OneSpace(new GridFunctions(Representation.trivial(c4), corner));
    assertBroken("obeys the constraint", () -> KernelLaws.check(wrong, regular, regular, grid));
    Matrix centre = Matrix.generate(1, 9, (i, cell) -> cell == 4 ? 1 : 0);
    KernelBasisProvider small = new OneSpace(new GridFunctions(Representation.trivial(c4), centre));
    KernelLaws.check(small, regular, regular, grid);
    assertBroken(
        "averaged over the group lies in the span",
        () -> KernelLaws.checkComplete(small.basis(regular, regular, grid)));
    assertBroken(
        "supports C4", () -> KernelLaws.check(small, regular, regular, KernelGrid.square(5)));
  }

  /** The control: a basis in another order each time, which no saved coefficient survives. */
  @Test
  void aBasisThatChangesIsTold() {
    Representation regular = Representation.regular(FiniteGroup.named("C4"));
    AtomicInteger calls = new AtomicInteger();
    KernelBasisProvider restless =
        new KernelBasisProvider() {
          @Override
          public String id() {
            return "test:restless";
          }

          @Override
          public boolean supports(Group group, KernelGrid grid) {
            return true;
          }

          @Override
          public SteerableKernelBasis basis(
              Representation input, Representation output, KernelGrid grid) {
            List<GridFunctions> functions =
                new ArrayList<>(CircularHarmonicBasis.functions((PlanarGroup) input.group(), grid));
            Collections.rotate(functions, calls.getAndIncrement());
            return SteerableKernelBasis.of(input, output, grid, functions);
          }
        };
    assertBroken(
        "the same arguments give the same basis",
        () -> KernelLaws.check(restless, regular, regular, KernelGrid.square(3)));
  }

  private record OneSpace(GridFunctions functions) implements KernelBasisProvider {
    @Override
    public String id() {
      return "test:one-space";
    }

    @Override
    public boolean supports(Group group, KernelGrid grid) {
      return grid.cells() == functions.samples().columns();
    }

    @Override
    public SteerableKernelBasis basis(
        Representation input, Representation output, KernelGrid grid) {
      return SteerableKernelBasis.of(input, output, grid, List.of(functions));
    }
  }

  @Test
  void saysWhatItDoesNotSupport() {
    assertTrue(pixels.supports(FiniteGroup.named("D4"), KernelGrid.square(4)));
    assertFalse(pixels.supports(FiniteGroup.named("C8"), KernelGrid.square(3)));
    assertTrue(pixels.supports(FiniteGroup.named("D4[0 5]"), KernelGrid.square(3)));
    Representation c8 = Representation.regular(FiniteGroup.named("C8"));
    Representation c4 = Representation.regular(FiniteGroup.named("C4"));
    KernelGrid grid = KernelGrid.square(3);
    assertMessage(
        "pixel-orbit kernels need a group that maps the grid to itself, such as C4 or D4, got C8;"
            + " circular-harmonic kernels serve it",
        () -> pixels.basis(c8, c8, grid));
    assertMessage(
        "circular-harmonic kernels need a planar group and at most 21 cells a side,"
            + " got C8 and 23",
        () -> harmonics.basis(c8, c8, KernelGrid.square(23)));
    for (KernelBasisProvider provider : List.of(pixels, harmonics)) {
      assertMessage(
          "expected representations of one group, C8, got regular of C4",
          () -> provider.basis(c4, c8, grid));
    }
    assertMessage(
        "unknown kernel basis \"pixels\": known are slth:circular-harmonic, slth:pixel-orbit,"
            + " slth:pointwise; is the jar"
            + " with its KernelBasisProvider (slth-groups for the built-in ones) missing",
        () -> KernelBasisProvider.named("pixels"));
    Matrix same = Matrix.generate(1, 9, (i, cell) -> 1);
    GridFunctions constant = new GridFunctions(Representation.trivial(c4.group()), same);
    assertMessage(
        "expected functions that stay independent on a 3 x 3 grid, got 2 functions",
        () -> SteerableKernelBasis.of(c4, c4, grid, List.of(constant, constant)));
    assertMessage("a kernel has 1 to 1000 cells a side, got 0", () -> KernelGrid.square(0));
  }

  private static void assertMessage(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }

  private static void assertBroken(String law, Runnable check) {
    String message = assertThrows(AssertionError.class, check::run).getMessage();
    assertTrue(message.contains(law), message);
  }
}
