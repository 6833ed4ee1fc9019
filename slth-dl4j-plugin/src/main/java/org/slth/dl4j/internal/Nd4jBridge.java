package org.slth.dl4j.internal;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.algebra.Matrix;
import org.slth.dl4j.internal.rows.HostNumbers;

/** Turns plain Java values into ND4J arrays and back. */
public final class Nd4jBridge {

  private Nd4jBridge() {}

  /** Returns an array {@code [values.length]} of the type. */
  public static INDArray vector(double[] values, DataType type) {
    if (type != DataType.FLOAT || values.length == 0) {
      return Nd4j.createFromArray(values).castTo(type);
    }
    INDArray array = Nd4j.createUninitialized(type, values.length);
    float[] rounded = new float[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) values[i];
    }
    array.data().asNioFloat().put(rounded);
    Nd4j.getAffinityManager().tagLocation(array, AffinityManager.Location.HOST);
    return array;
  }

  /** Returns the array {@code [rows, columns]} of a matrix. */
  public static INDArray array(Matrix matrix, DataType type) {
    return vector(matrix.toArray(), type).reshape('c', matrix.rows(), matrix.columns());
  }

  /** Returns the numbers of an array in C order. */
  public static double[] toDoubles(INDArray array) {
    return HostNumbers.read(array);
  }

  /** Overwrites an array with as many numbers, in C order. */
  public static void assign(INDArray target, double[] values) {
    if (!HostNumbers.write(values, target)) {
      target.assign(vector(values, target.dataType()).reshape('c', target.shape()));
    }
  }

  /** Sets the numbers of an array that holds zeros, to as many in C order. */
  public static void fill(INDArray zeros, double[] values) {
    if (!HostNumbers.fill(zeros, values)) {
      assign(zeros, values);
    }
  }
}
