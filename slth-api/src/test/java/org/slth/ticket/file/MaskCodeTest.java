package org.slth.ticket.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.ticket.Mask;

class MaskCodeTest {

  private static final int SIZE = 100_000;

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "1, 1", "7, 1", "8, 0.5", "9, 0.5", "1000, 0", "1000, 1"})
  @CsvSource({"4097, 0.001", "4097, 0.02", "4097, 0.1", "4097, 0.4", "4097, 0.9", "4097, 0.999"})
  void readsWhatItWrote(int size, double density) throws Exception {
    Mask mask = random(size, density);
    FieldReader fields = new FieldReader("masks", written(mask));
    assertEquals(mask, MaskCode.read(fields));
    fields.end();
  }

  /** The Javadoc's claim. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.05, 0.1, 0.2, 0.3, 0.7, 0.9, 0.98})
  void comesNearTheEntropy(double density) {
    double bits = 8.0 * written(random(SIZE, density)).length / SIZE;
    double entropy = -(xlog2x(density) + xlog2x(1 - density));
    assertTrue(bits < 1.035 * entropy, () -> bits + " bits, entropy " + entropy);
    assertTrue(bits > 0.97 * entropy, () -> bits + " bits, entropy " + entropy);
  }

  private static double xlog2x(double x) {
    return x * Math.log(x) / Math.log(2);
  }

  @Test
  void takesOneBitWhereHalfIsKept() {
    assertEquals(SIZE / 8 + 4, written(random(SIZE, 0.5)).length);
  }

  @Test
  void aSparseMaskIsLongEnoughToWarrantItsMemory() throws Exception {
    byte[] written = written(Mask.none(SIZE));
    assertEquals(SIZE / 64 + 1, written.length, 12);
    byte[] tooLarge =
        new FieldWriter()
            .number(SIZE)
            .code(1)
            .code(0)
            .number(0)
            .number(9)
            .bytes(new byte[9])
            .toByteArray();
    String message =
        assertThrows(
                TicketFormatException.class,
                () -> MaskCode.read(new FieldReader("masks", tooLarge)))
            .getMessage();
    assertEquals(
        "masks, byte 7: expected enough bytes for 0 marked bits of 100000, got 9 bytes", message);
  }

  @Test
  void aGapThatLeavesTheMaskIsNamed() {
    byte[] ones = {(byte) 0xff, (byte) 0xff};
    byte[] file =
        new FieldWriter().number(12).code(1).code(0).number(3).number(2).bytes(ones).toByteArray();
    String message =
        assertThrows(
                TicketFormatException.class, () -> MaskCode.read(new FieldReader("masks", file)))
            .getMessage();
    assertEquals("masks, byte 7: expected 3 marked bits of 12, got only 0", message);
  }

  private static byte[] written(Mask mask) {
    FieldWriter fields = new FieldWriter();
    MaskCode.write(mask, fields);
    return fields.toByteArray();
  }

  private static Mask random(int size, double density) {
    SplittableRandom random = new SplittableRandom(7);
    BitSet kept = new BitSet();
    for (int i = 0; i < size; i++) {
      kept.set(i, random.nextDouble() < density);
    }
    return Mask.of(kept, size);
  }
}
