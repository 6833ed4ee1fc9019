package org.slth.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MatrixTest {

  private static final double TOLERANCE = 1e-12;

  private final Matrix a = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);

  @Test
  void multipliesRowsByColumns() {
    assertEquals(Matrix.of(2, 2, 14, 32, 32, 77), a.times(a.transposed()));
    assertEquals(a, Matrix.identity(2).times(a));
    assertEquals(Matrix.of(2, 3, 3, 6, 9, 12, 15, 18), a.plus(a.scaled(2)));
    assertEquals(Matrix.zero(2, 3), a.minus(a));
  }

  @Test
  void putsTheFirstKroneckerFactorOutermost() {
    assertEquals(
        Matrix.of(2, 4, 3, 0, 4, 0, 0, 3, 0, 4),
        Matrix.of(1, 2, 3, 4).kronecker(Matrix.identity(2)));
    assertEquals(
        Matrix.of(2, 3, 3, 4, 0, 0, 0, 5), Matrix.of(1, 2, 3, 4).directSum(Matrix.of(1, 1, 5)));
  }

  @Test
  void measures() {
    Matrix diagonal = Matrix.of(2, 2, 3, 0, 0, -4);
    assertEquals(-1, diagonal.trace());
    assertEquals(5, diagonal.frobeniusNorm());
    assertEquals(4, diagonal.spectralNorm(), TOLERANCE);
    assertArrayEquals(new double[] {4, 3}, diagonal.singularValues(), TOLERANCE);
    assertEquals(91, a.dot(a));
  }

  @Test
  void findsEigenvaluesInAscendingOrder() {
    Matrix random = Matrix.generate(9, 9, entries(3));
    Matrix symmetric = random.plus(random.transposed());
    SymmetricEigen eigen = SymmetricEigen.of(symmetric);
    Matrix diagonal = Matrix.generate(9, 9, (i, j) -> i == j ? eigen.value(i) : 0);
    Matrix vectors = eigen.vectors();
    assertTrue(vectors.transposed().times(vectors).isCloseTo(Matrix.identity(9), TOLERANCE));
    assertTrue(vectors.times(diagonal).times(vectors.transposed()).isCloseTo(symmetric, 1e-11));
    for (int i = 1; i < eigen.size(); i++) {
      assertTrue(eigen.value(i - 1) <= eigen.value(i));
    }
  }

  @Test
  void spansTheColumnsByAsManyVectorsAsAsked() {
    Matrix low = Matrix.generate(8, 3, entries(1)).times(Matrix.generate(3, 7, entries(2)));
    Matrix basis = low.columnSpace(3);
    assertTrue(basis.transposed().times(basis).isCloseTo(Matrix.identity(3), TOLERANCE));
    for (int j = 0; j < 7; j++) {
      int column = j;
      double[] vector = Matrix.generate(8, 1, (i, k) -> low.get(i, column)).toArray();
      assertTrue(basis.distanceToSpan(vector) < TOLERANCE);
    }
    assertEquals(1, Matrix.of(2, 1, 0, 3).distanceToSpan(2, 0), TOLERANCE);
    assertMessage(
        "expected columns that span 4 dimensions, got 3",
        assertThrows(IllegalArgumentException.class, () -> low.columnSpace(4)));
  }

  @Test
  void isAValue() {
    double[] entries = {1, 2};
    Matrix row = Matrix.of(1, 2, entries);
    entries[0] = 9;
    row.toArray()[1] = 9;
    assertEquals(Matrix.of(1, 2, 1, 2), row);
    assertEquals(Matrix.of(1, 1, 0.0), Matrix.of(1, 1, -0.0));
    assertEquals(Matrix.of(1, 1, 0.0).hashCode(), Matrix.of(1, 1, -0.0).hashCode());
    assertNotEquals(Matrix.of(2, 1, 1, 2), row);
  }

  @Test
  void saysWhichShapesItWanted() {
    assertMessage(
        "a 2 x 2 matrix needs rows * columns entries, got 3",
        assertThrows(IllegalArgumentException.class, () -> Matrix.of(2, 2, 1, 2, 3)));
    assertMessage(
        "a product needs inner sizes that agree, got 2 x 3 times 2 x 3",
        assertThrows(IllegalArgumentException.class, () -> a.times(a)));
    assertMessage(
        "expected two matrices of one shape, got 2 x 3 and 3 x 2",
        assertThrows(IllegalArgumentException.class, () -> a.plus(a.transposed())));
    assertMessage(
        "expected a square matrix, got 2 x 3",
        assertThrows(IllegalArgumentException.class, a::trace));
    assertMessage(
        "expected an exactly symmetric matrix",
        assertThrows(
            IllegalArgumentException.class, () -> SymmetricEigen.of(Matrix.of(2, 2, 1, 2, 3, 4))));
  }

  @Test
  void sparseVectorsKeepWhatIsNotZero() {
    SparseVector vector = SparseVector.of(new double[] {0, 3, 1e-20, -4}, 1e-15);
    assertEquals(2, vector.count());
    assertEquals(5, vector.norm());
    assertEquals(-8, vector.scaled(2).get(3));
    assertEquals(0, vector.get(2));
    assertArrayEquals(new double[] {0, 3, 0, -4}, vector.toArray());
    TreeMap<Integer, Double> entries = new TreeMap<>();
    entries.put(1, 3.0);
    entries.put(3, -4.0);
    assertEquals(vector, SparseVector.of(4, entries));
    assertThrows(IndexOutOfBoundsException.class, () -> SparseVector.of(3, entries));
  }

  private static Matrix.Entry entries(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return (i, j) -> random.nextDouble(-1, 1);
  }

  private static void assertMessage(String message, IllegalArgumentException thrown) {
    assertEquals(message, thrown.getMessage());
  }
}
