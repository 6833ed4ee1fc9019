package org.slth.dl4j.data.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A real matrix [nodes, columns] of which only what is not zero is kept: one-hot labels, bags of
 * words, or a few numbers per node. Immutable; equal if and only if the entries are.
 *
 * <p>Memory: 8 bytes per non-zero entry and 4 per row.
 */
public final class NodeFeatures {

  private final int columns;
  private final int[] first; // row i has the entries from first[i] to first[i + 1]
  private final int[] column; // ascending within a row
  private final float[] value;

  private NodeFeatures(int columns, int[] first, int[] column, float[] value) {
    this.columns = columns;
    this.first = first;
    this.column = column;
    this.value = value;
  }

  /** Returns the matrix without columns. */
  public static NodeFeatures none(int rows) {
    return new NodeFeatures(0, new int[rows + 1], new int[0], new float[0]);
  }

  /**
   * Row <i>i</i> is 1 in column {@code labels[i]}, else 0.
   *
   * @param labels one per row, each from 0 to {@code kinds - 1}; not modified
   * @throws IllegalArgumentException if a label is out of range
   */
  public static NodeFeatures oneHot(int[] labels, int kinds) {
    return indicator(kinds, Arrays.stream(labels).mapToObj(label -> new int[] {label}).toList());
  }

  /**
   * Row <i>i</i> is 1 in the columns {@code ones.get(i)}, else 0.
   *
   * @param ones the columns of each row, strictly ascending; not modified
   * @throws IllegalArgumentException if a column is out of range or out of order
   */
  public static NodeFeatures indicator(int columns, List<int[]> ones) {
    int[] first = new int[ones.size() + 1];
    for (int row = 0; row < ones.size(); row++) {
      checkAscending(row, ones.get(row), columns);
      first[row + 1] = first[row] + ones.get(row).length;
    }
    int[] column = ones.stream().flatMapToInt(Arrays::stream).toArray();
    float[] value = new float[column.length];
    Arrays.fill(value, 1);
    return new NodeFeatures(columns, first, column, value);
  }

  private static void checkAscending(int row, int[] columns, int limit) {
    int last = -1;
    for (int c : columns) {
      if (c <= last || c >= limit) {
        throw new IllegalArgumentException(
            String.format(
                "expected ascending columns below %d in row %d, got %s",
                limit, row, Arrays.toString(columns)));
      }
      last = c;
    }
  }

  /**
   * The matrix with these values, row by row.
   *
   * @param values {@code rows * columns} finite numbers; not modified
   * @throws IllegalArgumentException if the size does not fit or a number is not finite
   */
  public static NodeFeatures of(int rows, int columns, float[] values) {
    if (values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          String.format("expected %d x %d values, got %d", rows, columns, values.length));
    }
    int[] first = new int[rows + 1];
    int[] column = new int[values.length];
    float[] value = new float[values.length];
    int entries = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            String.format("expected finite values, got %s in row %d", values[i], i / columns));
      }
      if (values[i] != 0) {
        column[entries] = i % columns;
        value[entries++] = values[i];
      }
      first[i / columns + 1] = entries;
    }
    return new NodeFeatures(
        columns, first, Arrays.copyOf(column, entries), Arrays.copyOf(value, entries));
  }

  /** Returns the number of rows, one per node. */
  public int rows() {
    return first.length - 1;
  }

  /** Returns the number of columns, 0 for none. */
  public int columns() {
    return columns;
  }

  /** Returns the number of entries that are not zero. */
  public int entries() {
    return value.length;
  }

  /**
   * Returns one entry.
   *
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  public float value(int row, int column) {
    Objects.checkIndex(row, rows());
    Objects.checkIndex(column, columns);
    int at = Arrays.binarySearch(this.column, first[row], first[row + 1], column);
    return at < 0 ? 0 : value[at];
  }

  /**
   * Returns the columns of this matrix, then those of another with as many rows.
   *
   * @throws IllegalArgumentException if the numbers of rows differ
   */
  public NodeFeatures beside(NodeFeatures other) {
    if (other.rows() != rows()) {
      throw new IllegalArgumentException(
          String.format("expected %d rows, got %d", rows(), other.rows()));
    }
    int[] newFirst = new int[first.length];
    int[] newColumn = new int[column.length + other.column.length];
    float[] newValue = new float[newColumn.length];
    for (int row = 0; row < rows(); row++) {
      int end = copyRow(row, newColumn, newValue, newFirst[row], 0);
      newFirst[row + 1] = other.copyRow(row, newColumn, newValue, end, columns);
    }
    return new NodeFeatures(columns + other.columns, newFirst, newColumn, newValue);
  }

  /** Returns each row divided by the sum of its absolute values; rows of zeros stay as they are. */
  public NodeFeatures normalizedRows() {
    float[] scaled = value.clone();
    for (int row = 0; row < rows(); row++) {
      double sum = 0;
      for (int e = first[row]; e < first[row + 1]; e++) {
        sum += Math.abs(value[e]);
      }
      for (int e = first[row]; e < first[row + 1]; e++) {
        scaled[e] = (float) (value[e] / sum);
      }
    }
    return new NodeFeatures(columns, first, column, scaled);
  }

  /** Row {@code i} becomes row {@code permutation[i]}; the permutation is checked by the caller. */
  NodeFeatures permuted(int[] permutation) {
    int[] inverse = Permutations.inverse(permutation);
    int[] newFirst = new int[first.length];
    int[] newColumn = new int[column.length];
    float[] newValue = new float[value.length];
    for (int row = 0; row < rows(); row++) {
      newFirst[row + 1] = copyRow(inverse[row], newColumn, newValue, newFirst[row], 0);
    }
    return new NodeFeatures(columns, newFirst, newColumn, newValue);
  }

  private int copyRow(int row, int[] toColumn, float[] toValue, int at, int shift) {
    int end = at;
    for (int e = first[row]; e < first[row + 1]; e++) {
      toColumn[end] = column[e] + shift;
      toValue[end++] = value[e];
    }
    return end;
  }

  /** Writes row <i>i</i> to {@code target} from {@code offset + i * stride} on, zeros left out. */
  void write(float[] target, int offset, int stride) {
    for (int row = 0; row < rows(); row++) {
      int at = offset + row * stride;
      for (int e = first[row]; e < first[row + 1]; e++) {
        target[at + column[e]] = value[e];
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeFeatures that
        && columns == that.columns
        && Arrays.equals(first, that.first)
        && Arrays.equals(column, that.column)
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(columns, Arrays.hashCode(column), Arrays.hashCode(value));
  }

  @Override
  public String toString() {
    return "NodeFeatures[" + rows() + ", " + columns + "]";
  }
}
