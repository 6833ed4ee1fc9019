package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;
import org.slth.algebra.SparseVector;
import org.slth.group.FiniteGroup;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.representation.EndomorphismType;
import org.slth.representation.IrreducibleRepresentation;
import org.slth.representation.Representation;
import org.slth.testkit.RepresentationLaws;

/** What is found numerically is what the tables say, in the order that is promised. */
class IrreducibleRepresentationTest {

  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void rotationsHaveTheirCharacters(int n) {
    List<IntToDoubleFunction> expected = new ArrayList<>();
    expected.add(r -> 1);
    if (n % 2 == 0) {
      expected.add(r -> r % 2 == 0 ? 1 : -1);
    }
    addPlanes(n, expected);
    check(FiniteGroup.named("C" + n), expected, EndomorphismType.COMPLEX);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void rotationsAndReflectionsHaveTheirCharacters(int n) {
    List<IntToDoubleFunction> expected = new ArrayList<>();
    expected.add(g -> 1);
    expected.add(g -> g < n ? 1 : -1);
    if (n % 2 == 0) {
      expected.add(g -> g % n % 2 == 0 ? 1 : -1);
      expected.add(g -> (g % n % 2 == 0 ? 1 : -1) * (g < n ? 1 : -1));
    }
    addPlanes(n, expected);
    check(FiniteGroup.named("D" + n), expected, EndomorphismType.REAL);
  }

  /** Saved coefficients rely on these bases; they must never change. */
  @Test
  void theBasesAreFixed() {
    FiniteGroup d4 = FiniteGroup.named("D4");
    Representation plane = Representation.irreducible(d4, 4);
    assertEquals(Matrix.of(2, 2, 0, 1, -1, 0), plane.matrix(1));
    assertEquals(Matrix.of(2, 2, 1, 0, 0, -1), plane.matrix(4));
    double half = Math.sqrt(0.5);
    assertTrue(
        Representation.irreducible(FiniteGroup.named("C8"), 2)
            .matrix(1)
            .isCloseTo(Matrix.of(2, 2, half, -half, half, half), TOLERANCE));
    SparseVector kernel =
        KernelBasisProvider.named("slth:pixel-orbit")
            .basis(plane, Representation.regular(d4), KernelGrid.square(3))
            .sparse(1);
    assertEquals(
        "at [9, 24, 53, 56, 83, 90, 123, 134] [1.0, 1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0]",
        kernel.toString());
  }

  private static void addPlanes(int n, List<IntToDoubleFunction> expected) {
    for (int m = 1; 2 * m < n; m++) {
      double angle = 2 * Math.PI * m / n;
      expected.add(g -> g < n ? 2 * Math.cos(angle * g) : 0);
    }
  }

  private static void check(
      FiniteGroup group, List<IntToDoubleFunction> expected, EndomorphismType planes) {
    List<IrreducibleRepresentation> all = IrreducibleRepresentation.of(group);
    assertEquals(expected.size(), all.size());
    for (int i = 0; i < all.size(); i++) {
      IrreducibleRepresentation irrep = all.get(i);
      assertEquals("irrep(" + i + ")", irrep.name());
      assertEquals(irrep.dimension() == 1 ? EndomorphismType.REAL : planes, irrep.type());
      for (int g = 0; g < group.order(); g++) {
        assertEquals(expected.get(i).applyAsDouble(g), irrep.character(g), TOLERANCE);
      }
      RepresentationLaws.check(irrep);
    }
    checkOrthogonal(group, all);
  }

  private static void checkOrthogonal(FiniteGroup group, List<IrreducibleRepresentation> all) {
    double squares = 0;
    for (IrreducibleRepresentation a : all) {
      squares += (double) a.dimension() * a.dimension() / a.type().dimension();
      for (IrreducibleRepresentation b : all) {
        double product = 0;
        for (int g = 0; g < group.order(); g++) {
          product += a.character(g) * b.character(g) / group.order();
        }
        assertEquals(a.equals(b) ? a.type().dimension() : 0, product, TOLERANCE);
      }
    }
    assertEquals(group.order(), squares);
  }
}
