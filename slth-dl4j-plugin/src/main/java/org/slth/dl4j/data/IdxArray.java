package org.slth.dl4j.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * An array of unsigned bytes as an IDX file stores it: magic number, one length per dimension (all
 * of them big-endian integers), then the bytes, last dimension fastest.
 */
final class IdxArray {

  private static final int UNSIGNED_BYTES = 8;
  private static final int GZIP = 0x1f8b;

  private final int[] lengths;
  private final byte[] data;

  private IdxArray(int[] lengths, byte[] data) {
    this.lengths = lengths;
    this.data = data;
  }

  /**
   * Reads one array, plain or compressed by gzip, to the end of the stream.
   *
   * @param name what error messages call the file
   * @throws IOException if the stream is not such a file; the message names the byte and what was
   *     expected there
   */
  static IdxArray read(InputStream in, String name, int dimensions) throws IOException {
    try (DataInputStream stream = new DataInputStream(uncompressed(in))) {
      int expected = UNSIGNED_BYTES << 8 | dimensions;
      int magic = integer(stream, name, 0);
      if (magic != expected) {
        throw new IOException(
            String.format(
                "%s: expected the magic number %d (unsigned bytes, dimensions: %d) at byte 0, got %d",
                name, expected, dimensions, magic));
      }
      int[] lengths = new int[dimensions];
      for (int d = 0; d < dimensions; d++) {
        lengths[d] = length(stream, name, 4 * (d + 1));
      }
      return new IdxArray(lengths, bytes(stream, name, lengths));
    }
  }

  int length(int dimension) {
    return lengths[dimension];
  }

  /** The bytes themselves, not a copy: the caller owns this array. */
  byte[] data() {
    return data;
  }

  private static InputStream uncompressed(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(2);
    int head = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return head == GZIP ? new GZIPInputStream(buffered, 1 << 16) : buffered;
  }

  private static int integer(DataInputStream stream, String name, int offset) throws IOException {
    try {
      return stream.readInt();
    } catch (EOFException e) {
      throw new IOException(
          String.format(
              "%s: expected 4 bytes of header at byte %d, the file ends there", name, offset),
          e);
    }
  }

  private static int length(DataInputStream stream, String name, int offset) throws IOException {
    int length = integer(stream, name, offset);
    if (length <= 0) {
      throw new IOException(
          String.format("%s: expected a positive length at byte %d, got %d", name, offset, length));
    }
    return length;
  }

  private static byte[] bytes(DataInputStream stream, String name, int[] lengths)
      throws IOException {
    long size = 1;
    for (int length : lengths) {
      size *= length;
      if (size > Integer.MAX_VALUE - 8) {
        throw new IOException(
            String.format(
                "%s: expected less than 2 GB of data, the header says %s",
                name, Arrays.toString(lengths)));
      }
    }
    int header = 4 * (lengths.length + 1);
    byte[] data = stream.readNBytes((int) size);
    if (data.length < size) {
      throw new IOException(
          String.format(
              "%s: expected %d bytes of data from byte %d, the file ends after %d of them",
              name, size, header, data.length));
    }
    if (stream.read() >= 0) {
      throw new IOException(
          String.format(
              "%s: expected the file to end at byte %d, it goes on", name, header + size));
    }
    return data;
  }
}
