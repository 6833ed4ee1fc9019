package org.slth.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;

class DiagramTest {

  private static final double TOLERANCE = 1e-12;

  /** In the order i1, i2 of the input, j1, j2 of the output. */
  @ParameterizedTest
  @CsvSource({
    "2 -> 2 [0 1 0 1], 1 2 3 4",
    "2 -> 2 [0 1 1 0], 1 3 2 4",
    "2 -> 2 [0 0 0 0], 1 0 0 4",
    "2 -> 2 [0 0 1 1], 2.5 0 0 2.5",
    "2 -> 2 [0 1 0 0], 1.5 0 0 3.5",
    "2 -> 2 [0 1 2 1], 2 3 2 3",
    "2 -> 1 [0 1 0], 1.5 3.5",
    "2 -> 1 [0 1 1], 2 3",
    "2 -> 1 [0 0 0], 1 4",
    "2 -> 0 [0 0], 2.5",
    "2 -> 0 [0 1], 2.5",
    "2 -> 1 [0 1 2], 2.5 2.5",
  })
  void meansWhatItSays(String diagram, String expected) {
    double[] image = Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertEquals(
        Matrix.of(image.length, 1, image),
        Diagram.parse(diagram).matrix(2).times(Matrix.of(4, 1, 1, 2, 3, 4)));
  }

  @Test
  void agreesWithItsDefinition() {
    for (int k = 0; k <= 3; k++) {
      for (int l = 0; l <= 3; l++) {
        for (SetPartition partition : SetPartition.all(k + l)) {
          Diagram diagram = new Diagram(k, l, partition);
          for (int n = 1; n <= 3; n++) {
            assertEquals(twin(diagram, n), diagram.matrix(n), diagram.toString());
          }
        }
      }
    }
  }

  /** Looks at every pair of indices of every pair of tuples. */
  private static Matrix twin(Diagram diagram, int n) {
    int k = diagram.inputOrder();
    int size = k + diagram.outputOrder();
    SetPartition partition = diagram.partition();
    double contracted =
        IntStream.range(0, partition.blocks())
            .filter(b -> Arrays.stream(partition.members(b)).allMatch(i -> i < k))
            .count();
    return Matrix.generate(
        (int) Math.pow(n, diagram.outputOrder()),
        (int) Math.pow(n, k),
        (row, column) -> {
          String digits = digits(column, k, n) + digits(row, size - k, n);
          boolean agrees =
              IntStream.range(0, size * size)
                  .filter(ij -> partition.block(ij / size) == partition.block(ij % size))
                  .allMatch(ij -> digits.charAt(ij / size) == digits.charAt(ij % size));
          return agrees ? 1 / Math.pow(n, contracted) : 0;
        });
  }

  private static String digits(int index, int order, int n) {
    return order == 0 ? "" : digits(index / n, order - 1, n) + index % n;
  }

  @Test
  void isItsReductionThenItsExpansion() {
    for (int k = 0; k <= 3; k++) {
      for (int l = 0; l <= 3; l++) {
        Set<Diagram> reductions = new HashSet<>();
        DiagramBasis basis = DiagramBasis.of(k, l);
        for (int i = 0; i < basis.size(); i++) {
          Diagram diagram = basis.diagram(i);
          Diagram reduction = diagram.reduction();
          Diagram expansion = diagram.expansion();
          assertEquals(0, reduction.free().length);
          assertEquals(0, expansion.contracted().length);
          assertArrayEquals(diagram.contracted(), reduction.contracted());
          assertArrayEquals(diagram.linked(), reduction.linked());
          assertEquals(diagram.free().length, expansion.free().length);
          assertEquals(diagram.linked().length, expansion.inputOrder());
          Matrix product = expansion.matrix(3).times(reduction.matrix(3));
          assertTrue(product.isCloseTo(diagram.matrix(3), TOLERANCE), diagram.toString());
          reductions.add(reduction);
        }
        if (l == 3) {
          assertEquals(new int[] {1, 2, 6, 22}[k], reductions.size());
        }
      }
    }
  }

  @Test
  void knowsTheKindsOfItsBlocks() {
    Diagram diagram = Diagram.parse("3 -> 3 [0 1 2 3 2 0]");
    assertArrayEquals(new int[] {1}, diagram.contracted());
    assertArrayEquals(new int[] {0, 2}, diagram.linked());
    assertArrayEquals(new int[] {3}, diagram.free());
    assertEquals(1, diagram.inputBlock(1));
    assertEquals(3, diagram.outputBlock(0));
    assertEquals("3 -> 2 [0 1 2 0 2]", diagram.reduction().toString());
    assertEquals("2 -> 3 [0 1 2 1 0]", diagram.expansion().toString());
    assertThrows(IndexOutOfBoundsException.class, () -> diagram.outputBlock(3));
    assertThrows(IndexOutOfBoundsException.class, () -> diagram.inputBlock(3));
  }

  @Test
  void readsBackWhatItWrites() {
    DiagramBasis basis = DiagramBasis.of(2, 3);
    for (int i = 0; i < basis.size(); i++) {
      assertEquals(basis.diagram(i), Diagram.parse(basis.diagram(i).toString()));
    }
    assertEquals(Diagram.identity(0), Diagram.parse("0 -> 0 []"));
    assertEquals("3 -> 3 [0 1 2 0 1 2]", Diagram.identity(3).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2 -> 1", "2->1 [0 1 0]", "02 -> 1 [0 1 0]", "a -> 1 [0 1 0]"})
  void malformedTextIsTold(String text) {
    String expected =
        "a diagram is written as its orders and its partition, such as \"2 -> 1 [0 1 0]\", got \"";
    assertMessage(expected + text + "\"", () -> Diagram.parse(text));
  }

  @Test
  void refusesOrdersThatDoNotFit() {
    String expected =
        "a diagram needs orders of at least 0 and a partition of as many elements as there are"
            + " indices, got ";
    assertMessage(expected + "2 -> 2 [0 1 0]", () -> Diagram.parse("2 -> 2 [0 1 0]"));
    assertMessage(expected + "-1 -> 2 [0]", () -> new Diagram(-1, 2, SetPartition.of(0)));
    assertMessage(
        "a tensor has at least 1 node, got 0", () -> Diagram.parse("1 -> 1 [0 0]").matrix(0));
    assertThrows(ArithmeticException.class, () -> Diagram.identity(3).matrix(50));
  }

  private static void assertMessage(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }
}
