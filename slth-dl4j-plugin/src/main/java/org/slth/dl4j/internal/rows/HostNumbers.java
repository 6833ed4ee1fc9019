package org.slth.dl4j.internal.rows;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A few numbers from ND4J and back, such as the parameters of a layer; element by element ND4J
 * takes about a microsecond for ten of them.
 */
public final class HostNumbers {

  private HostNumbers() {}

  /** Returns the numbers of an array in C order. */
  public static double[] read(INDArray array) {
    if (!HostFloats.takes(array)) {
      return array.reshape('c', new long[] {array.length()}).toDoubleVector();
    }
    HostFloats memory = new HostFloats(array);
    float[] floats = new float[memory.length()];
    memory.read(0, floats, floats.length);
    double[] numbers = new double[floats.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = floats[i];
    }
    return numbers;
  }

  /**
   * Overwrites an array of as many floats in C order without gaps, if it is one.
   *
   * @return whether it is
   */
  public static boolean write(double[] numbers, INDArray array) {
    if (!HostFloats.takes(array)
        || !HostFloats.isPlain(array)
        || array.length() != numbers.length) {
      return false;
    }
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    new HostFloats(array).write(floats, 0, floats.length);
    return true;
  }

  /**
   * Sets the numbers of a matrix or row of floats in Fortran order without gaps, if it is one: only
   * those that are not 0, as few are in a pruned layer, over which transposing all takes long.
   *
   * @param zeros what holds zeros
   * @param numbers as many, in C order
   * @return whether it is one
   */
  public static boolean fill(INDArray zeros, double[] numbers) {
    if (zeros.rank() != 2
        || !HostFloats.takes(zeros)
        || !HostFloats.isPlain(zeros.transpose())
        || zeros.length() != numbers.length) {
      return false;
    }
    new HostFloats(zeros.transpose()).fill(numbers, zeros.columns());
    return true;
  }
}
