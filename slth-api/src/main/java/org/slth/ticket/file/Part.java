package org.slth.ticket.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The parts of a file, in this order. In the file a part is
 *
 * <pre>
 * number (1 byte) | 0: stored, 1: deflated (1 byte) | length there | length inflated | the bytes
 * </pre>
 *
 * with lengths as {@link FieldWriter} writes numbers. It is deflated if that makes it shorter, but
 * never to less than a {@value #LARGEST_RATIO}th, so that a short file cannot fill the memory.
 *
 * <p>The network is deflated with a preset dictionary, the resource {@code network.dictionary}:
 * configurations of common layers as DL4J writes them. It belongs to the version of the format, and
 * saves about 1 kB.
 */
enum Part {
  NETWORK(1, true),
  TICKET(2, true),
  MASKS(3, false), // packed already, and each of its bytes may stand for many bits
  PARAMETERS(4, true),
  PROVENANCE(5, true);

  private static final int LARGEST_RATIO = 128;
  private static final String DICTIONARY = "network.dictionary";

  private final int code; // in the file, for ever
  private final boolean deflated;

  Part(int code, boolean deflated) {
    this.code = code;
    this.deflated = deflated;
  }

  /** Returns the name that messages use. */
  String title() {
    return "part " + code + " (" + name().toLowerCase(Locale.ROOT) + ")";
  }

  void write(byte[] contents, FieldWriter file) {
    byte[] small = deflated ? deflate(contents) : contents;
    boolean pays = small.length < contents.length && isFair(small.length, contents.length);
    byte[] written = pays ? small : contents;
    file.code(code).flag(pays).number(written.length).number(contents.length).bytes(written);
  }

  /** Reads this part, which has to come next. */
  byte[] read(FieldReader file) throws TicketFormatException {
    file.choice("part, " + title() + " here", new Part[] {this}, part -> part.code);
    boolean small = file.flag();
    int length = file.count(1);
    int inflated = file.number("a length of " + title(), Integer.MAX_VALUE - 64);
    if (small ? !deflated || !isFair(length, inflated) : inflated != length) {
      throw file.broken("a possible length of " + title() + " inflated", inflated);
    }
    byte[] written = file.bytes(length);
    return small ? inflate(written, inflated) : written;
  }

  private static boolean isFair(int deflated, int inflated) {
    return inflated <= (long) LARGEST_RATIO * deflated;
  }

  private byte[] dictionary() {
    if (this != NETWORK) {
      return new byte[0];
    }
    try (InputStream in = Part.class.getResourceAsStream(DICTIONARY)) {
      return Objects.requireNonNull(in, DICTIONARY).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the jar of slth-api is damaged", e);
    }
  }

  private byte[] deflate(byte[] contents) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(dictionary());
      deflater.setInput(contents);
      deflater.finish();
      byte[] small = new byte[contents.length + 64];
      int length = deflater.deflate(small);
      return deflater.finished() ? Arrays.copyOf(small, length) : contents;
    } finally {
      deflater.end();
    }
  }

  private byte[] inflate(byte[] written, int length) throws TicketFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(dictionary());
      inflater.setInput(written);
      byte[] contents = new byte[length];
      int inflated = inflater.inflate(contents);
      boolean all = inflated == length && inflater.inflate(new byte[1]) == 0;
      if (!all || !inflater.finished() || inflater.getRemaining() > 0) {
        throw new TicketFormatException(
            "%s: expected deflated data of %d bytes, got another length"
                .formatted(title(), length));
      }
      return contents;
    } catch (DataFormatException e) {
      throw new TicketFormatException(title() + ": expected deflated data, got none", e);
    } finally {
      inflater.end();
    }
  }
}
