package org.slth.dl4j.internal;

import java.util.stream.IntStream;

/**
 * A square window that slides over an image, as convolution and pooling do.
 *
 * @param size width and height of the window
 * @param stride step from one position to the next
 * @param padding zeros added on each side; ignored where {@code same} is set
 * @param dilation distance of neighbouring cells of the window
 * @param same whether the padding is chosen so that the output has {@code ceil(input / stride)}
 *     positions
 */
public record Window(int size, int stride, int padding, int dilation, boolean same) {

  /** Checks the ranges. */
  public Window {
    if (size < 1 || stride < 1 || dilation < 1 || padding < 0) {
      throw new IllegalArgumentException(
          "window size, stride and dilation must be at least 1 and padding at least 0, got size "
              + size
              + ", stride "
              + stride
              + ", dilation "
              + dilation
              + ", padding "
              + padding);
    }
  }

  /** Returns how many positions fit into {@code length} pixels; may be less than one. */
  public long positions(long length) {
    if (same) {
      return (length + stride - 1) / stride;
    }
    return Math.floorDiv(length + 2L * padding - extent(), stride) + 1;
  }

  /**
   * Returns the pixels that so many positions cover, less the padding: the largest number at which
   * there are no more. May be less than one.
   */
  public long length(long positions) {
    return (positions - 1) * stride + extent() - 2L * padding;
  }

  /**
   * Returns how many of the padded pixels stay unused on one side only. Zero if and only if the
   * positions lie symmetrically about the centre of the image, so that rotations and reflections
   * about the centre map them to each other.
   */
  public long asymmetry(long length) {
    long covered = (positions(length) - 1) * stride + extent();
    if (same) {
      long padded = covered - length;
      return padded < 0 ? -padded : padded % 2;
    }
    return length + 2L * padding - covered;
  }

  /** Returns the number of pixels that the dilated window spans. */
  public int extent() {
    return (size - 1) * dilation + 1;
  }

  /**
   * Returns the leading integer arguments that ND4J's convolution and pooling ops share, for a
   * window of {@link #extent()} cells without dilation: with it, oneDNN fails in DL4J 1.0.0-M2.1.
   *
   * @param more what else the operation takes
   */
  int[] arguments(int... more) {
    int pad = same ? 0 : padding;
    int[] shared = {extent(), extent(), stride, stride, pad, pad, 1, 1, same ? 1 : 0};
    return IntStream.concat(IntStream.of(shared), IntStream.of(more)).toArray();
  }
}
