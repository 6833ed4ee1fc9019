package org.slth.ticket.file;

import java.util.BitSet;
import org.slth.ticket.Mask;

/**
 * Packs the bits of a mask: as they are, or by an {@linkplain BitCoder arithmetic code} for bits of
 * which a fraction <i>p</i> is set, whichever is shorter. That takes the entropy
 *
 * <pre>
 * H(p) = -p log2(p) - (1 - p) log2(1 - p)
 * </pre>
 *
 * a bit, and five bytes: 0.469 bits at 0.1 or 0.9, 0.722 at 0.2 or 0.8, 1 at 0.5. Nothing can be
 * shorter where weights are kept at random, as far as the code knows.
 *
 * <p>A mask takes at least one byte for every {@value #BITS_PER_BYTE} of its bits, filled up with
 * zeros if need be: so the length of a file bounds what is allocated for it, and masks that keep
 * less than about 0.017 take 1/8 bit each, where less would do.
 */
final class MaskCode {

  /** How many bits of a mask a byte may stand for at most. */
  static final int BITS_PER_BYTE = 64;

  /** How the bits are written. */
  private enum Coding {
    RAW(0),
    ARITHMETIC(1);

    private final int code; // in the file, for ever

    Coding(int code) {
      this.code = code;
    }
  }

  private MaskCode() {}

  /** Writes a mask: what is needed to read it, and then its bits. */
  static void write(Mask mask, FieldWriter fields) {
    int size = mask.size();
    fields.number(size);
    byte[] coded = coded(mask);
    if (coded.length < bytes(size)) {
      fields.code(Coding.ARITHMETIC.code).number(mask.count());
      fields.number(coded.length).bytes(coded);
    } else {
      fields.code(Coding.RAW.code).bytes(raw(mask));
    }
  }

  /** Reads a mask. */
  static Mask read(FieldReader fields) throws TicketFormatException {
    int size = fields.number("a mask", Integer.MAX_VALUE);
    Coding coding = fields.choice("coding of masks", Coding.values(), c -> c.code);
    BitSet kept = coding == Coding.RAW ? raw(size, fields) : coded(size, fields);
    return Mask.of(kept, size);
  }

  /** The first bit of a byte is its highest. */
  private static byte[] raw(Mask mask) {
    byte[] bytes = new byte[bytes(mask.size())];
    mask.indices().forEach(i -> bytes[i >> 3] |= (byte) (0x80 >> (i & 7)));
    return bytes;
  }

  private static BitSet raw(int size, FieldReader fields) throws TicketFormatException {
    byte[] bytes = fields.bytes(bytes(size));
    BitSet kept = new BitSet(size);
    for (int i = 0; i < size; i++) {
      kept.set(i, (bytes[i >> 3] & 0x80 >> (i & 7)) != 0);
    }
    return kept;
  }

  private static byte[] coded(Mask mask) {
    int size = mask.size();
    BitCoder coder = new BitCoder(mask.count(), size);
    for (int i = 0; i < size; i++) {
      coder.write(mask.keeps(i));
    }
    return coder.finish(bytes(size, BITS_PER_BYTE));
  }

  private static BitSet coded(int size, FieldReader fields) throws TicketFormatException {
    int count = fields.number("a number of kept bits", size);
    int length = fields.count(1);
    if (length < bytes(size, BITS_PER_BYTE)) {
      throw fields.broken(
          "at least a byte for %d of %d bits".formatted(BITS_PER_BYTE, size), length);
    }
    BitDecoder decoder = new BitDecoder(count, size, fields.bytes(length));
    BitSet kept = new BitSet(size);
    for (int i = 0; i < size; i++) {
      kept.set(i, decoder.read());
    }
    if (kept.cardinality() != count) {
      throw fields.broken("%d kept bits of %d".formatted(count, size), kept.cardinality());
    }
    return kept;
  }

  private static int bytes(int bits) {
    return bytes(bits, Byte.SIZE);
  }

  private static int bytes(int bits, int each) {
    return (int) ((bits + (long) each - 1) / each);
  }
}
