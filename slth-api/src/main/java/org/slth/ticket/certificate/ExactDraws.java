package org.slth.ticket.certificate;

import java.util.SplittableRandom;

/**
 * The random numbers of a ticket, as {@link org.slth.ticket.SourceDraw} specifies them, by another
 * way: {@code mix(z + GAMMA)} is the first number of the JDK's {@link SplittableRandom} of seed
 * {@code z}.
 */
final class ExactDraws {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private final long key;

  private ExactDraws(long key) {
    this.key = key;
  }

  static ExactDraws of(long seed) {
    return new ExactDraws(new SplittableRandom(seed).nextLong());
  }

  /** Returns the stream at the end of a path. */
  ExactDraws stream(long... path) {
    long end = key;
    for (long number : path) {
      end = word(end, number);
    }
    return new ExactDraws(end);
  }

  /** Returns a uniform number on (-1, 1), an odd multiple of 2<sup>-24</sup>. */
  double uniform(long index) {
    long cell = word(key, index) >>> 40; // of 2^24 cells, whose middles are the numbers
    return Math.scalb((double) (2 * cell + 1 - (1L << 24)), -24);
  }

  private static long word(long key, long index) {
    return new SplittableRandom(key + GAMMA * index).nextLong();
  }
}
