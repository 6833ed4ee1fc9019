package org.slth.dl4j.internal.rows;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Numbers in Java memory, floats or doubles, to be moved about. */
public sealed interface Numbers {

  /**
   * Returns the numbers of an array in C order, as floats where Java sees its memory.
   *
   * @param array any
   */
  static Numbers of(INDArray array) {
    if (!HostFloats.takes(array)) {
      return new Doubles(array.reshape('c', new long[] {array.length()}).toDoubleVector());
    }
    float[] values = new float[(int) array.length()];
    new HostFloats(array).read(0, values, values.length);
    return new Floats(values);
  }

  /**
   * Returns as many zeros as an array has numbers, such as it wants.
   *
   * @param array any
   */
  static Numbers like(INDArray array) {
    int length = Math.toIntExact(array.length());
    return HostFloats.takes(array)
        ? new Floats(new float[length])
        : new Doubles(new double[length]);
  }

  /**
   * Copies numbers.
   *
   * @param from of the same type
   * @param start index of the first number there
   * @param step from one to the next
   * @param to index of the first number here
   * @param stride from one to the next
   * @param count how many
   */
  void copy(Numbers from, int start, int step, int to, int stride, int count);

  /**
   * Overwrites an array.
   *
   * @param array of which {@link #like} made these numbers
   */
  void write(INDArray array);

  /** Numbers as floats. */
  final class Floats implements Numbers {

    private final float[] values;

    Floats(float[] values) {
      this.values = values;
    }

    @Override
    public void copy(Numbers from, int start, int step, int to, int stride, int count) {
      float[] source = ((Floats) from).values;
      if (step == 1 && stride == 1) {
        System.arraycopy(source, start, values, to, count);
        return;
      }
      for (int i = 0; i < count; i++) {
        values[to + i * stride] = source[start + i * step];
      }
    }

    @Override
    public void write(INDArray array) {
      new HostFloats(array).write(values, 0, values.length);
    }
  }

  /** Numbers as doubles. */
  final class Doubles implements Numbers {

    private final double[] values;

    Doubles(double[] values) {
      this.values = values;
    }

    @Override
    public void copy(Numbers from, int start, int step, int to, int stride, int count) {
      double[] source = ((Doubles) from).values;
      for (int i = 0; i < count; i++) {
        values[to + i * stride] = source[start + i * step];
      }
    }

    @Override
    public void write(INDArray array) {
      array.assign(Nd4j.createFromArray(values).castTo(array.dataType()).reshape(array.shape()));
    }
  }
}
