package org.slth.ticket.file;

import java.util.BitSet;
import java.util.function.IntConsumer;
import org.slth.ticket.Mask;

/**
 * Packs the bits of a mask: as they are, or as the gaps between those of the rarer kind in Rice's
 * code, whichever is shorter.
 *
 * <pre>
 * gap g with parameter k:   g &gt;&gt; k ones, a zero, then the k low bits of g, the highest first
 * </pre>
 *
 * The first bit of a byte is its highest. If a fraction <i>p</i> of a mask is kept at random, gaps
 * are geometric, for which this is within 3 % of the entropy <i>H(p)</i> a bit from <i>p</i> = 0.02
 * to 0.3: 0.475 bits at 0.1 (<i>H</i> = 0.469), 0.74 at 0.2 (0.722); above about 0.38 the bits as
 * they are win, 1 each (<i>H</i>(0.38) = 0.958).
 *
 * <p>A mask takes at least one byte for every {@value #BITS_PER_BYTE} of its bits, filled up with
 * zeros if need be: so the length of a file bounds what is allocated for it, and masks that keep
 * less than about 0.017 take 1/8 bit each, where less would do.
 *
 * <p>Source: R. F. Rice, "Some practical universal noiseless coding techniques", JPL 79-22, 1979;
 * S. W. Golomb, "Run-length encodings", IEEE Trans. Inf. Theory 12 (1966).
 */
final class MaskCode {

  /** How many bits of a mask a byte may stand for at most. */
  static final int BITS_PER_BYTE = 64;

  private static final int LARGEST_PARAMETER = 24;

  /** Which bits are coded. */
  private enum Coding {
    RAW(0),
    GAPS_OF_KEPT(1),
    GAPS_OF_CUT(2);

    private final int code; // in the file, for ever

    Coding(int code) {
      this.code = code;
    }
  }

  private MaskCode() {}

  /** Writes a mask: what is needed to read it, and then its bits. */
  static void write(Mask mask, FieldWriter fields) {
    int size = mask.size();
    boolean cut = mask.count() > size / 2;
    BitSet marked = new BitSet(size);
    mask.indices().forEach(marked::set);
    if (cut) {
      marked.flip(0, size);
    }
    int parameter = parameter(marked, size);
    long length = length(marked, parameter);
    fields.number(size);
    if (length < size) {
      fields.code((cut ? Coding.GAPS_OF_CUT : Coding.GAPS_OF_KEPT).code);
      fields.code(parameter).number(marked.cardinality());
      BitWriter bits = new BitWriter(Math.max(bytes(length), atLeast(size)));
      gaps(marked, gap -> bits.rice(gap, parameter));
      fields.number(bits.bytes.length).bytes(bits.bytes);
    } else {
      fields.code(Coding.RAW.code);
      BitWriter bits = new BitWriter(bytes(size));
      for (int i = 0; i < size; i++) {
        bits.bit(mask.keeps(i));
      }
      fields.bytes(bits.bytes);
    }
  }

  /** Reads a mask. */
  static Mask read(FieldReader fields) throws TicketFormatException {
    int size = fields.number("a mask", Integer.MAX_VALUE);
    Coding coding = fields.choice("coding of masks", Coding.values(), c -> c.code);
    BitSet kept = coding == Coding.RAW ? raw(size, fields) : rice(size, fields);
    if (coding == Coding.GAPS_OF_CUT) {
      kept.flip(0, size);
    }
    return Mask.of(kept, size);
  }

  private static BitSet raw(int size, FieldReader fields) throws TicketFormatException {
    BitReader bits = new BitReader(fields.bytes(bytes(size)));
    BitSet kept = new BitSet(size);
    for (int i = 0; i < size; i++) {
      kept.set(i, bits.bit());
    }
    return kept;
  }

  private static BitSet rice(int size, FieldReader fields) throws TicketFormatException {
    int parameter = fields.number("a parameter of Rice's code", LARGEST_PARAMETER);
    int count = fields.number("a number of marked bits", size);
    int length = fields.count(1);
    if (length < atLeast(size) || count > 8L * length) {
      throw fields.broken(
          "enough bytes for %d marked bits of %d".formatted(count, size), length + " bytes");
    }
    BitReader bits = new BitReader(fields.bytes(length));
    BitSet marked = new BitSet();
    long next = 0;
    for (int i = 0; i < count; i++) {
      next += bits.rice(parameter);
      if (next >= size || bits.exhausted()) {
        throw fields.broken("%d marked bits of %d".formatted(count, size), "only " + i);
      }
      marked.set((int) next++);
    }
    return marked;
  }

  /** Returns the parameter that is best for geometric gaps of this mean, or its neighbour. */
  private static int parameter(BitSet marked, int size) {
    double mean = (size + 1.0) / (marked.cardinality() + 1.0) - 1;
    int near = Math.max(0, Math.getExponent(Math.max(1, mean * Math.log(2))));
    int best = near;
    for (int k = Math.max(0, near - 1); k <= near + 1; k++) {
      best = length(marked, k) < length(marked, best) ? k : best;
    }
    return Math.min(best, LARGEST_PARAMETER);
  }

  /** Returns how many bits the gaps take. */
  private static long length(BitSet marked, int parameter) {
    long[] length = {(1L + parameter) * marked.cardinality()};
    gaps(marked, gap -> length[0] += gap >> parameter);
    return length[0];
  }

  private static void gaps(BitSet marked, IntConsumer consumer) {
    int next = 0;
    for (int i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i + 1)) {
      consumer.accept(i - next);
      next = i + 1;
    }
  }

  private static int bytes(long bits) {
    return (int) ((bits + 7) / 8);
  }

  private static int atLeast(int size) {
    return (int) ((size + (long) BITS_PER_BYTE - 1) / BITS_PER_BYTE);
  }

  private static final class BitWriter {

    private final byte[] bytes;
    private int next;

    BitWriter(int length) {
      bytes = new byte[length];
    }

    void bit(boolean one) {
      if (one) {
        bytes[next >> 3] |= (byte) (0x80 >> (next & 7));
      }
      next++;
    }

    void rice(int gap, int parameter) {
      for (int i = gap >> parameter; i > 0; i--) {
        bit(true);
      }
      bit(false);
      for (int i = parameter - 1; i >= 0; i--) {
        bit((gap >> i & 1) == 1);
      }
    }
  }

  private static final class BitReader {

    private final byte[] bytes;
    private long next;

    BitReader(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Returns the next bit, 0 for ever behind the end. */
    boolean bit() {
      long at = next++;
      return at < 8L * bytes.length && (bytes[(int) (at >> 3)] & 0x80 >> (at & 7)) != 0;
    }

    boolean exhausted() {
      return next > 8L * bytes.length;
    }

    long rice(int parameter) {
      long gap = 0;
      while (bit()) {
        gap++;
      }
      for (int i = 0; i < parameter; i++) {
        gap = gap << 1 | (bit() ? 1 : 0);
      }
      return gap;
    }
  }
}
