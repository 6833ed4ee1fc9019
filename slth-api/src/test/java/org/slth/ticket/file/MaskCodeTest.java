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
    Mask mask = random(SIZE, density);
    double bits = 8.0 * written(mask).length / SIZE;
    double kept = mask.count() / (double) SIZE;
    double entropy = -(xlog2x(kept) + xlog2x(1 - kept)) + 16 * 8.0 / SIZE; // numbers in front
    assertTrue(bits < 1.001 * entropy, () -> bits + " bits, entropy " + entropy);
    assertTrue(bits > 0.99 * entropy, () -> bits + " bits, entropy " + entropy);
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
    FieldWriter fields = new FieldWriter().number(SIZE).code(1).number(0).number(9);
    assertEquals(
        "masks, byte 6: expected at least a byte for 64 of 100000 bits, got 9",
        refusal(fields.bytes(new byte[9])));
  }

  @Test
  void anotherNumberOfKeptBitsIsNamed() {
    FieldWriter fields = new FieldWriter().number(12).code(1).number(3).number(2);
    assertEquals(
        "masks, byte 6: expected 3 kept bits of 12, got 12", refusal(fields.bytes(new byte[2])));
  }

  /** A carry has to go through bytes of 255. */
  @Test
  void carriesGoThroughAsManyBytesAsTheyMust() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 2000; trial++) {
      int size = 1 + random.nextInt(300);
      double density = random.nextDouble();
      boolean[] bits = new boolean[size];
      int set = random.nextInt(size + 1); // not what is there: the code need not be short
      BitCoder coder = new BitCoder(set, size);
      for (int i = 0; i < size; i++) {
        bits[i] = random.nextDouble() < density;
        coder.write(bits[i]);
      }
      BitDecoder decoder = new BitDecoder(set, size, coder.finish(0));
      for (int i = 0; i < size; i++) {
        assertEquals(bits[i], decoder.read(), "bit %d of trial %d".formatted(i, trial));
      }
    }
  }

  private static String refusal(FieldWriter fields) {
    byte[] bytes = fields.toByteArray();
    return assertThrows(
            TicketFormatException.class, () -> MaskCode.read(new FieldReader("masks", bytes)))
        .getMessage();
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
