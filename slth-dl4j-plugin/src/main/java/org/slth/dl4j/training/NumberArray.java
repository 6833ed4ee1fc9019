package org.slth.dl4j.training;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of an ND4J array in its own order of elements, read and written in place. */
abstract sealed class NumberArray {

  /**
   * Returns a part of an array's memory.
   *
   * @param array whose elements lie without gaps in host memory, of type FLOAT or DOUBLE
   * @param from first element, counted in memory order
   * @param size number of elements
   * @throws IllegalArgumentException if the type is another
   */
  static NumberArray of(INDArray array, long from, int size) {
    DataBuffer data = array.data();
    int first = Math.toIntExact(from);
    if (data.dataType() == DataType.FLOAT) {
      FloatBuffer buffer = data.asNioFloat();
      return new Floats(buffer.slice(buffer.position() + first, size));
    }
    if (data.dataType() == DataType.DOUBLE) {
      DoubleBuffer buffer = data.asNioDouble();
      return new Doubles(buffer.slice(buffer.position() + first, size));
    }
    throw new IllegalArgumentException(
        "masks are trained in networks of type FLOAT or DOUBLE, got " + data.dataType());
  }

  /** Returns the memory, or nothing if it holds doubles. */
  abstract Optional<FloatBuffer> floats();

  abstract double get(int i);

  abstract void set(int i, double value);

  /** Sets all. */
  void setAll(float[] values) {
    floats()
        .ifPresentOrElse(
            memory -> memory.put(0, values),
            () -> {
              for (int i = 0; i < values.length; i++) {
                set(i, values[i]);
              }
            });
  }

  private static final class Floats extends NumberArray {

    private final FloatBuffer buffer;

    Floats(FloatBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    Optional<FloatBuffer> floats() {
      return Optional.of(buffer);
    }

    @Override
    double get(int i) {
      return buffer.get(i);
    }

    @Override
    void set(int i, double value) {
      buffer.put(i, (float) value);
    }
  }

  private static final class Doubles extends NumberArray {

    private final DoubleBuffer buffer;

    Doubles(DoubleBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    Optional<FloatBuffer> floats() {
      return Optional.empty();
    }

    @Override
    double get(int i) {
      return buffer.get(i);
    }

    @Override
    void set(int i, double value) {
      buffer.put(i, value);
    }
  }
}
