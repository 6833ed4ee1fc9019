package org.slth.ticket.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes numbers and texts one after the other. A number from 0 up takes 7 bits a byte, lowest
 * first, the top bit of each telling whether more follow; everything of fixed length has its
 * highest byte first.
 */
final class FieldWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Writes a number from 0 up. */
  FieldWriter number(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("expected a number from 0 up, got " + value);
    }
    long rest = value;
    for (; rest >= 0x80; rest >>>= 7) {
      bytes.write((int) (rest & 0x7f) | 0x80);
    }
    bytes.write((int) rest);
    return this;
  }

  /** Writes one of a few choices, a byte. */
  FieldWriter code(int code) {
    bytes.write(code);
    return this;
  }

  FieldWriter flag(boolean value) {
    return code(value ? 1 : 0);
  }

  FieldWriter int64(long value) {
    return bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  FieldWriter float32(float value) {
    return bytes(ByteBuffer.allocate(Float.BYTES).putFloat(value).array());
  }

  FieldWriter float64(double value) {
    return bytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
  }

  /** Writes how many bytes of UTF-8, and these. */
  FieldWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return number(utf8.length).bytes(utf8);
  }

  FieldWriter bytes(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
