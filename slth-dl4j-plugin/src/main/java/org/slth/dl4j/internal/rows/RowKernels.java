package org.slth.dl4j.internal.rows;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix of floats or doubles in Java memory, with the loops over rows that layers on graphs are
 * made of.
 *
 * <p>For 100,000 rows of 32 floats (one core, JDK 17) a copy from or to an ND4J array takes 0.4 ms,
 * and to add rows in any order 1.3 to 2.2; with element access to ND4J's memory through NIO buffers
 * or indexers the latter takes 4 to 12 ms, with bulk copies row by row 9 ms.
 */
public abstract sealed class RowKernels extends RowMatrix permits FloatRows, DoubleRows {

  RowKernels(int rows, int columns) {
    super(rows, columns);
  }

  /**
   * Returns whether there are matrices of a type.
   *
   * @param type of an array
   */
  public static boolean takes(DataType type) {
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
    copy.read(array, 0, copy.rows());
    return copy;
  }

  /** Returns a matrix of zeros of the same type and width. */
  public abstract RowKernels empty(int rows);

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
    Run to = new Run(row * columns(), 0);
    addRuns(to, from, new Run(source * columns(), 0), 1, count * columns(), factor);
  }

  /**
   * Where runs of elements start: number i at element {@code start + i step}.
   *
   * @param start the first element of the first run
   * @param step the distance of two runs
   */
  public record Run(int start, int step) {}

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
  public abstract void addRuns(
      Run to, RowKernels from, Run source, int count, int length, double factor);

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
  public abstract void addProducts(
      int to, RowKernels a, Run first, RowKernels b, Run second, int count);

  /**
   * Multiplies the first rows by a factor.
   *
   * @param count how many rows
   * @param factor by which they are multiplied
   */
  public abstract void scale(int count, double factor);

  /**
   * Takes the greater in every column: to[row] = max(to[row], from[source]), of equal ones the
   * earlier.
   *
   * @param row a row of this matrix
   * @param from a matrix of as many columns and of the same type
   * @param source a row there
   * @param chosen receives for each column the row that was taken; -1 for none as yet
   */
  public abstract void maximum(int row, RowKernels from, int source, int[] chosen);

  /**
   * Adds to the rows that were taken: to[chosen[c]][c] += factor from[source][c].
   *
   * @param from a matrix of as many columns and of the same type
   * @param source a row there
   * @param chosen for each column a row of this matrix, -1 for none
   * @param factor by which the elements are multiplied
   */
  public abstract void addChosen(RowKernels from, int source, int[] chosen, double factor);

  /**
   * Lists the columns and values of a row's elements that are not zero.
   *
   * @param row the row
   * @param column receives the columns, ascending
   * @param value receives the values
   * @param at where to write the first
   * @return where the next would be written
   */
  public abstract int nonzeros(int row, int[] column, double[] value, int at);

  /**
   * Returns the inner product of two rows.
   *
   * @param row a row of this matrix
   * @param from a matrix of as many columns and of the same type
   * @param source a row there
   */
  public abstract double dot(int row, RowKernels from, int source);

  /** Returns the sum of each column. */
  public abstract double[] columnSums();

  /** Returns the inner product of each column with that of a matrix of the same shape and type. */
  public abstract double[] columnProducts(RowKernels other);

  /**
   * Overwrites this matrix: to[r][c] = factor[c] from[r][c] + shift[c].
   *
   * @param from a matrix of the same shape and type
   * @param factor one for each column
   * @param shift one for each column
   */
  public abstract void affine(RowKernels from, double[] factor, double[] shift);

  /**
   * Adds a matrix, times a factor per column: to[r][c] += factor[c] from[r][c].
   *
   * @param from a matrix of the same shape and type
   * @param factor one for each column
   */
  public abstract void addColumns(RowKernels from, double[] factor);

  /** Drops some elements and scales the others up; elements are counted row by row. */
  public abstract void thin(Thinning thinning);
}
