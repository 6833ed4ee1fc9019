package org.slth.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WeightLawTest {

  private static final int DRAWS = 1 << 16;

  @ParameterizedTest
  @EnumSource
  void hasMeanZeroAndTheVarianceAskedFor(WeightLaw law) {
    SourceDraw stream = SourceDraw.of(11);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double weight = law.draw(stream, i, 0.25);
      sum += weight;
      squares += weight * weight;
    }
    // five standard errors; the square of a normal number has the largest spread, √2 times its mean
    assertEquals(0, sum / DRAWS, 5 * 0.5 / Math.sqrt(DRAWS));
    assertEquals(0.25, squares / DRAWS, 5 * 0.25 * Math.sqrt(2.0 / DRAWS));
  }

  @Test
  void signedConstantsHaveOneMagnitude() {
    for (int i = 0; i < 100; i++) {
      assertEquals(0.5f, Math.abs(WeightLaw.SIGNED_CONSTANT.draw(SourceDraw.of(3), i, 0.25)));
    }
  }

  /** Bit for bit, so that it does not matter how a ticket is rebuilt. */
  @ParameterizedTest
  @EnumSource
  void weightsInARowAreThoseOneByOne(WeightLaw law) {
    SourceDraw stream = SourceDraw.of(6);
    float[] weights = new float[DRAWS];
    law.draw(stream, 1000, 2.0 / 784, weights);
    for (int i = 0; i < DRAWS; i++) {
      assertEquals(law.draw(stream, 1000 + i, 2.0 / 784), weights[i]);
    }
  }

  /** Were one of these to change, no ticket of an earlier release could be rebuilt. */
  @Test
  void firstValuesAreThoseOfEveryRelease() {
    assertArrayEquals(
        new float[] {-1.4142135f, 1.4142135f, -1.4142135f, -1.4142135f},
        first(WeightLaw.SIGNED_CONSTANT));
    assertArrayEquals(
        new float[] {3.1309855f, -0.23106582f, 1.6468153f, 0.24126264f}, first(WeightLaw.NORMAL));
    assertArrayEquals(
        new float[] {-0.76770973f, 2.232694f, -0.06687326f, -2.119505f}, first(WeightLaw.UNIFORM));
  }

  /** Many enough for what normal numbers seldom need: wedges and tails of the ziggurat. */
  @ParameterizedTest
  @CsvSource({"SIGNED_CONSTANT, 1393557505", "NORMAL, -1025350033", "UNIFORM, 1109362632"})
  void manyValuesAreThoseOfEveryRelease(WeightLaw law, int hash) {
    float[] weights = new float[DRAWS];
    law.draw(SourceDraw.of(7), 0, 2, weights);
    assertEquals(hash, Arrays.hashCode(weights));
  }

  private static float[] first(WeightLaw law) {
    float[] values = new float[4];
    for (int i = 0; i < values.length; i++) {
      values[i] = law.draw(SourceDraw.of(42), i, 2);
    }
    return values;
  }
}
