package org.slth.ticket.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

/**
 * Reads what {@link FieldWriter} wrote. Whatever is declared is compared with the bytes that are
 * left before anything of its size is allocated.
 */
final class FieldReader {

  private final String part; // for messages
  private final ByteBuffer bytes;

  FieldReader(String part, byte[] bytes) {
    this.part = part;
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /** Reads a number from 0 up. */
  long number() throws TicketFormatException {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte next = require(1).get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw broken("a number of at most 63 bits", "a longer one");
  }

  /** Reads a number from 0 up to a bound, both included. */
  int number(String what, int largest) throws TicketFormatException {
    long value = number();
    if (value > largest) {
      throw broken(what + " of at most " + largest, value);
    }
    return (int) value;
  }

  /** Reads how many things follow, each of at least so many bytes. */
  int count(int bytesEach) throws TicketFormatException {
    long count = number();
    if (count > bytes.remaining() / bytesEach) {
      throw broken(
          "no more things of %d bytes than fit in %d".formatted(bytesEach, bytes.remaining()),
          count);
    }
    return (int) count;
  }

  /** Reads one of a few choices. */
  <T> T choice(String what, T[] choices, ToIntFunction<T> code) throws TicketFormatException {
    int found = require(1).get() & 0xff;
    for (T choice : choices) {
      if (code.applyAsInt(choice) == found) {
        return choice;
      }
    }
    throw broken("a known " + what, "number " + found);
  }

  boolean flag() throws TicketFormatException {
    return choice("flag", new Boolean[] {false, true}, flag -> flag ? 1 : 0);
  }

  long int64() throws TicketFormatException {
    return require(Long.BYTES).getLong();
  }

  float float32() throws TicketFormatException {
    return require(Float.BYTES).getFloat();
  }

  double float64() throws TicketFormatException {
    return require(Double.BYTES).getDouble();
  }

  String text() throws TicketFormatException {
    byte[] utf8 = bytes(count(1));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new TicketFormatException(part + ": expected a text in UTF-8", e);
    }
  }

  byte[] bytes(int count) throws TicketFormatException {
    require(count);
    byte[] read = new byte[count];
    bytes.get(read);
    return read;
  }

  /** Checks that all has been read. */
  void end() throws TicketFormatException {
    if (bytes.hasRemaining()) {
      throw broken("nothing more", bytes.remaining() + " bytes");
    }
  }

  TicketFormatException broken(String expected, Object got) {
    return new TicketFormatException(
        "%s, byte %d: expected %s, got %s".formatted(part, bytes.position(), expected, got));
  }

  private ByteBuffer require(int count) throws TicketFormatException {
    if (bytes.remaining() < count) {
      throw broken(count + " more bytes", bytes.remaining());
    }
    return bytes;
  }
}
