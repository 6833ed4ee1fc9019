package org.slth.dl4j.internal.rows;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The numbers of an array of floats in host memory, in C order, as floats or as their bits. */
public final class HostFloats {

  private static final int LIMIT = Integer.MAX_VALUE / Float.BYTES; // of Java's buffers

  private final INDArray array;
  private final FloatBuffer floats;
  private final IntBuffer bits;
  private final int start;

  /**
   * Views an array, or copies it where it is not in C order without gaps.
   *
   * @param array one that {@link #takes}
   */
  public HostFloats(INDArray array) {
    boolean readable = isPlain(array) && array.offset() + array.length() <= LIMIT;
    this.array = readable ? array : array.dup('c');
    DataBuffer data = this.array.data();
    ByteBuffer memory = data.asNio();
    this.floats = memory.asFloatBuffer();
    this.bits = memory.asIntBuffer();
    this.start = (int) data.offset();
  }

  /** Returns whether an array is in C order without gaps. */
  static boolean isPlain(INDArray array) {
    long step = 1;
    for (int d = array.rank() - 1; d >= 0; d--) {
      if (array.size(d) != 1 && array.stride(d) != step) {
        return false;
      }
      step *= array.size(d);
    }
    return true;
  }

  /**
   * Returns whether an array is of floats in memory that Java can read, and not empty.
   *
   * @param array any
   */
  public static boolean takes(INDArray array) {
    return array.dataType() == DataType.FLOAT
        && Nd4j.getEnvironment().isCPU()
        && array.length() > 0
        && array.length() <= LIMIT;
  }

  int length() {
    return (int) array.length();
  }

  /**
   * Copies numbers out.
   *
   * @param from the first one
   * @param to overwritten from its begin
   * @param count how many
   */
  public void read(int from, float[] to, int count) {
    try {
      floats.get(start + from, to, 0, count);
    } finally {
      Reference.reachabilityFence(array); // NIO buffers do not keep ND4J's memory alive
    }
  }

  /**
   * Overwrites numbers.
   *
   * @param from read from its begin
   * @param to the first one
   * @param count how many
   */
  public void write(float[] from, int to, int count) {
    try {
      floats.put(start + to, from, 0, count);
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  /**
   * Overwrites numbers of a matrix by those of its transpose that are not 0.
   *
   * @param transposed all of them
   * @param rows of this matrix
   */
  void fill(double[] transposed, int rows) {
    int columns = length() / rows;
    try {
      for (int c = 0; c < columns; c++) {
        for (int r = 0; r < rows; r++) {
          double number = transposed[c * rows + r];
          if (Double.doubleToRawLongBits(number) != 0) { // -0 is written too
            floats.put(start + r * columns + c, (float) number);
          }
        }
      }
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  /**
   * Returns whether these are the same numbers as others, bit by bit.
   *
   * @param other of any length
   */
  public boolean equalNumbers(HostFloats other) {
    try {
      return slice().equals(other.slice());
    } finally {
      Reference.reachabilityFence(array);
      Reference.reachabilityFence(other.array);
    }
  }

  private IntBuffer slice() {
    IntBuffer view = bits.duplicate();
    return view.position(start).limit(start + length());
  }

  void readBits(int from, int[] to, int count) {
    try {
      bits.get(start + from, to, 0, count);
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  void writeBits(int[] from, int to, int count) {
    try {
      bits.put(start + to, from, 0, count);
    } finally {
      Reference.reachabilityFence(array);
    }
  }
}
