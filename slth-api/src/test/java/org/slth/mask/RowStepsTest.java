package org.slth.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.testkit.ArrayWeights;

/** Rows against the same numbers one by one, bit for bit. */
class RowStepsTest {

  private static ArrayWeights random(int size) {
    var random = new SplittableRandom(size);
    ArrayWeights weights = Twins.drawFloats(size, 1);
    for (int i = 0; i < size; i++) {
      weights.setScore(i, Math.scalb(random.nextGaussian(), random.nextInt(-140, 120)));
      weights.setGradient(i, Math.scalb(random.nextGaussian(), random.nextInt(-140, 120)));
    }
    weights.setScore(0, -Float.MIN_VALUE);
    weights.setScore(size / 2, 0);
    return weights;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 1023, 1024, 1500, 4096})
  void straightThroughIsTheProductByTheSign(int size) {
    ArrayWeights rows = random(size);
    ArrayWeights single = rows.copy();
    assertTrue(rows.rows().isPresent());
    Scores.straightThrough(rows);
    for (int i = 0; i < size; i++) {
      double sign = single.score(i) < 0 ? -1 : 1;
      single.setGradient(i, single.gradient(i) * single.weight(i) * sign);
      assertEquals(single.gradient(i), rows.gradient(i), "weight " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 1023, 1024, 1500, 4096})
  void theStepIsSubtracted(int size) {
    ArrayWeights rows = random(size);
    ArrayWeights single = rows.copy();
    Scores.subtractStep(rows);
    for (int i = 0; i < size; i++) {
      single.setScore(i, single.score(i) - single.gradient(i));
      assertEquals(single.score(i), rows.score(i), "weight " + i);
    }
  }
}
