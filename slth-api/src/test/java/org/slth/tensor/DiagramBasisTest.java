package org.slth.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slth.algebra.Matrix;

class DiagramBasisTest {

  @Test
  void sizesAreBellNumbers() {
    int[] bell = {1, 1, 2, 5, 15, 52, 203};
    for (int k = 0; k <= 3; k++) {
      for (int l = 0; l <= 3; l++) {
        assertEquals(bell[k + l], DiagramBasis.of(k, l).size());
      }
    }
  }

  @Test
  void theIdentityIsOneElement() {
    for (int order = 0; order <= 3; order++) {
      DiagramBasis basis = DiagramBasis.of(order, order);
      for (int n = 2; n <= 4; n++) {
        Matrix identity = Matrix.identity((int) Math.pow(n, order));
        assertEquals(identity, basis.diagram(basis.identity()).matrix(n));
        assertEquals(1, basis.matrices(n).stream().filter(identity::equals).count());
      }
    }
    assertEquals(6, DiagramBasis.of(2, 2).identity()); // part of the format
  }

  @Test
  void aChannelOfOnesMakesEveryBias() {
    for (int k = 0; k <= 3; k++) {
      for (int l = 0; l <= 3; l++) {
        DiagramBasis basis = DiagramBasis.of(k, l);
        DiagramBasis biases = basis.biases();
        assertEquals(SetPartition.bell(l), biases.size());
        for (int e = 0; e < biases.size(); e++) {
          Diagram constant = basis.diagram(basis.constant(e));
          Matrix image = constant.matrix(3).times(ones((int) Math.pow(3, k)));
          assertTrue(image.isCloseTo(biases.diagram(e).matrix(3), 1e-12), constant.toString());
          assertEquals(fewestContractions(basis, e), constant.contracted().length);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> basis.constant(biases.size()));
      }
    }
  }

  /** Of all elements that take ones to that bias. */
  private static int fewestContractions(DiagramBasis basis, int bias) {
    Matrix expected = basis.biases().diagram(bias).matrix(3);
    return IntStream.range(0, basis.size())
        .mapToObj(basis::diagram)
        .filter(
            d ->
                d.matrix(3)
                    .times(ones((int) Math.pow(3, d.inputOrder())))
                    .isCloseTo(expected, 1e-12))
        .mapToInt(d -> d.contracted().length)
        .min()
        .orElseThrow();
  }

  private static Matrix ones(int size) {
    return Matrix.generate(size, 1, (i, j) -> 1);
  }

  /** Where there are fewer nodes than indices, diagrams depend on each other. */
  @Test
  void theDimensionFallsWithTheNodes() {
    DiagramBasis basis = DiagramBasis.of(2, 2);
    int[] dimensions = {1, 8, 14, 15, 15};
    for (int n = 1; n <= 5; n++) {
      assertEquals(dimensions[n - 1], basis.dimension(n));
      assertEquals(dimensions[n - 1], rank(basis, n));
    }
  }

  /** By singular values, which are 0 or far from it here. */
  private static long rank(DiagramBasis basis, int n) {
    List<double[]> maps = basis.matrices(n).stream().map(Matrix::toArray).toList();
    Matrix columns = Matrix.generate(maps.get(0).length, maps.size(), (i, j) -> maps.get(j)[i]);
    return Arrays.stream(columns.singularValues()).filter(value -> value > 1e-9).count();
  }

  @Test
  void knowsWhereADiagramIs() {
    DiagramBasis basis = DiagramBasis.of(2, 1);
    for (int i = 0; i < basis.size(); i++) {
      assertEquals(i, basis.index(basis.diagram(i)));
    }
    assertEquals(
        "expected a diagram 2 -> 1, got 1 -> 2 [0 1 0]",
        assertThrows(
                IllegalArgumentException.class, () -> basis.index(Diagram.parse("1 -> 2 [0 1 0]")))
            .getMessage());
    assertEquals(DiagramBasis.of(2, 1), basis);
    assertEquals(DiagramBasis.of(2, 1).hashCode(), basis.hashCode());
    assertNotEquals(DiagramBasis.of(1, 2), basis);
    assertEquals("2 -> 1", basis.toString());
  }

  @Test
  void refusesOrdersThatDoNotFit() {
    assertEquals(
        "the identity needs equal orders, got 2 -> 1",
        assertThrows(IllegalStateException.class, () -> DiagramBasis.of(2, 1).identity())
            .getMessage());
    assertEquals(
        "tensors have orders of at least 0, got -1 and 2",
        assertThrows(IllegalArgumentException.class, () -> DiagramBasis.of(-1, 2)).getMessage());
    assertEquals(
        "partitions are listed for 0 to 10 elements, got 11",
        assertThrows(IllegalArgumentException.class, () -> DiagramBasis.of(6, 5)).getMessage());
  }
}
