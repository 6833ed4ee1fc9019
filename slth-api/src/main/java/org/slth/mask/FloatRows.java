package org.slth.mask;

/**
 * The numbers of {@link MaskedWeights} in rows, where they are floats: loops over arrays of floats
 * become SIMD code, calls for each number do not.
 *
 * <p>A row is a range of the numbers of one kind; it may end behind the last of them.
 */
public interface FloatRows {

  /** Which of the arrays. */
  enum Kind {
    /** {@link MaskedWeights#weight}. */
    WEIGHT,
    /** {@link MaskedWeights#score}. */
    SCORE,
    /** {@link MaskedWeights#gradient}. */
    GRADIENT,
    /** {@link MaskedWeights#effective}, and {@link MaskedWeights#setEffective}. */
    EFFECTIVE
  }

  /**
   * Copies numbers into a row.
   *
   * @param from index of the first
   * @param row its elements behind the last number stay as they are
   */
  void read(Kind kind, int from, float[] row);

  /**
   * Sets numbers to those of a row, as the setters do one by one.
   *
   * @param from index of the first
   * @param row its elements behind the last number are left out
   */
  void write(Kind kind, int from, float[] row);
}
