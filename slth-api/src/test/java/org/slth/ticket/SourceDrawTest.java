package org.slth.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDrawTest {

  private static final int DRAWS = 1 << 16;

  /** The raw bits are SplitMix64's, whose state a SplittableRandom starts at its seed. */
  @Test
  void drawsAreThoseOfSplitMix64() {
    long key = new SplittableRandom(5).nextLong(); // mix(5 + GAMMA)
    SplittableRandom peer = new SplittableRandom(key);
    SourceDraw draw = SourceDraw.of(5);
    for (int i = 0; i < 1000; i++) {
      double expected = (peer.nextLong() >>> 40) * 0x1p-23 - 1 + 0x1p-24;
      assertEquals(expected, draw.uniform(i), "draw " + i);
    }
  }

  @Test
  void momentsAreThoseOfTheUniformLaw() {
    SourceDraw draw = SourceDraw.of(1).stream(7);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      float x = draw.uniform(i);
      assertTrue(x > -1 && x < 1 && x != 0, () -> "out of (-1, 1) without 0: " + x);
      sum += x;
      squares += x * (double) x;
    }
    assertEquals(0, sum / DRAWS, 5 / Math.sqrt(3.0 * DRAWS));
    assertEquals(1 / 3.0, squares / DRAWS, 5 * 0.3 / Math.sqrt(DRAWS));
  }

  @Test
  void streamsOfDifferentPathsDiffer() {
    SourceDraw root = SourceDraw.of(1);
    assertNotEquals(root.stream(0).uniform(0), root.stream(1).uniform(0));
    assertNotEquals(root.stream(0).stream(1).uniform(0), root.stream(1).stream(0).uniform(0));
    assertNotEquals(root.uniform(0), SourceDraw.of(2).uniform(0));
  }

  @Test
  void theSamePathDrawsTheSameNumbers() {
    assertEquals(
        SourceDraw.of(3).stream(1).stream(4).uniform(9),
        SourceDraw.of(3).stream(1).stream(4).uniform(9));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 5", "511, 0", "512, 3", "513, 4294967296", "1500, 77"})
  void numbersInARowAreThoseOneByOne(int count, long first) {
    SourceDraw draw = SourceDraw.of(9);
    float[] numbers = new float[count];
    draw.uniform(first, numbers);
    for (int i = 0; i < count; i++) {
      assertEquals(draw.uniform(first + i), numbers[i]);
    }
  }
}
