package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;
import org.slth.testkit.IntertwinerLaws;

class IntertwinerBasisTest {

  @ParameterizedTest
  @ValueSource(strings = {"C1", "C2", "C3", "C4", "D1", "D2", "D3", "D4", "D5"})
  void holdsAllMapsThatCommute(String group) {
    for (Representation input : Catalogue.representations(group)) {
      for (Representation output : Catalogue.representations(group)) {
        IntertwinerLaws.check(IntertwinerBasis.between(input, output));
      }
    }
  }

  /** Element k of the basis of a group algebra multiplies from the right. */
  @Test
  void mapsOfTheRegularRepresentationPermute() {
    FiniteGroup d4 = FiniteGroup.named("D4");
    Representation regular = Representation.regular(d4);
    IntertwinerBasis basis = IntertwinerBasis.between(regular, regular);
    assertEquals(8, basis.size());
    for (int k = 0; k < 8; k++) {
      int factor = k;
      assertEquals(
          Matrix.generate(8, 8, (h, i) -> d4.multiply(h, factor) == i ? 1 : 0), basis.map(k));
    }
  }

  @Test
  void aBiasIsConstantOnEachOrbit() {
    FiniteGroup c4 = FiniteGroup.named("C4");
    IntertwinerBasis bias =
        IntertwinerBasis.between(
            Representation.trivial(c4), Representation.parse(c4, "(regular + trivial)"));
    assertEquals(2, bias.size());
    double all = Math.sqrt(5.0 / 4);
    assertTrue(bias.map(0).isCloseTo(Matrix.of(5, 1, all, all, all, all, 0), 1e-15));
    assertTrue(bias.map(1).isCloseTo(Matrix.of(5, 1, 0, 0, 0, 0, Math.sqrt(5)), 1e-15));
    assertEquals(
        0,
        IntertwinerBasis.dimension(Representation.trivial(c4), Representation.irreducible(c4, 1)));
  }

  @Test
  void groupsDoNotMix() {
    assertEquals(
        "expected representations of one group, C5, got regular of C4",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    IntertwinerBasis.between(
                        Representation.regular(FiniteGroup.named("C4")),
                        Representation.regular(FiniteGroup.named("C5"))))
            .getMessage());
  }
}
