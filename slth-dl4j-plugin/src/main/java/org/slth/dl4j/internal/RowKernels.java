package org.slth.dl4j.internal;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A matrix of floats or doubles in Java memory, with the loops over rows that layers on graphs are
 * made of.
 *
 * <p>Rows come from an ND4J array and go back to it in bulk. For 100,000 rows of 32 floats (one
 * core, JDK 17) a copy takes 0.4 ms, and to add rows in any order 1.3 to 2.2; with element access
 * to ND4J's memory through NIO buffers or indexers the latter takes 4 to 12 ms, with bulk copies
 * row by row 9 ms.
 */
public abstract sealed class RowKernels permits FloatRows, DoubleRows {

  private final int rows;
  private final int columns;

  RowKernels(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Returns whether there are matrices of a type. */
  static boolean takes(DataType type) {
    return type == DataType.FLOAT || type == DataType.DOUBLE;
  }

  /**
   * Returns a matrix of zeros.
   *
   * @param type FLOAT or DOUBLE
   * @param rows number of rows
   * @param columns number of columns; the product of both fits an {@code int}
   * @throws IllegalArgumentException if the type is another
   */
  public static RowKernels zeros(DataType type, long rows, long columns) {
    int height = Math.toIntExact(rows);
    int width = Math.toIntExact(columns);
    return switch (type) {
      case FLOAT -> new FloatRows(height, width);
      case DOUBLE -> new DoubleRows(height, width);
      default ->
          throw new IllegalArgumentException(
              "layers on graphs are for networks of type FLOAT or DOUBLE, got " + type);
    };
  }

  /** Returns a copy of an array {@code [rows, columns]}, of which any view will do. */
  public static RowKernels of(INDArray array) {
    RowKernels copy = zeros(array.dataType(), array.size(0), array.size(1));
    copy.read(array, 0, copy.rows);
    return copy;
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
          "layers on graphs are for arrays of at most %d numbers of type %s, got %d; take smaller"
                  .formatted(limit, array.dataType(), array.length())
              + " batches");
    }
    return (int) (first * columns);
  }

  /** Returns a new array of these rows, in the workspace that is open. */
  final INDArray array(DataType type) {
    INDArray array = Nd4j.createUninitialized(type, new long[] {rows, columns}, 'c');
    write(array);
    return array;
  }

  /** Overwrites an array {@code [rows, columns]}, in C order without gaps. */
  public final void write(INDArray to) {
    write(to, 0, rows);
  }

  /** Returns an array with its rows in C order without gaps: itself if it is so, else a copy. */
  static INDArray plain(INDArray array) {
    long columns = array.size(1);
    boolean plain =
        (columns == 1 || array.stride(1) == 1)
            && (array.size(0) == 1 || array.stride(0) == columns);
    return plain ? array : array.dup('c');
  }

  /**
   * Adds a run of rows: to[row + i] += from[source + i].
   *
   * @param row the first row of this matrix
   * @param from a matrix of as many columns and of the same type
   * @param source the first row there
   * @param count how many rows
   */
  public final void add(int row, RowKernels from, int source, int count) {
    add(row, from, source, count, 1);
  }

  /**
   * Adds a multiple of a run of rows: to[row + i] += factor from[source + i].
   *
   * @param row the first row of this matrix
   * @param from a matrix of as many columns and of the same type
   * @param source the first row there
   * @param count how many rows
   * @param factor by which they are multiplied
   */
  public final void add(int row, RowKernels from, int source, int count, double factor) {
    Run to = new Run(row * columns, 0);
    addRuns(to, from, new Run(source * columns, 0), 1, count * columns, factor);
  }

  /**
   * Where runs of elements start: number i at element {@code start + i step}.
   *
   * @param start the first element of the first run
   * @param step the distance of two runs
   */
  record Run(int start, int step) {}

  /**
   * Adds multiples of runs of elements, one after the other.
   *
   * @param to where the runs of this matrix are
   * @param from another matrix of the same type
   * @param source where the runs are there
   * @param count how many runs
   * @param length the elements of a run
   * @param factor by which they are multiplied
   */
  abstract void addRuns(Run to, RowKernels from, Run source, int count, int length, double factor);

  /**
   * Adds products of rows, element by element, to one row: to[i] += sum over r of a_r[i] b_r[i].
   *
   * @param to the first element of a row of this matrix
   * @param a a matrix of as many columns and of the same type
   * @param first where its rows are
   * @param b another one
   * @param second where its rows are
   * @param count how many rows of each
   */
  abstract void addProducts(int to, RowKernels a, Run first, RowKernels b, Run second, int count);

  /**
   * Multiplies the first rows by a factor.
   *
   * @param count how many rows
   * @param factor by which they are multiplied
   */
  abstract void scale(int count, double factor);

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

  /** Returns a matrix of zeros of the same type and width. */
  abstract RowKernels empty(int rows);

  /**
   * Takes the greater in every column: to[row] = max(to[row], from[source]), of equal ones the
   * earlier.
   *
   * @param chosen receives for each column the row that was taken; -1 for none as yet
   */
  abstract void maximum(int row, RowKernels from, int source, int[] chosen);

  /** Adds to the rows that were taken: to[chosen[c]][c] += factor from[source][c]. */
  abstract void addChosen(RowKernels from, int source, int[] chosen, double factor);

  /**
   * Lists the columns and values of a row's elements that are not zero.
   *
   * @param at where to write the first
   * @return where the next would be written
   */
  abstract int nonzeros(int row, int[] column, double[] value, int at);

  /** Returns the inner product of a row and one of another matrix of the same type. */
  abstract double dot(int row, RowKernels from, int source);

  /** Returns the sum of each column. */
  abstract double[] columnSums();

  /** Returns the inner product of each column with that of a matrix of the same shape and type. */
  abstract double[] columnProducts(RowKernels other);

  /** Overwrites this matrix by one of the same shape and type, a factor and a shift per column. */
  abstract void affine(RowKernels from, double[] factor, double[] shift);

  /** Adds a matrix of the same shape and type, times a factor per column. */
  abstract void addColumns(RowKernels from, double[] factor);

  /** Drops some elements and scales the others up; elements are counted row by row. */
  abstract void thin(Thinning thinning);

  abstract void get(INDArray from, int first, int count);

  abstract void put(INDArray to, int first, int count);
}
