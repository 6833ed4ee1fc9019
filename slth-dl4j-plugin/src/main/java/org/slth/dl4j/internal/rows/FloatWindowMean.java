package org.slth.dl4j.internal.rows;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean over square windows that lie side by side, of images of floats in host memory. Pixels
 * right of and below the last window count nowhere.
 *
 * @param size width and height of a window
 */
public record FloatWindowMean(int size) {

  /** Returns whether an array is of floats in memory that Java can read. */
  public static boolean takes(INDArray array) {
    return HostFloats.takes(array);
  }

  /**
   * Writes the means.
   *
   * @param x {@code [batch, channels, height, width]}
   * @param y the same with fewer pixels, in C order without gaps
   */
  public void forward(INDArray x, INDArray y) {
    HostFloats from = new HostFloats(x);
    HostFloats to = new HostFloats(y);
    overPlanes(
        x,
        y,
        (plane, large, small) -> {
          from.read(plane * large.pixels(), large.values, large.pixels());
          shrink(large, small);
          to.write(small.values, plane * small.pixels(), small.pixels());
        });
  }

  /**
   * Writes the gradient.
   *
   * @param dy like the means
   * @param dx like the images, in C order without gaps
   */
  public void backward(INDArray dy, INDArray dx) {
    HostFloats from = new HostFloats(dy);
    HostFloats to = new HostFloats(dx);
    overPlanes(
        dx,
        dy,
        (plane, large, small) -> {
          from.read(plane * small.pixels(), small.values, small.pixels());
          spread(small, large);
          to.write(large.values, plane * large.pixels(), large.pixels());
        });
  }

  /** What is done with one image of one channel. */
  private interface Body {
    void run(int plane, Plane large, Plane small);
  }

  private static void overPlanes(INDArray large, INDArray small, Body body) {
    int planes = (int) (large.size(0) * large.size(1));
    Shares.over(
        planes,
        large.size(2) * large.size(3),
        (begin, end) -> {
          Plane from = new Plane(large);
          Plane to = new Plane(small);
          for (int plane = begin; plane < end; plane++) {
            body.run(plane, from, to);
          }
        });
  }

  /** An image of one channel in Java memory. */
  private static final class Plane {
    private final int height;
    private final int width;
    private final float[] values;

    Plane(INDArray images) {
      height = (int) images.size(2);
      width = (int) images.size(3);
      values = new float[pixels()];
    }

    int pixels() {
      return height * width;
    }
  }

  /** Adds up the rows of a window in its first one, and then what lies side by side there. */
  private void shrink(Plane large, Plane small) {
    float share = 1f / (size * size);
    for (int row = 0; row < small.height; row++) {
      int first = row * size * large.width;
      for (int r = 1; r < size; r++) {
        addRow(large.values, first, first + r * large.width, large.width);
      }
      int target = row * small.width;
      if (size == 2) {
        addPairs(small.values, target, small.width, large.values, first);
      } else {
        addWindows(small.values, target, small.width, large.values, first);
      }
      PlaneLoops.affine(small.values, target, small.width, share, 0);
    }
  }

  private static void addRow(float[] values, int to, int from, int count) {
    for (int i = 0; i < count; i++) {
      values[to + i] += values[from + i];
    }
  }

  /** The usual size; with a known step the compiler drops the checks of indices. */
  private static void addPairs(float[] to, int start, int count, float[] values, int first) {
    for (int i = 0; i < count; i++) {
      to[start + i] = values[first + 2 * i] + values[first + 2 * i + 1];
    }
  }

  private void addWindows(float[] to, int start, int count, float[] values, int first) {
    for (int i = 0; i < count; i++) {
      float sum = 0;
      for (int c = 0; c < size; c++) {
        sum += values[first + i * size + c];
      }
      to[start + i] = sum;
    }
  }

  private void spread(Plane small, Plane large) {
    PlaneLoops.affine(small.values, 0, small.pixels(), 1f / (size * size), 0);
    float[] values = large.values;
    for (int row = 0; row < small.height; row++) {
      int first = row * size * large.width;
      int source = row * small.width;
      if (size == 2) {
        copyToPairs(small.values, source, small.width, values, first);
      } else {
        copyToWindows(small.values, source, small.width, values, first);
      }
      for (int r = 1; r < size; r++) {
        System.arraycopy(values, first, values, first + r * large.width, large.width);
      }
    }
  }

  private static void copyToPairs(float[] from, int start, int count, float[] values, int first) {
    for (int i = 0; i < count; i++) {
      float slope = from[start + i];
      values[first + 2 * i] = slope;
      values[first + 2 * i + 1] = slope;
    }
  }

  private void copyToWindows(float[] from, int start, int count, float[] values, int first) {
    for (int i = 0; i < count; i++) {
      Arrays.fill(values, first + i * size, first + (i + 1) * size, from[start + i]);
    }
  }
}
