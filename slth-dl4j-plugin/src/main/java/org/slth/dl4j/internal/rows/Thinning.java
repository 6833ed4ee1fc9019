package org.slth.dl4j.internal.rows;

import org.nd4j.linalg.factory.Nd4j;

/**
 * Dropout that needs no array of its own: element i is multiplied by 1 / p with probability p, else
 * by 0, as a hash of i and the seed decides. So backward finds the factors of forward, and elements
 * that are zero anyway need not be looked at.
 *
 * @param retain the probability p of keeping an element, in (0, 1]
 * @param seed tells one step from another
 */
public record Thinning(double retain, long seed) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L; // SplitMix64 (Steele et al. 2014)

  /** Draws the seed from ND4J's generator, as DL4J's own dropout does. */
  public static Thinning next(double retain) {
    return new Thinning(retain, Nd4j.getRandom().nextLong());
  }

  /** Returns what {@link #keeps} needs. */
  public long threshold() {
    return (long) (retain * 0x1p53);
  }

  /**
   * Returns 1 if an element is kept, else 0, without a branch: the processor would guess half of
   * them wrong, which takes six times as long.
   *
   * @param index its number
   * @param threshold see {@link #threshold}
   */
  public long keeps(long index, long threshold) {
    long z = seed + (index + 1) * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (((z ^ (z >>> 31)) >>> 11) - threshold) >>> 63; // the sign of the difference
  }
}
