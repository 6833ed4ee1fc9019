package org.slth.ticket;

/**
 * The random numbers of a ticket: a counter-based generator, specified here so that a ticket is
 * rebuilt bit for bit on any machine.
 *
 * <pre>
 * mix(z)          = SplitMix64's finaliser: z ^= z >>> 30; z *= 0xbf58476d1ce4e5b9;
 *                   z ^= z >>> 27; z *= 0x94d049bb133111eb; z ^= z >>> 31     (mod 2^64)
 * key(seed)       = mix(seed + GAMMA),                 GAMMA = 0x9e3779b97f4a7c15
 * key(path, i)    = mix(key(path) + GAMMA (i + 1))
 * word(key, i)    = mix(key + GAMMA (i + 1))
 * uniform(key, i) = (word(key, i) >>> 40) 2^-23 - 1 + 2^-24
 * </pre>
 *
 * A draw is a value of the lattice of odd multiples of 2<sup>-24</sup> in (-1, 1): symmetric about
 * zero, never zero, and exact in a {@code float}. Every number is a pure function of the key and
 * its index, so blocks may be drawn in any order and by many threads.
 *
 * <p>Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014 (the finaliser is Stafford's variant 13, as in {@code java.util.SplittableRandom}).
 */
public final class SourceDraw {

  /** The name of this generator in stored tickets. */
  public static final String GENERATOR = "slth:splitmix64-counter";

  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  /** How many are drawn at a time. */
  static final int BLOCK = 512;

  private static final long[] STEPS = new long[BLOCK];

  static {
    for (int i = 0; i < BLOCK; i++) {
      STEPS[i] = GAMMA * (i + 1);
    }
  }

  private final long key;

  private SourceDraw(long key) {
    this.key = key;
  }

  /** Returns the root stream of a seed; any seed will do. */
  public static SourceDraw of(long seed) {
    return new SourceDraw(mix(seed + GAMMA));
  }

  /**
   * Returns the stream with the given number below this one: streams of different paths are
   * independent.
   *
   * @param number any number from 0 up
   */
  public SourceDraw stream(long number) {
    return new SourceDraw(word(number));
  }

  /**
   * Returns the {@code index}-th number of this stream, uniform on (-1, 1), exact as a {@code
   * float}.
   *
   * @param index any number from 0 up
   */
  public float uniform(long index) {
    return (word(index) >>> 40) * 0x1p-23f - (1 - 0x1p-24f);
  }

  /**
   * Sets numbers to those of this stream from an index on: {@code numbers[i] = uniform(first + i)},
   * a few tenths of a nanosecond each.
   *
   * @param first index of the first, from 0 up
   * @param numbers all of them are set
   */
  public void uniform(long first, float[] numbers) {
    long[] block = new long[Math.min(BLOCK, numbers.length)];
    for (int from = 0; from < numbers.length; from += BLOCK) {
      int length = Math.min(BLOCK, numbers.length - from);
      words(first + from, block, length);
      for (int i = 0; i < length; i++) {
        numbers[from + i] = (int) (block[i] >>> 40) * 0x1p-23f - (1 - 0x1p-24f);
      }
    }
  }

  /** Returns the 64 random bits of an index. */
  long word(long index) {
    return mix(key + GAMMA * (index + 1));
  }

  /** Sets the first elements to words from an index on: longs alone, so that it is SIMD code. */
  void words(long first, long[] words, int length) {
    long counter = key + GAMMA * first;
    for (int i = 0; i < length; i++) {
      long z = counter + STEPS[i];
      z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      words[i] = z ^ (z >>> 31);
    }
  }

  private static long mix(long seed) {
    long z = (seed ^ (seed >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
