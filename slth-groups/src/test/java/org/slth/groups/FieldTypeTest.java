package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;
import org.slth.testkit.FieldTypeLaws;
import org.slth.testkit.RepresentationLaws;

class FieldTypeTest {

  private final FiniteGroup c4 = FiniteGroup.named("C4");
  private final FiniteGroup c5 = FiniteGroup.named("C5");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C1: trivial",
        "C8: 12*regular + 2*trivial",
        "D4: quotient(0 4) + 3*irrep(4) + regular",
        "C4: 2*restricted(D4: regular) + trivial",
        "C4: restricted(D4 0 3 2 1: regular)",
        "D5: 2*(regular + (irrep(2) + trivial)) + quotient(0 1 2 3 4)",
        "D4[0 4]: restricted(D4: irrep(4)) + regular",
        "C2: restricted(D4[0 2 4 6]: (regular + restricted(D8: irrep(6))))",
        "S2: restricted(S3 0 5: (regular + irrep(2))) + restricted((C4 x S3) 0 5: irrep(2))",
        "D4: induced(C4: irrep(2)) + induced(C4 0 3 2 1: irrep(2)) + induced(D4[0 4]: regular)",
        "S3: induced(S2 0 5: (trivial + regular)) + quotient(0 5)",
        "D4: vector + (vector * vector) + 2*(irrep(4) * (regular + trivial) * irrep(1))",
        "(C4 x C2): irrep(3) + regular + quotient(0 1) + induced((C4 x C2)[0 1]: irrep(1))",
        "((C2 x D4[0 4]) x S3): regular",
        "C7:C3(2): irrep(2) + regular",
        "I: vector + (vector * vector) + induced(I[0 1 3]: irrep(1))",
        "SO2: fourier(3) + 2*irrep(2) + vector + (irrep(2) * irrep(3)) + restricted(O2: irrep(4))",
        "O2: fourier(2) + induced(SO2: irrep(3)) + induced(SO2: trivial) + (vector * irrep(1))",
        "C8: restricted(SO2: irrep(3)) + restricted(O2: fourier(2))"
      })
  void readsBackWhatItWrites(String text) {
    FieldType type = FieldType.parse(text);
    assertEquals(text, type.toString());
    FieldTypeLaws.check(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C1", "C4", "C5", "D1", "D3", "D4"})
  void readsBackEveryKindOfField(String group) {
    List<Representation> all = Catalogue.representations(group);
    all.forEach(RepresentationLaws::check);
    FieldTypeLaws.check(FieldType.of(FiniteGroup.named(group), all));
  }

  /** The controls: names that lead nowhere, or elsewhere. */
  @Test
  void namesThatDoNotLeadBackAreTold() {
    List<Matrix> idle = Collections.nCopies(4, Matrix.identity(4));
    assertBroken("reads back", FieldType.of(Representation.of(c4, "idle", idle), 1));
    assertBroken("acts as it was", FieldType.of(Representation.of(c4, "regular", idle), 1));
    FiniteGroup unknown = FiniteGroup.of("X4", 4, c4::multiply, c4::inverse);
    assertBroken("reads back", FieldType.regular(unknown, 1));
  }

  private static void assertBroken(String law, FieldType type) {
    String message =
        assertThrows(AssertionError.class, () -> FieldTypeLaws.check(type)).getMessage();
    assertTrue(message.contains(law), message);
  }

  @Test
  void joinsEqualNeighbours() {
    FieldType type = FieldType.regular(c4, 2).plus(FieldType.parse("C4: regular + trivial"));
    assertEquals("C4: 3*regular + trivial", type.toString());
    assertEquals(FieldType.parse("C4: regular + 2*regular + 1*trivial"), type);
    assertEquals(4, type.size());
    assertEquals(13, type.dimension());
    assertEquals(12, type.offset(3));
    assertEquals(
        List.of(
            new FieldType.Run(Representation.regular(c4), 3),
            new FieldType.Run(Representation.trivial(c4), 1)),
        type.runs());
  }

  @Test
  void knowsWherePointwiseFunctionsCommute() {
    assertTrue(FieldType.parse("D4: regular + trivial + quotient(0 4)").isPermutation());
    assertFalse(FieldType.parse("D4: regular + irrep(4)").isPermutation());
    assertTrue(FieldType.parse("D4: 2*trivial + irrep(0)").isTrivial());
    assertFalse(FieldType.parse("D4: trivial + irrep(1)").isTrivial());
  }

  @Test
  void restrictsToASubgroup() {
    FieldType type = FieldType.parse("D4: 2*regular + trivial");
    FieldType restricted = type.restrictedTo(Subgroup.parse("C4 in D4: 0 1 2 3"));
    assertEquals("C4: 2*restricted(D4: regular) + trivial", restricted.toString());
    assertEquals(type.matrix(3), restricted.matrix(3));
    FieldTypeLaws.check(restricted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C4 | expected a group and \": \" | 'at position 0'",
        "C4: | expected a group and \": \" | 'at position 0'",
        "C4: regulr | expected trivial, regular, quotient(0 ...), irrep(0), | 'at position 4'",
        "C4: regular+trivial | expected \" + \" or the end | 'at position 11'",
        "C4: 0*regular | expected a count from 1 to 1000000 | 'at position 4'",
        "C4: 999999999*trivial | expected a count from 1 to 1000000 | 'at position 4'",
        "C4: 600000*trivial + 600000*irrep(1) | expected a count from 1 to 400000 | ''",
        "C100000: regular | more than the 268435456 there is room for | ''",
        "C4: 2 regular | expected \"*\" | 'at position 5'",
        "C4: irrep(x) | expected the index of an irreducible representation | 'at position 10'",
        "C4: irrep(01) | expected \")\" | 'at position 11'",
        "C4: quotient(0 2 | expected \")\" | 'at position 16'",
        "C4: quotient(0 3) | expected elements of C4 that are closed under products | ''",
        "C4: restricted(: regular) | expected a group, and its elements if need be | 'at position 15'",
        "C4: restricted(D4: regular | expected \")\" | 'at position 26'",
        "S2: restricted(S3: regular) | only linear groups of one dimension need no embedding | ''",
        "C4: induced(D4: regular) | D4 does not lie in C4: its element 4 moves points as none | ''",
        "C7: restricted(SO2: irrep(1)) | C7 does not lie in SO2: its element 1 moves points | ''",
        "C4: (regular * irrep(1) + trivial) | expected \")\" | 'at position 23'",
        "SO2: regular | SO2 is infinite, so it has no regular and no quotient | ''",
        "SO2: induced(C8: regular) | C8 has infinitely many cosets in SO2 | ''",
        "C4: fourier(2) | C4 is finite; use regular | ''",
        "S4: vector | or what a plugin brings (S<N>: tensor(k), vector, of a group of | ''",
        "C4: irrep(3) | C4 has irreducible representations 0..2, got 3 | ''",
        "C4: (regular) | a direct sum needs two or more representations, got 1 | ''",
        "X4: regular | unknown group \"X4\": known are C<N>, D<N> | ''",
      })
  void malformedTextIsToldWhere(String text, String message, String place) {
    String told =
        assertThrows(IllegalArgumentException.class, () -> FieldType.parse(text)).getMessage();
    assertTrue(told.contains(message) && told.contains(place), told);
  }

  /** It may come from a file: a deep one must not exhaust the stack. */
  @Test
  void deepTextIsRefused() {
    assertMessage(
        "expected at most 100 representations inside each other at position 104 of \""
            + deep(100_000)
            + "\"",
        () -> FieldType.parse(deep(100_000)));
  }

  private static String deep(int brackets) {
    return "C4: " + "(".repeat(brackets);
  }

  @Test
  void groupsDoNotMix() {
    assertMessage(
        "expected representations of one group, C4, got regular of C5",
        () -> FieldType.regular(c4, 1).plus(FieldType.regular(c5, 1)));
    assertMessage(
        "expected representations of one group, C5, got trivial of C4",
        () -> FieldType.of(c5, List.of(Representation.trivial(c4))));
    assertMessage(
        "expected representations of one group, C4, got regular of C5",
        () -> Representation.directSum(Representation.trivial(c4), Representation.regular(c5)));
    assertMessage(
        "expected representations of one group, D4, got regular of C4",
        () ->
            Representation.restricted(
                Representation.regular(c4), Subgroup.parse("C4 in D4: 0 1 2 3")));
    assertMessage("a field type needs at least one field", () -> FieldType.regular(c4, 0));
  }

  private static void assertMessage(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }
}
