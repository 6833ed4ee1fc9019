package org.slth.dl4j.internal.rows;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The maximum or the mean over the channels of each field of a run of fields, for every pixel of
 * images of floats in host memory.
 *
 * @param channel the first channel of the run in {@code [batch, channels, ...]}
 * @param field where its first field goes in {@code [batch, fields, ...]}
 * @param count number of fields of the run
 * @param dimension channels of each field
 * @param maximum whether the maximum is taken, else the mean
 */
public record FloatFieldPooling(int channel, int field, int count, int dimension, boolean maximum) {

  private static final int PIECE = 1024; // pixels

  /** Returns whether an array is of floats in memory that Java can read. */
  public static boolean takes(INDArray array) {
    return HostFloats.takes(array);
  }

  /**
   * Writes one number for each field and pixel.
   *
   * @param x {@code [batch, channels, ...]}
   * @param y {@code [batch, fields, ...]}, in C order without gaps
   */
  public void forward(INDArray x, INDArray y) {
    HostFloats from = new HostFloats(x);
    HostFloats to = new HostFloats(y);
    overPieces(x, y, piece -> to.write(piece.pooled(from), piece.fieldStart, piece.length));
  }

  /**
   * Writes the gradient by the run's channels: that of a maximum goes to the first channel which
   * has it.
   *
   * @param x {@code [batch, channels, ...]}
   * @param dy {@code [batch, fields, ...]}
   * @param dx like {@code x}, in C order without gaps
   */
  public void backward(INDArray x, INDArray dy, INDArray dx) {
    HostFloats from = new HostFloats(x);
    HostFloats errors = new HostFloats(dy);
    HostFloats to = new HostFloats(dx);
    overPieces(
        x,
        dy,
        piece -> {
          if (maximum) {
            piece.toFirstMaximum(from, errors, to);
          } else {
            piece.toAll(errors, to);
          }
        });
  }

  /** What is done with some pixels of one field of one image. */
  private interface Body {
    void run(Piece piece);
  }

  private void overPieces(INDArray x, INDArray y, Body body) {
    int channels = (int) x.size(1);
    int fields = (int) y.size(1);
    int images = (int) x.size(0);
    int pixels = (int) (x.length() / images / channels);
    Shares.over(
        images * count,
        (long) dimension * pixels,
        (begin, end) -> {
          Piece piece = new Piece(pixels);
          for (int i = begin; i < end; i++) {
            int first = i / count * channels + channel + i % count * dimension;
            int target = i / count * fields + field + i % count;
            for (int p = 0; p < pixels; p += PIECE) {
              piece.start = first * pixels + p;
              piece.fieldStart = target * pixels + p;
              piece.length = Math.min(PIECE, pixels - p);
              body.run(piece);
            }
          }
        });
  }

  /** Some pixels of one field of one image, with the Java memory of one thread. */
  private final class Piece {
    private final int pixels;
    private final float[] result;
    private final float[] next;
    private final int[] best;
    private final int[] error;
    private final int[] bits;
    private int start; // of the pixels in the field's first channel
    private int fieldStart; // of the pixels among one number per field
    private int length;

    Piece(int pixels) {
      this.pixels = pixels;
      int size = Math.min(PIECE, pixels);
      result = new float[size];
      next = new float[size];
      best = new int[size];
      error = new int[size];
      bits = new int[size];
    }

    float[] pooled(HostFloats x) {
      x.read(start, result, length);
      for (int k = 1; k < dimension; k++) {
        x.read(start + k * pixels, next, length);
        if (maximum) {
          takeGreater(result, next, length);
        } else {
          PlaneLoops.addTimes(result, next, 0, length, 1);
        }
      }
      if (!maximum) {
        PlaneLoops.affine(result, 0, length, 1f / dimension, 0);
      }
      return result;
    }

    void toAll(HostFloats dy, HostFloats dx) {
      dy.read(fieldStart, result, length);
      PlaneLoops.affine(result, 0, length, 1f / dimension, 0);
      for (int k = 0; k < dimension; k++) {
        dx.write(result, start + k * pixels, length);
      }
    }

    /** The maximum becomes bits by way of memory that is overwritten afterwards. */
    void toFirstMaximum(HostFloats x, HostFloats dy, HostFloats dx) {
      dx.write(pooled(x), start, length);
      dx.readBits(start, best, length);
      dy.readBits(fieldStart, error, length);
      for (int k = 0; k < dimension; k++) {
        x.readBits(start + k * pixels, bits, length);
        moveWhereEqual(bits, best, error, length);
        dx.writeBits(bits, start + k * pixels, length);
      }
    }
  }

  private static void takeGreater(float[] x, float[] y, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(x[i], y[i]);
    }
  }

  /** Where x is the best, moves the error there, so that it is zero from then on; else x = 0. */
  private static void moveWhereEqual(int[] x, int[] best, int[] error, int count) {
    for (int i = 0; i < count; i++) {
      int difference = x[i] ^ best[i];
      int equal = ~((difference | -difference) >> 31);
      x[i] = error[i] & equal;
      error[i] &= ~equal;
    }
  }
}
