package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.LinearGroup;
import org.slth.representation.FieldType;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.IrreducibleRepresentation;
import org.slth.representation.Representation;
import org.slth.representation.VectorProvider;
import org.slth.testkit.FieldTypeLaws;
import org.slth.testkit.GroupLaws;
import org.slth.testkit.IntertwinerLaws;
import org.slth.testkit.ProviderLaws;
import org.slth.testkit.RepresentationLaws;

/** Every kind of built-in group keeps every law, and so does what is made of it. */
class BuiltInGroupsTest {

  private static final int LARGEST_FREQUENCY = 8;

  static Stream<String> groups() {
    return Stream.of(
            IntStream.rangeClosed(1, 16).mapToObj(n -> "C" + n),
            IntStream.rangeClosed(1, 16).mapToObj(n -> "D" + n),
            IntStream.rangeClosed(1, 5).mapToObj(n -> "S" + n),
            Stream.of("C7:C3(2)", "C3:C4(2)", "C8:C2(5)", "C1:C3(1)", "C5:C4(2)", "C4:C2(3)"),
            Stream.of("(C4 x C2)", "(S3 x C3)", "((C2 x C2) x D3)", "(C7:C3(2) x C2)", "(C2 x I)"),
            Stream.of("I", "D4[0 2 5 7]", "S4[0 7 16 23]", "SO2", "O2"))
        .flatMap(names -> names);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void keepsTheLaws(String name) {
    Group group = Group.named(name);
    assertEquals(name, group.name());
    assertEquals(group, Group.named(name));
    GroupLaws.check(group);
    List<IrreducibleRepresentation> irreducibles =
        IrreducibleRepresentation.of(group).stream()
            .filter(irreducible -> irreducible.frequency() <= LARGEST_FREQUENCY)
            .toList();
    irreducibles.forEach(RepresentationLaws::check);
    FieldTypeLaws.check(FieldType.of(group, List.<Representation>copyOf(irreducibles)));
  }

  /** What each group has most of, against each irreducible representation. */
  @ParameterizedTest
  @MethodSource("groups")
  void hasCompleteBases(String name) {
    Group group = Group.named(name);
    Representation all =
        group instanceof CompactGroup compact
            ? Representation.fourier(compact, 3)
            : Representation.regular(FiniteGroup.of(group));
    if (all.dimension() > 32) { // of larger groups the functions on some cosets
      all = Representation.parse(group, name.equals("S5") ? "tensor(1)" : "(trivial + irrep(1))");
    }
    IntertwinerLaws.check(IntertwinerBasis.between(Representation.trivial(group), all));
    for (IrreducibleRepresentation irreducible : IrreducibleRepresentation.of(group)) {
      if (irreducible.frequency() <= LARGEST_FREQUENCY) {
        IntertwinerLaws.check(IntertwinerBasis.between(all, irreducible));
        IntertwinerLaws.check(IntertwinerBasis.between(irreducible, irreducible));
      }
    }
  }

  @Test
  void theProviderKnowsThem() {
    ProviderLaws.check(
        new BuiltInGroupProvider(), "C12", "D7", "S4", "C7:C3(2)", "C1:C1(1)", "I", "SO2", "O2");
  }

  @Test
  void matricesAreTheirVectors() {
    for (String name : List.of("C1", "D4", "D4[0 4]", "I", "SO2", "O2")) {
      LinearGroup group = assertInstanceOf(LinearGroup.class, Group.named(name));
      ProviderLaws.check(new VectorProvider(), group, "vector");
      Representation vector = Representation.parse(group, "vector");
      IntStream.range(0, group.samples().order())
          .forEach(g -> assertEquals(group.action(g), vector.matrix(g)));
    }
    assertTrue(new VectorProvider().find(FiniteGroup.named("(C2 x C2)"), "vector").isEmpty());
    ProviderLaws.check(new TensorProvider(), Group.named("S3"), "tensor(0)", "tensor(2)");
  }

  /** The third of a turn has order 3, the fifth order 5, and their product order 2. */
  @Test
  void theIcosahedronHasSixtyRotations() {
    FiniteGroup group = FiniteGroup.named("I");
    assertEquals(60, group.order());
    int[] orders = new int[6];
    for (int g = 0; g < 60; g++) {
      Matrix rotation = ((LinearGroup) group).action(g);
      assertEquals(
          1,
          rotation.get(0, 0)
                  * (rotation.get(1, 1) * rotation.get(2, 2)
                      - rotation.get(1, 2) * rotation.get(2, 1))
              - rotation.get(0, 1)
                  * (rotation.get(1, 0) * rotation.get(2, 2)
                      - rotation.get(1, 2) * rotation.get(2, 0))
              + rotation.get(0, 2)
                  * (rotation.get(1, 0) * rotation.get(2, 1)
                      - rotation.get(1, 1) * rotation.get(2, 0)),
          1e-14);
      int power = g;
      int order = 1;
      while (power != 0) {
        power = group.multiply(power, g);
        order++;
      }
      orders[order]++;
    }
    assertEquals("[0, 1, 15, 20, 0, 24]", Arrays.toString(orders));
  }

  /** Two names, one table. */
  @Test
  void aCyclicGroupThatInvertsIsADihedralOne() {
    FiniteGroup semidirect = FiniteGroup.named("C5:C2(4)");
    FiniteGroup d5 = FiniteGroup.named("D5");
    for (int pair = 0; pair < 100; pair++) {
      assertEquals(d5.multiply(pair / 10, pair % 10), semidirect.multiply(pair / 10, pair % 10));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C7:C3(3)", "C7:C3(9)", "C7:C3(0)", "C7:C3", "C07:C3(2)", "C5:C0(1)", "C9:C2(3)",
        "C1:C1(2)", "C90:C90(1)", "(C4 x X9)", "(C4 x )", "(C4 x C2", "(C4xC2)", "(C4 x C2 x C2)",
        "(C4 x SO2)", "i", "I2"
      })
  void otherNamesAreUnknown(String name) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Group.named(name)).getMessage();
    assertTrue(
        message.startsWith("unknown group \"")
            || message.equals("expected a finite group, got SO2"),
        message);
  }
}
