package org.slth.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

  @Test
  void keepsTheHighestScores() {
    Mask mask = Mask.ofHighest(new double[] {0.5, 2, -1, 2, 0}, 3);
    assertEquals("[0, 1, 3]", mask.indices().boxed().toList().toString());
    assertTrue(mask.keeps(3));
    assertFalse(mask.keeps(4));
    assertEquals(3, mask.count());
  }

  @Test
  void isWrittenAsShortText() {
    assertEquals("12:_w8", Mask.all(12).toString());
    assertEquals("1000000:", Mask.none(1_000_000).toString());
    assertEquals("0:", Mask.none(0).toString());
  }

  @Test
  void equalMasksHaveEqualSizeAndChoice() {
    assertEquals(Mask.all(3), Mask.ofHighest(new double[3], 3));
    assertEquals(Mask.all(3).hashCode(), Mask.ofHighest(new double[3], 3).hashCode());
    assertNotEquals(Mask.none(3), Mask.none(4));
    assertNotEquals(Mask.none(3), Mask.all(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 128, 200, 1000})
  void findsTheNextIndexThatIsKept(int size) {
    BitSet kept = new BitSet();
    new SplittableRandom(size).ints(size / 16, 0, Math.max(1, size)).forEach(kept::set);
    Mask mask = Mask.of(kept, size);
    for (int i = 0; i <= size; i++) {
      int next = kept.nextSetBit(i);
      assertEquals(next < 0 ? size : next, mask.next(i), "from " + i);
    }
    assertEquals(size, Mask.none(size).next(0));
  }

  @Test
  void intersects() {
    Mask mask = Mask.ofHighest(new double[] {1, 0, 1}, 2);
    assertEquals(mask, mask.and(Mask.all(3)));
    assertEquals(Mask.none(3), mask.and(Mask.none(3)));
    fails("masks of one size can be combined, got sizes 3 and 4", () -> mask.and(Mask.all(4)));
  }

  /** Over the ends of words, and over the zeros that a mask does not store. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 37, 64, 100, 190})
  void setsNumbersToZeroThatAreNotKept(int first) {
    BitSet bits = BitSet.valueOf(new long[] {0x123456789abcdef5L, -1, 0x0fedcba987654321L});
    Mask mask = Mask.of(bits, 300);
    float[] numbers = new float[300 - first];
    Arrays.fill(numbers, -3);
    mask.apply(numbers, first);
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(mask.keeps(first + i) ? -3f : 0f, numbers[i], "number " + i);
    }
    assertThrows(IndexOutOfBoundsException.class, () -> mask.apply(new float[2], 299));
  }

  @Test
  void isCutOffFromTheBitsItWasMadeOf() {
    BitSet bits = BitSet.valueOf(new long[] {5});
    Mask mask = Mask.of(bits, 3);
    bits.set(1);
    assertEquals(2, mask.count());
  }

  @Test
  void saysWhatIsWrong() {
    BitSet bits = BitSet.valueOf(new long[] {8});
    fails("a mask of size 3 keeps indices from 0 to 2, got index 3", () -> Mask.of(bits, 3));
    fails("the size of a mask is at least 0, got -1", () -> Mask.none(-1));
    fails("the number to keep lies between 0 and 2, got 3", () -> Mask.ofHighest(new double[2], 3));
    fails(
        "scores are finite, got NaN at index 1",
        () -> Mask.ofHighest(new double[] {0, Double.NaN}, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> Mask.all(3).keeps(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "x:", "-1:", "3:_w8", "3:?"})
  void refusesOtherText(String text) {
    fails(
        "a mask is written size:bits with the bits in URL-safe Base64, such as 12:_w8, got '"
            + text
            + "'",
        () -> Mask.parse(text));
  }

  private static void fails(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }
}
