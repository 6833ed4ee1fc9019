package org.slth.dl4j.internal;

import org.slth.algebra.Matrix;

/**
 * How a row of pixels becomes a longer one, by a matrix R {@code [factor * n, n]}.
 *
 * <p>The matrix is symmetric under turning both rows about their centres, R[fn - 1 - i, n - 1 - j]
 * = R[i, j], so an image R X R<sup>T</sup> is turned and mirrored as the image X is.
 *
 * @param factor new pixels for each pixel
 * @param linear whether a new pixel interpolates between two, else it copies the nearest
 */
public record Enlargement(int factor, boolean linear) {

  /**
   * Returns the matrix for a row.
   *
   * <p>Interpolation is by the centres of pixels, and beyond the outermost centres there is the
   * outermost pixel: the centre of new pixel i lies at (2 i + 1 - f) / 2f, in pixels from the first
   * centre.
   *
   * @param length n
   */
  public Matrix matrix(int length) {
    double[] entries = new double[factor * length * length];
    for (int i = 0; i < factor * length; i++) {
      int row = i * length;
      if (linear) {
        int position = 2 * i + 1 - factor;
        int left = Math.floorDiv(position, 2 * factor);
        int right = Math.floorMod(position, 2 * factor); // in new half pixels from the left centre
        entries[row + Math.max(left, 0)] += (2.0 * factor - right) / (2 * factor);
        entries[row + Math.min(left + 1, length - 1)] += right / (2.0 * factor);
      } else {
        entries[row + i / factor] = 1;
      }
    }
    return Matrix.of(factor * length, length, entries);
  }
}
