package org.slth.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slth.group.FiniteGroup;
import org.slth.group.SmallGroups;
import org.slth.group.Subgroup;
import org.slth.testkit.IntertwinerLaws;
import org.slth.testkit.RepresentationLaws;

/** From a group to a subgroup, and back. */
class TransferTest {

  static Stream<Subgroup> subgroups() {
    FiniteGroup s4 = SmallGroups.symmetric(4);
    FiniteGroup q8 = SmallGroups.quaternions();
    return Stream.of(
        Subgroup.ofElements(SmallGroups.symmetric(3), 0, 3, 4),
        Subgroup.ofElements(SmallGroups.symmetric(3), 0, 5),
        Subgroup.ofElements(SmallGroups.symmetric(3), 0),
        Subgroup.of(q8, SmallGroups.cyclic(4), 0, 1, 4, 5),
        Subgroup.of(q8, SmallGroups.cyclic(4), 0, 7, 4, 3),
        Subgroup.of(q8, q8, 0, 1, 2, 3, 4, 5, 6, 7),
        Subgroup.ofElements(s4, 0, 7, 16, 23), // Klein's four, normal
        Subgroup.ofElements(s4, 0, 1, 2, 3, 4, 5)); // what keeps the first point
  }

  @ParameterizedTest
  @MethodSource("subgroups")
  void theTrivialOneInducesTheQuotient(Subgroup subgroup) {
    Representation quotient = Representation.quotient(subgroup);
    Representation induced =
        Representation.induced(Representation.trivial(subgroup.group()), subgroup);
    assertTrue(induced.isPermutation());
    for (int g = 0; g < subgroup.parent().samples().order(); g++) {
      assertEquals(quotient.matrix(g), induced.matrix(g));
    }
  }

  /** Regular induces what is regular up to the order of its points. */
  @ParameterizedTest
  @MethodSource("subgroups")
  void theRegularOneInducesTheRegularOne(Subgroup subgroup) {
    FiniteGroup group = subgroup.parent().samples();
    Representation induced =
        Representation.induced(Representation.regular(subgroup.group().samples()), subgroup);
    RepresentationLaws.check(induced);
    assertTrue(induced.isPermutation());
    for (int g = 0; g < group.order(); g++) {
      assertEquals(g == 0 ? group.order() : 0, induced.character(g));
    }
  }

  /** Frobenius: Hom_G(Ind V, W) = Hom_H(V, Res W). */
  @ParameterizedTest
  @MethodSource("subgroups")
  void inducingIsAdjointToRestricting(Subgroup subgroup) {
    for (Representation part : IrreducibleRepresentation.of(subgroup.group())) {
      Representation induced = Representation.induced(part, subgroup);
      RepresentationLaws.check(induced);
      assertEquals(subgroup.index() * part.dimension(), induced.dimension());
      for (Representation whole : IrreducibleRepresentation.of(subgroup.parent())) {
        Representation restricted = Representation.restricted(whole, subgroup);
        RepresentationLaws.check(restricted);
        IntertwinerBasis above = IntertwinerBasis.between(induced, whole);
        IntertwinerBasis below = IntertwinerBasis.between(part, restricted);
        IntertwinerLaws.check(above);
        assertEquals(below.size(), above.size());
      }
    }
  }

  /** χ_Ind(g) = (1/|H|) Σ χ(k⁻¹gk) over the k with k⁻¹gk in H. */
  @ParameterizedTest
  @MethodSource("subgroups")
  void itsCharacterIsTheAverageOverConjugates(Subgroup subgroup) {
    FiniteGroup group = subgroup.parent().samples();
    List<Integer> embedding = Arrays.stream(subgroup.embedding()).boxed().toList();
    for (Representation part : IrreducibleRepresentation.of(subgroup.group())) {
      Representation induced = Representation.induced(part, subgroup);
      for (int g = 0; g < group.order(); g++) {
        double sum = 0;
        for (int k = 0; k < group.order(); k++) {
          int h = embedding.indexOf(group.multiply(group.inverse(k), group.multiply(g, k)));
          sum += h < 0 ? 0 : part.character(h);
        }
        assertEquals(sum / embedding.size(), induced.character(g), 1e-12);
      }
    }
  }

  @Test
  void isNamedAfterTheSubgroup() {
    FiniteGroup q8 = SmallGroups.quaternions();
    Subgroup turns = Subgroup.of(q8, SmallGroups.cyclic(4), 0, 7, 4, 3);
    Representation plane = Representation.irreducible(turns.group(), 2);
    assertEquals(
        "Q8: induced(Z4 0 7 4 3: irrep(2))", Representation.induced(plane, turns).toString());
    assertEquals(
        "Z4: restricted(Q8 0 7 4 3: regular)",
        Representation.restricted(Representation.regular(q8), turns).toString());
    Subgroup centre = Subgroup.ofElements(q8, 0, 4);
    assertEquals(
        "Q8: induced(Q8[0 4]: regular)",
        Representation.induced(Representation.parse(centre.group(), "regular"), centre).toString());
  }

  /** Bases between induced representations are complete, permuting or not. */
  @Test
  void servesAsAnInputAndAsAnOutput() {
    FiniteGroup q8 = SmallGroups.quaternions();
    Subgroup turns = Subgroup.of(q8, SmallGroups.cyclic(4), 0, 1, 4, 5);
    Representation plane =
        Representation.induced(Representation.irreducible(turns.group(), 2), turns);
    Representation points =
        Representation.induced(Representation.regular(SmallGroups.cyclic(4)), turns);
    assertFalse(plane.isPermutation());
    IntertwinerLaws.check(IntertwinerBasis.between(plane, plane));
    IntertwinerLaws.check(IntertwinerBasis.between(plane, points));
    IntertwinerLaws.check(IntertwinerBasis.between(points, points));
    assertEquals(
        EndomorphismType.QUATERNIONIC.dimension(), IntertwinerBasis.dimension(plane, plane));
  }

  @Test
  void groupsDoNotMix() {
    Subgroup turns = Subgroup.of(SmallGroups.quaternions(), SmallGroups.cyclic(4), 0, 1, 4, 5);
    assertEquals(
        "expected representations of one group, Z4, got trivial of Q8",
        assertThrows(
                IllegalArgumentException.class,
                () -> Representation.induced(Representation.trivial(turns.parent()), turns))
            .getMessage());
  }
}
