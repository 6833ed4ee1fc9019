package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;
import org.slth.representation.EndomorphismType;
import org.slth.representation.FieldType;
import org.slth.representation.IrreducibleRepresentation;
import org.slth.representation.Representation;
import org.slth.testkit.FieldTypeLaws;
import org.slth.testkit.ProviderLaws;
import org.slth.testkit.RepresentationLaws;

class SymmetricGroupTest {

  private final SymmetricGroup s4 = new SymmetricGroup(4);

  @Test
  void keepsTheLaws() {
    ProviderLaws.check(new BuiltInGroupProvider(), "S1", "S2", "S3", "S4", "S5");
    assertEquals(s4, FiniteGroup.named("S4"));
  }

  @Test
  void countsElementsInTheOrderOfTheirImages() {
    List<String> all = IntStream.range(0, 24).mapToObj(g -> Arrays.toString(s4.images(g))).toList();
    assertEquals(all.stream().distinct().sorted().toList(), all);
    assertArrayEquals(new int[] {0, 1, 2, 3}, s4.images(0));
    assertArrayEquals(new int[] {3, 2, 1, 0}, s4.images(23));
    for (int g = 0; g < 24; g++) {
      assertEquals(g, s4.element(s4.images(g)));
    }
    SymmetricGroup s12 = new SymmetricGroup(12);
    assertEquals(479001600, s12.order());
    assertEquals(479001599, s12.element(s12.images(479001599)));
  }

  @Test
  void actsWithTheSecondFactorFirst() {
    int swap = s4.element(1, 0, 2, 3);
    int turn = s4.element(1, 2, 3, 0);
    assertArrayEquals(new int[] {2, 1, 3, 0}, s4.images(s4.multiply(turn, swap)));
    assertArrayEquals(new int[] {3, 0, 1, 2}, s4.images(s4.inverse(turn)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void actsOnTensors(int points) {
    SymmetricGroup group = new SymmetricGroup(points);
    Representation nodes = group.tensor(1);
    for (int g = 0; g < group.order(); g++) {
      int[] images = group.images(g);
      Matrix defining = nodes.matrix(g);
      for (int i = 0; i < points; i++) {
        assertEquals(1, defining.get(images[i], i));
      }
      assertEquals(Matrix.identity(1), group.tensor(0).matrix(g));
      assertEquals(defining.kronecker(defining), group.tensor(2).matrix(g));
    }
    for (int order = 0; order <= 2; order++) {
      RepresentationLaws.check(group.tensor(order));
      assertTrue(group.tensor(order).isPermutation());
    }
    assertEquals("S" + points + ": tensor(3)", group.tensor(3).toString());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1 1", "3, 1 1 2", "4, 1 1 2 3 3", "5, 1 1 4 4 5 5 6"})
  void hasAnIrreducibleRepresentationForEachPartitionOfItsNumber(int points, String dimensions) {
    List<IrreducibleRepresentation> all = IrreducibleRepresentation.of(new SymmetricGroup(points));
    List<String> found = all.stream().map(irrep -> "" + irrep.dimension()).toList();
    assertEquals(dimensions, String.join(" ", found));
    for (IrreducibleRepresentation irrep : all) {
      assertEquals(EndomorphismType.REAL, irrep.type());
    }
  }

  @Test
  void servesAsTheGroupOfALayer() {
    FieldTypeLaws.check(FieldType.parse("S3: 2*regular + quotient(0 1) + irrep(2) + trivial"));
    int[] stabiliser = {0, 1}; // of the first point, whose cosets are the points
    Representation nodes = new SymmetricGroup(3).tensor(1);
    Representation cosets =
        Representation.quotient(Subgroup.ofElements(FiniteGroup.named("S3"), stabiliser));
    for (int g = 0; g < 6; g++) {
      assertEquals(cosets.matrix(g), nodes.matrix(g));
    }
  }

  @Test
  void refusesWhatIsNoPermutation() {
    assertMessage("S<N> needs N from 1 to 12, got 0", () -> new SymmetricGroup(0));
    assertMessage("S<N> needs N from 1 to 12, got 13", () -> new SymmetricGroup(13));
    assertMessage("S4 needs a permutation of 0..3, got [0, 1, 2, 2]", () -> s4.element(0, 1, 2, 2));
    assertMessage("S4 needs a permutation of 0..3, got [0, 1]", () -> s4.element(0, 1));
    assertMessage("a tensor has an order of at least 0, got -1", () -> s4.tensor(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> s4.multiply(24, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> s4.multiply(0, -1));
    assertThrows(IndexOutOfBoundsException.class, () -> s4.inverse(24));
    assertMessage(
        "twice of S2 needs elements that permute 2 points, at least one, got [0, 0]",
        () -> Representation.permuting(new SymmetricGroup(2), "twice", 2, (g, i) -> g * i));
  }

  private static void assertMessage(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }
}
