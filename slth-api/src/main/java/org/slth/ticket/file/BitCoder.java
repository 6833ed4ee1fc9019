package org.slth.ticket.file;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Writes bits of which a known fraction is set as one number in [0, 1), by whole numbers alone: so
 * it is the same on every machine.
 *
 * <p>An interval of width <i>r</i> &lt; 2<sup>32</sup> is divided for each bit,
 *
 * <pre>
 * b = (r &gt;&gt;&gt; 16) p,   p = 2^16 set / all, from 1 to 2^16 - 1;
 * a set bit takes [low, low + b), another [low + b, low + r);
 * while r &lt; 2^24: the highest byte of low is written, and both are shifted by 8 bits
 * </pre>
 *
 * and a carry out of <i>low</i> goes to the bytes before, of which those that a carry can still
 * change wait. {@link BitDecoder} reads it.
 *
 * <p>Source: G. N. N. Martin, "Range encoding: an algorithm for removing redundancy from a
 * digitised message", Video &amp; Data Recording Conference, Southampton 1979.
 */
final class BitCoder {

  static final long WHOLE = 0xffffffffL;
  static final long SMALL = 1L << 24;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final long probability;
  private long low;
  private long range = WHOLE;
  private int waiting = -1; // the byte before those of 255, none at first
  private long full; // how many bytes of 255 wait

  BitCoder(int set, int all) {
    probability = probability(set, all);
  }

  static long probability(int set, int all) {
    return Math.min(0xffff, Math.max(1, ((long) set << 16) / Math.max(1, all)));
  }

  void write(boolean bit) {
    long bound = (range >>> 16) * probability;
    if (bit) {
      range = bound;
    } else {
      low += bound;
      range -= bound;
    }
    while (range < SMALL) {
      shift();
      range <<= 8;
    }
  }

  private void shift() {
    int carry = (int) (low >>> 32);
    int next = (int) (low >>> 24 & 0xff);
    if (carry == 1 || next != 0xff) {
      if (waiting >= 0) {
        bytes.write(waiting + carry);
      }
      for (; full > 0; full--) {
        bytes.write(0xff + carry);
      }
      waiting = next;
    } else {
      full++;
    }
    low = (low & 0xffffff) << 8;
  }

  /** Returns what was written, without zeros at its end, but of a length at least. */
  byte[] finish(int length) {
    for (int i = 0; i < 5; i++) {
      shift();
    }
    byte[] written = bytes.toByteArray();
    int end = written.length;
    while (end > 0 && written[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(written, Math.max(end, length));
  }
}
