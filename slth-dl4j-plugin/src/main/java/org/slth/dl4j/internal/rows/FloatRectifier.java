package org.slth.dl4j.internal.rows;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * max(x, 0) and its slope on floats in host memory.
 *
 * <p>Floats are ordered as their bits are, seen as whole numbers with a sign; so a few operations
 * on bits do what a comparison would, and the compiler makes vector instructions of them. NaN stays
 * NaN and has no slope, as in ND4J.
 */
public final class FloatRectifier {

  private static final int TILE = 4096; // floats: 16 kB
  private static final int INFINITY = 0x7f800000; // the bits beyond are NaN

  private FloatRectifier() {}

  /** Returns whether an array is of floats in memory that Java can read. */
  public static boolean takes(INDArray array) {
    return HostFloats.takes(array);
  }

  /**
   * Writes y = max(x, 0).
   *
   * @param x an array that is taken
   * @param y another of as many numbers, in C order without gaps
   */
  public static void forward(INDArray x, INDArray y) {
    HostFloats from = new HostFloats(x);
    HostFloats to = new HostFloats(y);
    Shares.over(
        from.length(),
        1,
        (begin, end) -> {
          int[] bits = new int[TILE];
          for (int i = begin; i < end; i += TILE) {
            int count = Math.min(TILE, end - i);
            from.readBits(i, bits, count);
            rectify(bits, count);
            to.writeBits(bits, i, count);
          }
        });
  }

  /**
   * Writes dx = dy where x is positive, else 0.
   *
   * @param x an array that is taken
   * @param dy another of as many numbers
   * @param dx a third one, in C order without gaps
   */
  public static void backward(INDArray x, INDArray dy, INDArray dx) {
    HostFloats from = new HostFloats(x);
    HostFloats errors = new HostFloats(dy);
    HostFloats to = new HostFloats(dx);
    Shares.over(
        from.length(),
        1,
        (begin, end) -> {
          int[] bits = new int[TILE];
          int[] slopes = new int[TILE];
          for (int i = begin; i < end; i += TILE) {
            int count = Math.min(TILE, end - i);
            from.readBits(i, bits, count);
            errors.readBits(i, slopes, count);
            keepWherePositive(slopes, bits, count);
            to.writeBits(slopes, i, count);
          }
        });
  }

  private static void rectify(int[] bits, int count) {
    for (int i = 0; i < count; i++) {
      int b = bits[i];
      bits[i] = b & ~((b >> 31) & number(b));
    }
  }

  private static void keepWherePositive(int[] slopes, int[] bits, int count) {
    for (int i = 0; i < count; i++) {
      int b = bits[i];
      slopes[i] &= ((~b & -b) >> 31) & number(b);
    }
  }

  /** All bits set, or none where b is NaN. */
  private static int number(int b) {
    return ((b & Integer.MAX_VALUE) - (INFINITY + 1)) >> 31;
  }
}
