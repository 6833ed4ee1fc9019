package org.slth.dl4j.internal.rows;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A matrix in Java memory, whose rows come from an ND4J array and go back to it in bulk. */
public abstract sealed class RowMatrix permits RowKernels {

  private final int rows;
  private final int columns;

  RowMatrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Returns the number of rows. */
  public final int rows() {
    return rows;
  }

  /** Returns the number of columns. */
  public final int columns() {
    return columns;
  }

  /**
   * Overwrites the first rows by rows of an array.
   *
   * @param from an array of as many columns and of the same type, any view
   * @param first the first row to read there
   * @param count how many
   * @throws IllegalArgumentException if they lie behind the first 2 GB of the array
   */
  public final void read(INDArray from, long first, int count) {
    INDArray plain = plain(from);
    try {
      Nd4j.getAffinityManager().ensureLocation(plain, Location.HOST);
      get(plain, start(plain, first, count), count * columns);
    } finally {
      Reference.reachabilityFence(plain); // NIO buffers do not keep ND4J's memory alive
    }
  }

  /**
   * Overwrites rows of an array by the first rows.
   *
   * @param to an array of as many columns and of the same type, rows in C order without gaps
   * @param first the first row to write there
   * @param count how many
   * @throws IllegalArgumentException if the array has gaps or another order, or the rows lie behind
   *     its first 2 GB
   */
  public final void write(INDArray to, long first, int count) {
    if (plain(to) != to) {
      throw new IllegalArgumentException("expected an array in C order without gaps, got " + to);
    }
    try {
      Nd4j.getAffinityManager().ensureLocation(to, Location.HOST);
      put(to, start(to, first, count), count * columns);
      Nd4j.getAffinityManager().tagLocation(to, Location.HOST);
    } finally {
      Reference.reachabilityFence(to);
    }
  }

  /** Returns the first element of some rows; Java's buffers end after 2 GB. */
  private int start(INDArray array, long first, int count) {
    long limit = Integer.MAX_VALUE / array.dataType().width();
    if (array.offset() + (first + count) * columns > limit) {
      throw new IllegalArgumentException(
          "expected an array of at most %d numbers of type %s, got %d; take smaller"
                  .formatted(limit, array.dataType(), array.length())
              + " batches");
    }
    return (int) (first * columns);
  }

  /**
   * Overwrites an array.
   *
   * @param to an array {@code [rows, columns]} of the same type, in C order without gaps
   * @throws IllegalArgumentException if it has gaps or another order
   */
  public final void write(INDArray to) {
    write(to, 0, rows);
  }

  /**
   * Returns a new array of these rows, in the workspace that is open.
   *
   * @param type that of this matrix
   */
  public final INDArray array(DataType type) {
    INDArray array = Nd4j.createUninitialized(type, new long[] {rows, columns}, 'c');
    write(array);
    return array;
  }

  /** Returns an array with its rows in C order without gaps: itself if it is so, else a copy. */
  public static INDArray plain(INDArray array) {
    return HostFloats.isPlain(array) ? array : array.dup('c');
  }

  /**
   * Overwrites the elements of some rows.
   *
   * @param from the first row
   * @param to the last row, exclusive
   * @param value the new value
   */
  public abstract void fill(int from, int to, double value);

  /**
   * Returns an element.
   *
   * @param row its row
   * @param column its column
   */
  public abstract double get(int row, int column);

  /**
   * Overwrites an element.
   *
   * @param row its row
   * @param column its column
   * @param value the new value
   */
  public abstract void set(int row, int column, double value);

  /** Overwrites the first elements by elements of an array in host memory. */
  abstract void get(INDArray from, int first, int count);

  /** Overwrites elements of an array in host memory by the first elements. */
  abstract void put(INDArray to, int first, int count);
}
