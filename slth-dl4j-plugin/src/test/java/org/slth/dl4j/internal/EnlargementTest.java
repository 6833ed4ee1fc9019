package org.slth.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;

class EnlargementTest {

  @Test
  void copiesTheNearestPixel() {
    assertEquals(Matrix.of(4, 2, 1, 0, 1, 0, 0, 1, 0, 1), new Enlargement(2, false).matrix(2));
  }

  @Test
  void interpolatesBetweenCentres() {
    assertEquals(
        Matrix.of(4, 2, 1, 0, 0.75, 0.25, 0.25, 0.75, 0, 1), new Enlargement(2, true).matrix(2));
  }

  /** A slow twin: the value at a new centre of the broken line through the old ones. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7})
  void interpolatesAsTheBrokenLineDoes(int factor) {
    for (int length = 1; length <= 6; length++) {
      Matrix matrix = new Enlargement(factor, true).matrix(length);
      for (int i = 0; i < factor * length; i++) {
        double centre = Math.min(Math.max((i + 0.5) / factor - 0.5, 0), length - 1);
        for (int j = 0; j < length; j++) {
          assertEquals(Math.max(0, 1 - Math.abs(centre - j)), matrix.get(i, j), 1e-12);
        }
      }
    }
  }

  /** Exactly: what is mirrored is enlarged to what is mirrored. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isTheSameFromBothEnds(boolean linear) {
    for (int factor = 1; factor <= 7; factor++) {
      for (int length = 1; length <= 6; length++) {
        Matrix matrix = new Enlargement(factor, linear).matrix(length);
        for (int i = 0; i < matrix.rows(); i++) {
          for (int j = 0; j < length; j++) {
            assertEquals(matrix.get(i, j), matrix.get(matrix.rows() - 1 - i, length - 1 - j), 0.0);
          }
        }
      }
    }
  }
}
