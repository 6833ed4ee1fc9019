package org.slth.dl4j.internal;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows of doubles. */
final class DoubleRows extends RowKernels {

  private final double[] data;

  DoubleRows(int rows, int columns) {
    super(rows, columns);
    data = new double[Math.multiplyExact(rows, columns)];
  }

  @Override
  public void add(int row, RowKernels from, int source, int count) {
    double[] other = ((DoubleRows) from).data;
    int width = columns();
    int a = row * width;
    int b = source * width;
    int length = count * width;
    for (int i = 0; i < length; i++) {
      data[a + i] += other[b + i];
    }
  }

  @Override
  public void add(int row, RowKernels from, int source, int count, double factor) {
    double[] other = ((DoubleRows) from).data;
    int width = columns();
    int a = row * width;
    int b = source * width;
    int length = count * width;
    for (int i = 0; i < length; i++) {
      data[a + i] += factor * other[b + i];
    }
  }

  @Override
  public void fill(int from, int to, double value) {
    Arrays.fill(data, from * columns(), to * columns(), value);
  }

  @Override
  public double get(int row, int column) {
    return data[row * columns() + column];
  }

  @Override
  public void set(int row, int column, double value) {
    data[row * columns() + column] = value;
  }

  @Override
  void get(INDArray from, int first, int count) {
    DoubleBuffer memory = from.data().asNioDouble();
    memory.get(memory.position() + first, data, 0, count);
  }

  @Override
  void put(INDArray to, int first, int count) {
    DoubleBuffer memory = to.data().asNioDouble();
    memory.put(memory.position() + first, data, 0, count);
  }
}
