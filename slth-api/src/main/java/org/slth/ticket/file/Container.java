package org.slth.ticket.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The outside of a ticket file: the mark, the version, the length of the parts, the parts, and the
 * SHA-256 of all bytes before it.
 */
final class Container {

  /** The version written here, and the only one there is. */
  static final int VERSION = 1;

  /** As in PNG: a byte above 127, a name, line ends of both kinds and an end of file. */
  private static final byte[] MARK = {(byte) 0x89, 'S', 'L', 'T', '\r', '\n', 0x1a, '\n'};

  private static final int HEAD = MARK.length + Short.BYTES + Long.BYTES;
  private static final int CHECKSUM = 32;

  private Container() {}

  /** Returns a file with these parts. */
  static byte[] seal(byte[] parts) {
    ByteBuffer file = ByteBuffer.allocate(Math.addExact(HEAD + CHECKSUM, parts.length));
    file.put(MARK).putShort((short) VERSION).putLong(parts.length).put(parts);
    MessageDigest digest = sha256();
    digest.update(file.array(), 0, file.position());
    return file.put(digest.digest()).array();
  }

  /** Checks the outside and returns the parts. */
  static FieldReader open(InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    if (head.length < HEAD || !Arrays.equals(head, 0, MARK.length, MARK, 0, MARK.length)) {
      throw new TicketFormatException(
          "expected a file that begins with \\x89SLT; one that was sent as text is spoilt");
    }
    ByteBuffer numbers = ByteBuffer.wrap(head).position(MARK.length);
    int version = numbers.getShort() & 0xffff;
    if (version != VERSION) {
      throw new TicketFormatException(
          "expected version %d, got %d; read it with the SLTH that wrote it, or a newer one"
              .formatted(VERSION, version));
    }
    return new FieldReader("parts", parts(in, head, numbers.getLong()));
  }

  /** What is read grows with what there is, whatever length is declared. */
  private static byte[] parts(InputStream in, byte[] head, long length) throws IOException {
    if (length < 0 || length > Integer.MAX_VALUE - HEAD - CHECKSUM) {
      throw new TicketFormatException("expected less than 2 GB, got a length of " + length);
    }
    byte[] rest = in.readNBytes((int) length + CHECKSUM);
    if (rest.length < length + CHECKSUM || in.read() >= 0) {
      throw new TicketFormatException(
          "expected %d bytes, got %s; copy it again"
              .formatted(
                  HEAD + length + CHECKSUM,
                  rest.length < length + CHECKSUM ? "only " + (HEAD + rest.length) : "more"));
    }
    MessageDigest digest = sha256();
    digest.update(head);
    digest.update(rest, 0, (int) length);
    byte[] checksum = Arrays.copyOfRange(rest, (int) length, rest.length);
    if (!MessageDigest.isEqual(digest.digest(), checksum)) {
      throw new TicketFormatException("its SHA-256 is wrong, so bytes have changed; copy it again");
    }
    return Arrays.copyOf(rest, (int) length);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
