package com.example.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
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
    FieldType type = FieldType.parse("Oh: 5*trivial + 5*vector");
    assertEquals(20, type.dimension());
    FieldTypeLaws.check(type);
    RepresentationLaws.check(type.fields().get(5));
  }

  @Test
  void theKernelsKeepTheirLaws() {
    FiniteGroup turns = new QuarterTurns();
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

  /** Only multiples of the identity commute with all symmetries of the cube. */
  @Test
  void mapsOfVectorsAreMultiplesOfTheIdentity() {
    Representation vector = Representation.parse(FiniteGroup.named("Oh"), "vector");
    IntertwinerBasis maps = IntertwinerBasis.between(vector, vector);
    assertEquals(1, maps.size());
    IntertwinerLaws.check(maps);
  }
}
