package org.slth.dl4j.training;

import java.nio.FloatBuffer;
import org.slth.mask.FloatRows;

/**
 * Rows of ND4J's memory, copied: C2 makes no SIMD code of loops over memory outside the heap in JDK
 * 17.
 */
final class BufferRows implements FloatRows {

  private final FloatBuffer weights;
  private final FloatBuffer scores;
  private final FloatBuffer gradient;
  private final FloatBuffer effective;
  private final boolean direct;
  private float[] steps = {}; // one for all rows: fresh memory is not in the cache

  /**
   * Ties buffers of one size together.
   *
   * @param direct whether effective weights are written at once, rather than as gradients
   */
  BufferRows(
      FloatBuffer weights,
      FloatBuffer scores,
      FloatBuffer gradient,
      FloatBuffer effective,
      boolean direct) {
    this.weights = weights;
    this.scores = scores;
    this.gradient = gradient;
    this.effective = effective;
    this.direct = direct;
  }

  @Override
  public void read(Kind kind, int from, float[] row) {
    FloatBuffer buffer = buffer(kind);
    buffer.get(from, row, 0, length(from, row));
  }

  @Override
  public void write(Kind kind, int from, float[] row) {
    if (kind == Kind.EFFECTIVE && !direct) {
      if (steps.length != row.length) {
        steps = new float[row.length];
      }
      read(kind, from, steps);
      subtract(steps, row);
      gradient.put(from, steps, 0, length(from, row));
    } else {
      buffer(kind).put(from, row, 0, length(from, row));
    }
  }

  private static void subtract(float[] from, float[] row) {
    for (int i = 0; i < row.length; i++) {
      from[i] -= row[i];
    }
  }

  private int length(int from, float[] row) {
    return Math.min(row.length, weights.capacity() - from);
  }

  private FloatBuffer buffer(Kind kind) {
    return switch (kind) {
      case WEIGHT -> weights;
      case SCORE -> scores;
      case GRADIENT -> gradient;
      case EFFECTIVE -> effective;
    };
  }
}
