package org.slth.dl4j.internal.rows;

/** Loops over a plane of floats, written so that the processor does several turns at once. */
final class PlaneLoops {

  private static final int PIECE = 1024; // numbers that are summed in floats

  private PlaneLoops() {}

  static double sum(float[] x, int from, int count) {
    double sum = 0;
    int end = from + count;
    for (int i = from; i < end; i += PIECE) {
      sum += piece(x, i, Math.min(end, i + PIECE));
    }
    return sum;
  }

  static double sumOfProducts(float[] x, float[] y, int from, int count) {
    double sum = 0;
    int end = from + count;
    for (int i = from; i < end; i += PIECE) {
      sum += piece(x, y, i, Math.min(end, i + PIECE));
    }
    return sum;
  }

  private static float piece(float[] x, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
      e += x[i + 4];
      f += x[i + 5];
      g += x[i + 6];
      h += x[i + 7];
    }
    for (; i < to; i++) {
      a += x[i];
    }
    return a + b + (c + d) + (e + f + (g + h));
  }

  private static float piece(float[] x, float[] y, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      a += x[i] * y[i];
      b += x[i + 1] * y[i + 1];
      c += x[i + 2] * y[i + 2];
      d += x[i + 3] * y[i + 3];
      e += x[i + 4] * y[i + 4];
      f += x[i + 5] * y[i + 5];
      g += x[i + 6] * y[i + 6];
      h += x[i + 7] * y[i + 7];
    }
    for (; i < to; i++) {
      a += x[i] * y[i];
    }
    return a + b + (c + d) + (e + f + (g + h));
  }

  static double squaresAround(double centre, float[] x, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      double difference = x[i] - centre;
      sum += difference * difference;
    }
    return sum;
  }

  /** Overwrites x by scale x + shift. */
  static void affine(float[] x, int from, int count, float scale, float shift) {
    for (int i = from; i < from + count; i++) {
      x[i] = scale * x[i] + shift;
    }
  }

  /** Adds slope y to x. */
  static void addTimes(float[] x, float[] y, int from, int count, float slope) {
    for (int i = from; i < from + count; i++) {
      x[i] += slope * y[i];
    }
  }
}
