package org.slth.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;
import org.slth.tensor.DiagramBasis;

/** The controls: for each law maps that break it, and are told so. */
class DiagramLawsTest {

  private static final int NODES = 3;

  private final List<Matrix> maps = DiagramBasis.of(2, 2).matrices(NODES);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aBasisKeepsThem(int inputOrder) {
    for (int outputOrder = 0; outputOrder <= 3; outputOrder++) {
      for (int nodes = 1; nodes <= 4; nodes++) {
        DiagramLaws.check(DiagramBasis.of(inputOrder, outputOrder), nodes);
      }
    }
  }

  @Test
  void aMapMustNotBeMissing() {
    assertBroken("there are 15 maps, got 14", maps.subList(0, 14));
    assertBroken("map 3 is 9 x 9, got 3 x 3", replaced(3, Matrix.identity(3)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
  void oneBrokenEntryIsFound(int index) {
    Matrix map = maps.get(index);
    for (int place = 0; place < 81; place += 5) {
      double[] entries = map.toArray();
      entries[place] += 1e-11;
      assertBroken(
          "map " + index + " commutes with the permutation",
          replaced(index, Matrix.of(9, 9, entries)));
    }
  }

  @Test
  void contractionsAreMeans() {
    assertBroken(
        "map 14 takes ones to zeros and ones", replaced(14, maps.get(14).scaled(NODES * NODES)));
  }

  @Test
  void theFirstMapsMakeTheBiases() {
    List<Matrix> swapped = new ArrayList<>(maps);
    Collections.swap(swapped, 0, 1);
    assertBroken("map 0 takes ones to the bias [0 0]", swapped);
  }

  @Test
  void theIdentityIsOneOfThem() {
    int identity = DiagramBasis.of(2, 2).identity();
    assertBroken("one map is the identity", replaced(identity, maps.get(14)));
  }

  @Test
  void theMapsAreIndependent() {
    assertBroken("linearly independent", replaced(5, maps.get(6)));
  }

  private List<Matrix> replaced(int index, Matrix map) {
    List<Matrix> replaced = new ArrayList<>(maps);
    replaced.set(index, map);
    return replaced;
  }

  private static void assertBroken(String law, List<Matrix> maps) {
    String message =
        assertThrows(AssertionError.class, () -> DiagramLaws.check(2, 2, NODES, maps)).getMessage();
    assertTrue(message.contains(law), message);
  }
}
