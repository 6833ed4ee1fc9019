package org.slth.dl4j.internal.rows;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows of floats. */
final class FloatRows extends RowKernels {

  private final float[] data;

  FloatRows(int rows, int columns) {
    super(rows, columns);
    data = new float[Math.multiplyExact(rows, columns)];
  }

  @Override
  public void addRuns(Run to, RowKernels from, Run source, int count, int length, double factor) {
    float[] own = data;
    float[] other = ((FloatRows) from).data;
    float f = (float) factor;
    int r = 0;
    for (; to.step() == 0 && r + 4 <= count; r += 4) { // a sum of runs: four at once
      int a = to.start();
      int b0 = source.start() + r * source.step();
      int b1 = b0 + source.step();
      int b2 = b1 + source.step();
      int b3 = b2 + source.step();
      for (int i = 0; i < length; i++) {
        own[a + i] += f * (other[b0 + i] + other[b1 + i] + (other[b2 + i] + other[b3 + i]));
      }
    }
    for (; r < count; r++) {
      int a = to.start() + r * to.step();
      int b = source.start() + r * source.step();
      for (int i = 0; i < length; i++) {
        own[a + i] += f * other[b + i];
      }
    }
  }

  @Override
  public void addProducts(int to, RowKernels a, Run first, RowKernels b, Run second, int count) {
    float[] own = data;
    float[] x = ((FloatRows) a).data;
    float[] y = ((FloatRows) b).data;
    int length = columns();
    int r = 0;
    for (; r + 4 <= count; r += 4) {
      int x0 = first.start() + r * first.step();
      int x1 = x0 + first.step();
      int x2 = x1 + first.step();
      int x3 = x2 + first.step();
      int y0 = second.start() + r * second.step();
      int y1 = y0 + second.step();
      int y2 = y1 + second.step();
      int y3 = y2 + second.step();
      for (int i = 0; i < length; i++) {
        own[to + i] +=
            x[x0 + i] * y[y0 + i]
                + x[x1 + i] * y[y1 + i]
                + (x[x2 + i] * y[y2 + i] + x[x3 + i] * y[y3 + i]);
      }
    }
    for (; r < count; r++) {
      int x0 = first.start() + r * first.step();
      int y0 = second.start() + r * second.step();
      for (int i = 0; i < length; i++) {
        own[to + i] += x[x0 + i] * y[y0 + i];
      }
    }
  }

  @Override
  public void scale(int count, double factor) {
    float[] own = data;
    float f = (float) factor;
    int length = count * columns();
    for (int i = 0; i < length; i++) {
      own[i] *= f;
    }
  }

  @Override
  public void fill(int from, int to, double value) {
    Arrays.fill(data, from * columns(), to * columns(), (float) value);
  }

  @Override
  public double get(int row, int column) {
    return data[row * columns() + column];
  }

  @Override
  public void set(int row, int column, double value) {
    data[row * columns() + column] = (float) value;
  }

  @Override
  public RowKernels empty(int rows) {
    return new FloatRows(rows, columns());
  }

  @Override
  public void maximum(int row, RowKernels from, int source, int[] chosen) {
    float[] other = ((FloatRows) from).data;
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
  public void addChosen(RowKernels from, int source, int[] chosen, double factor) {
    float[] other = ((FloatRows) from).data;
    int width = columns();
    int b = source * width;
    for (int i = 0; i < width; i++) {
      if (chosen[i] >= 0) {
        data[chosen[i] * width + i] += (float) factor * other[b + i];
      }
    }
  }

  @Override
  public int nonzeros(int row, int[] column, double[] value, int at) {
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
  public double dot(int row, RowKernels from, int source) {
    float[] other = ((FloatRows) from).data;
    int width = columns();
    int a = row * width;
    int b = source * width;
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += (double) data[a + i] * other[b + i];
    }
    return sum;
  }

  @Override
  public double[] columnSums() {
    double[] sums = new double[columns()];
    for (int r = 0, a = 0; r < rows(); r++, a += sums.length) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += data[a + i];
      }
    }
    return sums;
  }

  @Override
  public double[] columnProducts(RowKernels other) {
    float[] second = ((FloatRows) other).data;
    double[] sums = new double[columns()];
    for (int r = 0, a = 0; r < rows(); r++, a += sums.length) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += (double) data[a + i] * second[a + i];
      }
    }
    return sums;
  }

  @Override
  public void affine(RowKernels from, double[] factor, double[] shift) {
    float[] other = ((FloatRows) from).data;
    float[] f = new float[factor.length];
    float[] s = new float[factor.length];
    for (int i = 0; i < f.length; i++) {
      f[i] = (float) factor[i];
      s[i] = (float) shift[i];
    }
    for (int r = 0, a = 0; r < rows(); r++, a += f.length) {
      for (int i = 0; i < f.length; i++) {
        data[a + i] = f[i] * other[a + i] + s[i];
      }
    }
  }

  @Override
  public void addColumns(RowKernels from, double[] factor) {
    float[] other = ((FloatRows) from).data;
    float[] f = new float[factor.length];
    for (int i = 0; i < f.length; i++) {
      f[i] = (float) factor[i];
    }
    for (int r = 0, a = 0; r < rows(); r++, a += f.length) {
      for (int i = 0; i < f.length; i++) {
        data[a + i] += f[i] * other[a + i];
      }
    }
  }

  @Override
  public void thin(Thinning thinning) {
    long threshold = thinning.threshold();
    float scale = (float) (1 / thinning.retain());
    for (int i = 0; i < data.length; i++) {
      data[i] *= scale * thinning.keeps(i, threshold);
    }
  }

  @Override
  void get(INDArray from, int first, int count) {
    FloatBuffer memory = from.data().asNioFloat();
    memory.get(memory.position() + first, data, 0, count);
  }

  @Override
  void put(INDArray to, int first, int count) {
    FloatBuffer memory = to.data().asNioFloat();
    memory.put(memory.position() + first, data, 0, count);
  }
}
