package org.slth.ticket.file;

/** Reads the bits that a {@link BitCoder} wrote; behind the end of the bytes are zeros. */
final class BitDecoder {

  private final byte[] bytes;
  private final long probability;
  private int next;
  private long code; // the number less the low end of the interval
  private long range = BitCoder.WHOLE;

  BitDecoder(int set, int all, byte[] bytes) {
    this.bytes = bytes;
    this.probability = BitCoder.probability(set, all);
    for (int i = 0; i < 4; i++) {
      shift();
    }
  }

  boolean read() {
    long bound = (range >>> 16) * probability;
    boolean bit = code < bound;
    if (bit) {
      range = bound;
    } else {
      code -= bound;
      range -= bound;
    }
    while (range < BitCoder.SMALL) {
      shift();
      range <<= 8;
    }
    return bit;
  }

  private void shift() {
    int read = next < bytes.length ? bytes[next++] & 0xff : 0;
    code = (code << 8 | read) & BitCoder.WHOLE;
  }
}
