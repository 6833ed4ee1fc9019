package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.LinearGroup;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;
import org.slth.testkit.FieldTypeLaws;
import org.slth.testkit.IntertwinerLaws;
import org.slth.testkit.RepresentationLaws;

/** Subgroups that need no list of elements: those that move points likewise. */
class NaturalSubgroupTest {

  private final Subgroup rotations = Subgroup.parse("SO2 in O2");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C16 in D16",
        "C4 in D16",
        "D8 in D16",
        "C5 in C10",
        "C1 in D1",
        "SO2 in O2",
        "C8 in SO2",
        "C240 in SO2",
        "C12 in O2",
        "D6 in O2",
        "D4[0 2 4 6] in D4",
        "D4[0 2 4 6][0 2] in D4",
        "S4[0 7 16 23] in S4",
        "(C2 x C4)[0 2] in (C2 x C4)",
        "I[0 1 3] in I"
      })
  void isWrittenWithoutItsElements(String text) {
    Subgroup subgroup = Subgroup.parse(text);
    assertTrue(subgroup.isNatural());
    assertEquals(text, subgroup.toString());
    assertEquals(subgroup, Subgroup.of(subgroup.parent(), subgroup.group()));
    assertEquals(subgroup, Subgroup.of(subgroup.parent(), subgroup.group(), subgroup.embedding()));
    if (subgroup.parent() instanceof LinearGroup parent
        && subgroup.group() instanceof LinearGroup group) {
      IntStream.range(0, group.samples().order())
          .forEach(
              h -> assertTrue(parent.action(subgroup.embed(h)).isCloseTo(group.action(h), 1e-14)));
    }
  }

  @Test
  void anyOtherIsWrittenWithItsElements() {
    Subgroup backwards = Subgroup.parse("C4 in D4: 0 3 2 1");
    assertFalse(backwards.isNatural());
    assertEquals("C4 in D4: 0 3 2 1", backwards.toString());
    assertEquals("S2 in S3: 0 5", Subgroup.parse("S2 in S3: 0 5").toString());
    assertEquals("C4 in D4", Subgroup.parse("C4 in D4: 0 1 2 3").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C7 in SO2 | C7 does not lie in SO2: its element 1 moves points as none of the 240 elements"
            + " of C240",
        "D4 in C4 | D4 does not lie in C4: its element 4 moves points as none of the 4 elements of"
            + " C4",
        "S2 in S3 | only linear groups of one dimension need no embedding, got S2 in S3; write it"
            + " such as \"S2 in S3: 0 5\"",
        "C2 in I | only linear groups of one dimension need no embedding, got C2 in I; write it such"
            + " as \"S2 in S3: 0 5\"",
        "D4: 0 1 2 | expected a subgroup such as \"C4 in D4\" or \"S2 in S3: 0 5\", got \"D4: 0 1"
            + " 2\"",
        "C4 in D4: 0 1 2 | expected one element of D4 for each of the 4 elements of C4, got 3",
        "C4 in D4: x | expected a subgroup such as \"C4 in D4\" or \"S2 in S3: 0 5\", got \"C4 in"
            + " D4: x\"",
      })
  void whatLiesNowhereIsTold(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Subgroup.parse(text)).getMessage());
  }

  /**
   * Samples of a finite group are no samples of a compact one, and turning twice is not turning.
   */
  @Test
  void aCompactGroupLiesInACompactOneOnlyNaturally() {
    int[] same = IntStream.range(0, 240).toArray();
    int[] back = IntStream.range(0, 240).map(r -> (240 - r) % 240).toArray();
    Group so2 = Group.named("SO2");
    for (Subgroup subgroup : List.of(rotations, Subgroup.of(so2, so2))) {
      assertArrayEquals(same, subgroup.embedding());
    }
    String message = "a compact group lies in a compact one as its action says, but SO2 in ";
    assertEquals(
        message + "D240 does not",
        assertThrows(
                IllegalArgumentException.class,
                () -> Subgroup.of(FiniteGroup.named("D240"), so2, same))
            .getMessage());
    assertEquals(
        message + "O2 does not",
        assertThrows(
                IllegalArgumentException.class, () -> Subgroup.of(Group.named("O2"), so2, back))
            .getMessage());
  }

  @Test
  void aReflectionFieldSeenByRotationsKeepsItsFrequency() {
    for (int k = 1; k <= 8; k++) {
      Representation restricted =
          Representation.restricted(
              Representation.irreducible(rotations.parent(), k + 1), rotations);
      Representation rotation = Representation.irreducible(rotations.group(), k);
      assertEquals("SO2: restricted(O2: irrep(" + (k + 1) + "))", restricted.toString());
      assertEquals(k, restricted.frequency());
      for (int r = 0; r < 240; r += 7) {
        assertEquals(rotation.matrix(r), restricted.matrix(r));
      }
    }
    FieldType type = FieldType.parse("O2: 2*fourier(2) + irrep(1)").restrictedTo(rotations);
    assertEquals("SO2: 2*restricted(O2: fourier(2)) + restricted(O2: irrep(1))", type.toString());
    FieldTypeLaws.check(type);
  }

  /** Ind ρ_k of SO(2) is ρ_k of O(2) twice; of the trivial one, it is 1 + det. */
  @Test
  void rotationsInduceReflections() {
    Group o2 = rotations.parent();
    for (int k = 1; k <= 3; k++) {
      Representation induced =
          Representation.induced(Representation.irreducible(rotations.group(), k), rotations);
      RepresentationLaws.check(induced);
      assertEquals("O2: induced(SO2: irrep(" + k + "))", induced.toString());
      assertEquals(k, induced.frequency());
      for (int i = 0; i <= 5; i++) {
        IntertwinerBasis basis =
            IntertwinerBasis.between(induced, Representation.irreducible(o2, i));
        assertEquals(i == k + 1 ? 2 : 0, basis.size());
        IntertwinerLaws.check(basis);
      }
    }
    Representation sides =
        Representation.induced(Representation.trivial(rotations.group()), rotations);
    RepresentationLaws.check(sides);
    assertTrue(sides.isPermutation());
    assertEquals(2, sides.dimension());
    assertEquals(1, IntertwinerBasis.dimension(sides, Representation.trivial(o2)));
    assertEquals(1, IntertwinerBasis.dimension(sides, Representation.irreducible(o2, 1)));
  }

  @Test
  void infinitelyManyCosetsInduceNothing() {
    Subgroup turns = Subgroup.parse("C8 in SO2");
    assertEquals(
        "only subgroups of finite index induce, but C8 has infinitely many cosets in SO2",
        assertThrows(
                IllegalArgumentException.class,
                () -> Representation.induced(Representation.trivial(turns.group()), turns))
            .getMessage());
  }

  /** A band-limited field seen by eight rotations: all of the regular one, from frequency 4 on. */
  @Test
  void aFourierFieldSeenByFewRotationsIsNearlyRegular() {
    Subgroup turns = Subgroup.parse("C8 in SO2");
    Representation field =
        Representation.restricted(Representation.parse(turns.parent(), "fourier(3)"), turns);
    Representation regular = Representation.parse(turns.group(), "regular");
    assertEquals("C8: restricted(SO2: fourier(3))", field.toString());
    assertEquals(0, field.frequency());
    assertEquals(7, IntertwinerBasis.dimension(field, regular));
    IntertwinerLaws.check(IntertwinerBasis.between(field, regular));
    RepresentationLaws.check(field);
  }
}
