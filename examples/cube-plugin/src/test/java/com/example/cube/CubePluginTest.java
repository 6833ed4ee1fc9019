package com.example.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.representation.FieldType;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.IrreducibleRepresentation;
import org.slth.representation.Representation;
import org.slth.testkit.FieldTypeLaws;
import org.slth.testkit.IntertwinerLaws;
import org.slth.testkit.KernelLaws;
import org.slth.testkit.ProviderLaws;
import org.slth.testkit.RepresentationLaws;

class CubePluginTest {

  @Test
  void theGroupKeepsItsLaws() {
    ProviderLaws.check(new CubeGroupProvider(), "Oh");
  }

  @Test
  void theRepresentationKeepsItsLaws() {
    FieldType type = FieldType.parse("Oh: 5*trivial + 5*vector + corners");
    assertEquals(28, type.dimension());
    FieldTypeLaws.check(type);
    RepresentationLaws.check(type.fields().get(10));
  }

  @Test
  void theKernelsKeepTheirLaws() {
    FiniteGroup turns = FiniteGroup.generated("turns", Matrix.of(2, 2, 0, -1, 1, 0));
    for (int size : new int[] {3, 4, 5, 7, 21}) {
      KernelLaws.check(
          KernelBasisProvider.named("example:gaussian"),
          Representation.trivial(turns),
          Representation.regular(turns),
          KernelGrid.square(size));
    }
  }

  /**
   * What is known of O_h: ten classes, all irreps real, of dimensions 1, 1, 1, 1, 2, 2, 3, 3, 3, 3.
   */
  @Test
  void slthDerivesTheIrreducibleRepresentations() {
    assertEquals(
        List.of(1, 1, 1, 1, 2, 2, 3, 3, 3, 3),
        IrreducibleRepresentation.of(FiniteGroup.named("Oh")).stream()
            .map(Representation::dimension)
            .toList());
  }

  /** As the elements that leave a corner where it is are a sixth of all. */
  @Test
  void cornersAreAQuotientOfOrderSix() {
    Representation corners = Representation.parse(FiniteGroup.named("Oh"), "corners");
    assertTrue(corners.isPermutation());
    assertEquals(6, IntStream.range(0, 48).filter(g -> corners.matrix(g).get(0, 0) == 1).count());
  }

  /** Only multiples of the identity commute with all symmetries of the cube. */
  @Test
  void mapsOfVectorsAreMultiplesOfTheIdentity() {
    Representation vector = Representation.parse(FiniteGroup.named("Oh"), "vector");
    IntertwinerBasis maps = IntertwinerBasis.between(vector, vector);
    assertEquals(1, maps.size());
    IntertwinerLaws.check(maps);
  }
}
