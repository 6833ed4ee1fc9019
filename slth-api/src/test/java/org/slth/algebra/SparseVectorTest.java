package org.slth.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SparseVectorTest {

  @Test
  void isMadeOfPlacesThatAscend() {
    int[] places = {1, 3};
    SparseVector vector = SparseVector.of(4, places, new double[] {5, -2});
    places[0] = 2; // was copied
    assertArrayEquals(new double[] {0, 5, 0, -2}, vector.toArray());
    TreeMap<Integer, Double> entries = new TreeMap<>();
    entries.put(3, -2.0);
    entries.put(1, 5.0);
    assertEquals(SparseVector.of(4, entries), vector);
  }

  @Test
  void refusesPlacesThatDoNot() {
    for (int[] wrong : new int[][] {{1, 1}, {3, 1}, {1, 4}, {-1, 2}, {1}}) {
      assertThrows(
          IllegalArgumentException.class, () -> SparseVector.of(4, wrong, new double[] {5, -2}));
    }
  }
}
