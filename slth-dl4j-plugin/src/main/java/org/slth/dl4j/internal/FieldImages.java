package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.algebra.Matrix;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/** How group elements act on images of fields, in plain Java. */
public final class FieldImages {

  private static final double ROUNDING = 1e-9; // of coordinates, which are below 1e5

  private FieldImages() {}

  /**
   * Returns (g x)(p) = rho(g) x(g<sup>-1</sup> p), bilinear between pixels and zero outside.
   *
   * @param type how the group acts on the channels
   * @param g the element
   * @param x {@code [batch, channels, height, width]} or {@code [batch, channels]}; not modified
   */
  public static INDArray act(FieldType type, int g, INDArray x) {
    int channels = type.dimension();
    if (x.size(1) != channels) {
      throw new IllegalArgumentException(
          "expected %d channels of type %s, got %d".formatted(channels, type, x.size(1)));
    }
    int pixels = Math.toIntExact(x.length() / (x.size(0) * channels));
    double[] values = mixed(type, g, Nd4jBridge.toDoubles(x), pixels);
    if (x.rank() == 4 && type.group() instanceof PlanarGroup plane) {
      values = new Sampling(plane.action(g), x.size(2), x.size(3)).moved(values);
    }
    return Nd4jBridge.vector(values, x.dataType()).reshape('c', x.shape());
  }

  /** Returns whether an element maps the pixels of the images to themselves. */
  public static boolean isExact(Group group, int g, INDArray x) {
    return x.rank() != 4
        || !(group instanceof PlanarGroup plane)
        || new Sampling(plane.action(g), x.size(2), x.size(3)).isPermutation();
  }

  private static double[] mixed(FieldType type, int g, double[] values, int pixels) {
    double[] result = new double[values.length];
    int channels = type.dimension();
    for (int image = 0; image < values.length; image += channels * pixels) {
      for (int f = 0; f < type.size(); f++) {
        Representation field = type.fields().get(f);
        mix(field.matrix(g), values, result, image + type.offset(f) * pixels, pixels);
      }
    }
    return result;
  }

  private static void mix(Matrix rho, double[] from, double[] to, int start, int pixels) {
    for (int i = 0; i < rho.rows(); i++) {
      for (int j = 0; j < rho.columns(); j++) {
        double factor = rho.get(i, j);
        for (int p = 0; p < pixels && factor != 0; p++) {
          to[start + i * pixels + p] += factor * from[start + j * pixels + p];
        }
      }
    }
  }

  /** For each pixel, the pixel coordinates that a linear map of the plane brings to it. */
  private static final class Sampling {

    private final int height;
    private final int width;
    private final double[] row;
    private final double[] column;

    Sampling(Matrix action, long height, long width) {
      this.height = Math.toIntExact(height);
      this.width = Math.toIntExact(width);
      this.row = new double[this.height * this.width];
      this.column = new double[row.length];
      for (int p = 0; p < row.length; p++) {
        int line = p / this.width;
        double x = p % this.width - (width - 1) / 2.0;
        double y = (height - 1) / 2.0 - line;
        // an orthogonal matrix: its transpose is its inverse
        double sourceX = action.get(0, 0) * x + action.get(1, 0) * y;
        double sourceY = action.get(0, 1) * x + action.get(1, 1) * y;
        column[p] = snapped(sourceX + (width - 1) / 2.0);
        row[p] = snapped((height - 1) / 2.0 - sourceY);
      }
    }

    private static double snapped(double coordinate) {
      double whole = Math.rint(coordinate);
      return Math.abs(whole - coordinate) < ROUNDING ? whole : coordinate;
    }

    boolean isPermutation() {
      for (int p = 0; p < row.length; p++) {
        boolean whole = row[p] == Math.rint(row[p]) && column[p] == Math.rint(column[p]);
        if (!whole || !inside((int) row[p], (int) column[p])) {
          return false;
        }
      }
      return true;
    }

    double[] moved(double[] values) {
      double[] result = new double[values.length];
      for (int start = 0; start < values.length; start += row.length) {
        for (int p = 0; p < row.length; p++) {
          result[start + p] = at(values, start, row[p], column[p]);
        }
      }
      return result;
    }

    private double at(double[] values, int start, double r, double c) {
      int top = (int) Math.floor(r);
      int left = (int) Math.floor(c);
      double down = r - top;
      double right = c - left;
      return (1 - down) * (1 - right) * pixel(values, start, top, left)
          + (1 - down) * right * pixel(values, start, top, left + 1)
          + down * (1 - right) * pixel(values, start, top + 1, left)
          + down * right * pixel(values, start, top + 1, left + 1);
    }

    private double pixel(double[] values, int start, int r, int c) {
      return inside(r, c) ? values[start + r * width + c] : 0;
    }

    private boolean inside(int r, int c) {
      return r >= 0 && r < height && c >= 0 && c < width;
    }
  }
}
