package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeFeaturesTest {

  private static final float[] VALUES = {0, 2, -3, 0, 0, 0, 1, 0, 4};
  private static final NodeFeatures FEATURES = NodeFeatures.of(3, 3, VALUES);

  @Test
  void keepsWhatIsNotZero() {
    assertEquals(4, FEATURES.entries());
    for (int i = 0; i < VALUES.length; i++) {
      assertEquals(VALUES[i], FEATURES.value(i / 3, i % 3));
    }
  }

  @Test
  void oneHotAndIndicatorAreTheSameMatrix() {
    NodeFeatures oneHot = NodeFeatures.oneHot(new int[] {2, 0}, 3);
    assertEquals(NodeFeatures.of(2, 3, new float[] {0, 0, 1, 1, 0, 0}), oneHot);
    assertEquals(NodeFeatures.indicator(3, List.of(new int[] {2}, new int[] {0})), oneHot);
    assertNotEquals(NodeFeatures.indicator(3, List.of(new int[] {1}, new int[] {0})), oneHot);
  }

  @Test
  void joinsColumnByColumn() {
    NodeFeatures joined = FEATURES.beside(NodeFeatures.of(3, 1, new float[] {7, 0, 8}));
    assertEquals(NodeFeatures.of(3, 4, new float[] {0, 2, -3, 7, 0, 0, 0, 0, 1, 0, 4, 8}), joined);
    assertEquals(FEATURES, FEATURES.beside(NodeFeatures.none(3)));
    assertEquals(FEATURES, NodeFeatures.none(3).beside(FEATURES));
  }

  @Test
  void rowsAreDividedByTheirSumsUnlessZero() {
    float[] expected = {0, 0.4f, -0.6f, 0, 0, 0, 0.2f, 0, 0.8f};
    assertEquals(NodeFeatures.of(3, 3, expected), FEATURES.normalizedRows());
  }

  @Test
  void permutingMovesRows() {
    NodeFeatures moved = FEATURES.permuted(new int[] {2, 0, 1});
    assertEquals(NodeFeatures.of(3, 3, new float[] {0, 0, 0, 1, 0, 4, 0, 2, -3}), moved);
  }

  @Test
  void writesWithAStride() {
    float[] target = new float[12];
    NodeFeatures.of(2, 2, new float[] {1, 2, 0, 3}).write(target, 1, 6);
    assertArrayEquals(new float[] {0, 1, 2, 0, 0, 0, 0, 0, 3, 0, 0, 0}, target);
  }

  @Test
  void mistakesAreNamed() {
    assertEquals(
        "expected 2 x 2 values, got 3",
        assertThrows(
                IllegalArgumentException.class, () -> NodeFeatures.of(2, 2, new float[] {1, 2, 3}))
            .getMessage());
    assertEquals(
        "expected finite values, got NaN in row 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> NodeFeatures.of(2, 1, new float[] {1, Float.NaN}))
            .getMessage());
    assertEquals(
        "expected ascending columns below 4 in row 0, got [1, 1]",
        assertThrows(
                IllegalArgumentException.class,
                () -> NodeFeatures.indicator(4, List.of(new int[] {1, 1})))
            .getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> FEATURES.value(3, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> FEATURES.value(0, 3));
  }
}
