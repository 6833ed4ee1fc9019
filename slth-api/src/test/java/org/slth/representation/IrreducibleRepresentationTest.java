package org.slth.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.slth.representation.EndomorphismType.COMPLEX;
import static org.slth.representation.EndomorphismType.QUATERNIONIC;
import static org.slth.representation.EndomorphismType.REAL;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slth.group.FiniteGroup;
import org.slth.group.SmallGroups;
import org.slth.testkit.IntertwinerLaws;
import org.slth.testkit.RepresentationLaws;

class IrreducibleRepresentationTest {

  static Stream<Arguments> knownGroups() {
    return Stream.of(
        Arguments.of(SmallGroups.cyclic(1), List.of(1), List.of(REAL)),
        Arguments.of(SmallGroups.cyclic(2), List.of(1, 1), List.of(REAL, REAL)),
        Arguments.of(SmallGroups.cyclic(3), List.of(1, 2), List.of(REAL, COMPLEX)),
        Arguments.of(SmallGroups.symmetric(3), List.of(1, 1, 2), List.of(REAL, REAL, REAL)),
        Arguments.of(
            SmallGroups.symmetric(4),
            List.of(1, 1, 2, 3, 3),
            List.of(REAL, REAL, REAL, REAL, REAL)),
        Arguments.of(
            SmallGroups.quaternions(),
            List.of(1, 1, 1, 1, 4),
            List.of(REAL, REAL, REAL, REAL, QUATERNIONIC)));
  }

  @ParameterizedTest
  @MethodSource("knownGroups")
  void haveTheKnownDimensionsAndTypes(
      FiniteGroup group, List<Integer> dimensions, List<EndomorphismType> types) {
    List<IrreducibleRepresentation> all = IrreducibleRepresentation.of(group);
    assertEquals(dimensions, all.stream().map(Representation::dimension).toList());
    assertEquals(types, all.stream().map(IrreducibleRepresentation::type).toList());
    int order =
        all.stream().mapToInt(r -> r.dimension() * r.dimension() / r.type().dimension()).sum();
    assertEquals(group.order(), order);
    assertTrue(all.get(0).isTrivial());
  }

  @ParameterizedTest
  @MethodSource("knownGroups")
  void keepTheLawsAndAreInequivalent(FiniteGroup group) {
    List<IrreducibleRepresentation> all = IrreducibleRepresentation.of(group);
    for (IrreducibleRepresentation a : all) {
      RepresentationLaws.check(a);
      for (IrreducibleRepresentation b : all) {
        IntertwinerBasis between = IntertwinerBasis.between(a, b);
        assertEquals(a.equals(b) ? a.type().dimension() : 0, between.size());
        IntertwinerLaws.check(between);
      }
      assertEquals(a.dimension(), IntertwinerBasis.dimension(Representation.regular(group), a));
      IntertwinerLaws.check(IntertwinerBasis.between(Representation.regular(group), a));
      IntertwinerLaws.check(IntertwinerBasis.between(a, Representation.regular(group)));
    }
  }

  @ParameterizedTest
  @MethodSource("knownGroups")
  void areTheSameEveryTime(FiniteGroup group) {
    List<IrreducibleRepresentation> first = IrreducibleRepresentation.of(group);
    List<IrreducibleRepresentation> again = IrreducibleRepresentation.of(group);
    for (int i = 0; i < first.size(); i++) {
      for (int g = 0; g < group.order(); g++) {
        assertEquals(first.get(i).matrix(g), again.get(i).matrix(g));
      }
    }
  }

  /** The permutations of n things are transitive on pairs: standard = permutation - trivial. */
  @Test
  void theSymmetricGroupHasItsStandardRepresentation() {
    FiniteGroup s4 = SmallGroups.symmetric(4);
    long standard =
        IrreducibleRepresentation.of(s4).stream()
            .filter(r -> r.dimension() == 3)
            .filter(r -> Math.abs(r.character(1) - 1) < 1e-9) // element 1 exchanges two things
            .count();
    assertEquals(1, standard);
  }

  @Test
  void aWrongIndexIsToldTheRightOnes() {
    assertEquals(
        "S3 has irreducible representations 0..2, got 3",
        assertThrows(
                IllegalArgumentException.class,
                () -> Representation.irreducible(SmallGroups.symmetric(3), 3))
            .getMessage());
  }
}
