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
  RowKernels empty(int rows) {
    return new DoubleRows(rows, columns());
  }

  @Override
  void maximum(int row, RowKernels from, int source, int[] chosen) {
    double[] other = ((DoubleRows) from).data;
    int width = columns();
    int a = row * width;
    int b = source * width;
    for (int i = 0; i < width; i++) {
      if (chosen[i] < 0 || other[b + i] > data[a + i]) {
        data[a + i] = other[b + i];
        chosen[i] = source;
      }
    }
  }

  @Override
  void addChosen(RowKernels from, int source, int[] chosen, double factor) {
    double[] other = ((DoubleRows) from).data;
    int width = columns();
    int b = source * width;
    for (int i = 0; i < width; i++) {
      if (chosen[i] >= 0) {
        data[chosen[i] * width + i] += factor * other[b + i];
      }
    }
  }

  @Override
  int nonzeros(int row, int[] column, double[] value, int at) {
    int width = columns();
    int a = row * width;
    int next = at;
    for (int i = 0; i < width; i++) {
      if (data[a + i] != 0) {
        column[next] = i;
        value[next++] = data[a + i];
      }
    }
    return next;
  }

  @Override
  double dot(int row, RowKernels from, int source) {
    double[] other = ((DoubleRows) from).data;
    int width = columns();
    int a = row * width;
    int b = source * width;
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += data[a + i] * other[b + i];
    }
    return sum;
  }

  @Override
  void thin(Thinning thinning) {
    long threshold = thinning.threshold();
    double scale = (1 / thinning.retain());
    for (int i = 0; i < data.length; i++) {
      data[i] *= scale * thinning.keeps(i, threshold);
    }
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
