package org.slth.algebra;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;

/**
 * An immutable real matrix in double precision; equal to another if and only if all entries are.
 *
 * <p>Indices start at 0, storage is row by row. A product of two <i>n</i> by <i>n</i> matrices is
 * of order <i>n</i>³.
 */
public final class Matrix {

  private final int rows;
  private final int columns;
  private final double[] entries; // row-major, never handed out

  private Matrix(int rows, int columns, double[] entries) {
    this.rows = rows;
    this.columns = columns;
    this.entries = entries;
  }

  /** The entry of a matrix as a function of its place. */
  @FunctionalInterface
  public interface Entry {

    /**
     * {@return the entry in that row and column}
     *
     * @param row the row, from 0
     * @param column the column, from 0
     */
    double at(int row, int column);
  }

  /**
   * {@return the matrix with these entries}
   *
   * @param rowMajor the entries row by row; copied
   * @throws IllegalArgumentException if there are not {@code rows * columns} entries
   */
  public static Matrix of(int rows, int columns, double... rowMajor) {
    if (rows < 0 || columns < 0 || rowMajor.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          String.format(
              "a %d x %d matrix needs rows * columns entries, got %d",
              rows, columns, rowMajor.length));
    }
    return new Matrix(rows, columns, rowMajor.clone());
  }

  /**
   * {@return the matrix with these entries}
   *
   * @param entry asked once for each place
   */
  public static Matrix generate(int rows, int columns, Entry entry) {
    double[] entries = new double[Math.multiplyExact(rows, columns)];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        entries[i * columns + j] = entry.at(i, j);
      }
    }
    return new Matrix(rows, columns, entries);
  }

  /** {@return the identity of that size} */
  public static Matrix identity(int size) {
    return generate(size, size, (i, j) -> i == j ? 1 : 0);
  }

  /** {@return the matrix of zeros} */
  public static Matrix zero(int rows, int columns) {
    return new Matrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
  }

  /** {@return the number of rows} */
  public int rows() {
    return rows;
  }

  /** {@return the number of columns} */
  public int columns() {
    return columns;
  }

  /**
   * {@return the entry at that place}
   *
   * @param row the row, from 0
   * @param column the column, from 0
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public double get(int row, int column) {
    return entries[Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)];
  }

  /**
   * {@return the product <i>AB</i> of this matrix and another}
   *
   * @param other a matrix with as many rows as this one has columns
   */
  public Matrix times(Matrix other) {
    if (columns != other.rows) {
      throw new IllegalArgumentException(
          "a product needs inner sizes that agree, got " + shape() + " times " + other.shape());
    }
    double[] product = new double[Math.multiplyExact(rows, other.columns)];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        double a = entries[i * columns + k];
        if (a != 0) {
          for (int j = 0; j < other.columns; j++) {
            product[i * other.columns + j] += a * other.entries[k * other.columns + j];
          }
        }
      }
    }
    return new Matrix(rows, other.columns, product);
  }

  /** {@return the sum of this matrix and another of its shape} */
  public Matrix plus(Matrix other) {
    requireSameShape(other);
    return map(i -> entries[i] + other.entries[i]);
  }

  /** {@return the difference of this matrix and another of its shape} */
  public Matrix minus(Matrix other) {
    requireSameShape(other);
    return map(i -> entries[i] - other.entries[i]);
  }

  /** {@return this matrix times a number} */
  public Matrix scaled(double factor) {
    return map(i -> factor * entries[i]);
  }

  /** {@return the transposed matrix} */
  public Matrix transposed() {
    return generate(columns, rows, (i, j) -> entries[j * columns + i]);
  }

  /** {@return the Kronecker product <i>A</i> ⊗ <i>B</i>, with the indices of <i>A</i> outermost} */
  public Matrix kronecker(Matrix other) {
    return generate(
        rows * other.rows,
        columns * other.columns,
        (i, j) ->
            get(i / other.rows, j / other.columns) * other.get(i % other.rows, j % other.columns));
  }

  /** {@return the block-diagonal matrix <i>A</i> ⊕ <i>B</i>} */
  public Matrix directSum(Matrix other) {
    return generate(
        rows + other.rows,
        columns + other.columns,
        (i, j) -> {
          if (i < rows && j < columns) {
            return get(i, j);
          }
          return i >= rows && j >= columns ? other.get(i - rows, j - columns) : 0;
        });
  }

  /** {@return the sum of the diagonal; for square matrices} */
  public double trace() {
    requireSquare();
    return IntStream.range(0, rows).mapToDouble(i -> get(i, i)).sum();
  }

  /** {@return the Frobenius product Σ <i>A_ij B_ij</i> with a matrix of this shape} */
  public double dot(Matrix other) {
    requireSameShape(other);
    double sum = 0;
    for (int i = 0; i < entries.length; i++) {
      sum += entries[i] * other.entries[i];
    }
    return sum;
  }

  /** {@return the square root of the sum of the squared entries} */
  public double frobeniusNorm() {
    return Math.sqrt(dot(this));
  }

  /** {@return the largest singular value, the operator norm between Euclidean spaces} */
  public double spectralNorm() {
    return entries.length == 0 ? 0 : Arrays.stream(singularValues()).max().orElse(0);
  }

  /** {@return the singular values in descending order} */
  public double[] singularValues() {
    double[] values = SingularOps_DDRM.singularValues(toEjml());
    Arrays.sort(values);
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[values.length - 1 - i])
        .toArray();
  }

  /**
   * {@return an orthonormal basis, as columns, of the span of the columns of this matrix}
   *
   * <p>Gram–Schmidt with pivoting: each step takes the column that is farthest from the span so
   * far, of nearly equal ones the first, so that the result does not depend on the last bit of any
   * entry. The caller knows the dimension; it is not guessed from small numbers.
   *
   * @param dimension the dimension of the span
   * @throws IllegalArgumentException if the span is plainly smaller than that
   */
  public Matrix columnSpace(int dimension) {
    return GramSchmidt.columnSpace(this, dimension);
  }

  /**
   * {@return how far a vector is from the span of the columns, relative to its own length}
   *
   * <p>That is min over <i>c</i> of ‖<i>v</i> − <i>Ac</i>‖ / ‖<i>v</i>‖, and 0 for the zero vector.
   * The columns must be linearly independent.
   *
   * @param vector one number for each row
   */
  public double distanceToSpan(double... vector) {
    Matrix v = of(rows, 1, vector);
    Matrix q = columnSpace(columns);
    double norm = v.frobeniusNorm();
    return norm == 0 ? 0 : v.minus(q.times(q.transposed().times(v))).frobeniusNorm() / norm;
  }

  /**
   * {@return whether another matrix has this shape and no entry differs by more than a tolerance}
   *
   * @param other the matrix to compare with
   * @param tolerance the largest difference allowed
   */
  public boolean isCloseTo(Matrix other, double tolerance) {
    return rows == other.rows
        && columns == other.columns
        && IntStream.range(0, entries.length)
            .allMatch(i -> Math.abs(entries[i] - other.entries[i]) <= tolerance);
  }

  /** {@return a copy of the entries, row by row} */
  public double[] toArray() {
    return entries.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix m
        && rows == m.rows
        && columns == m.columns
        && IntStream.range(0, entries.length).allMatch(i -> entries[i] == m.entries[i]);
  }

  @Override
  public int hashCode() {
    int hash = 31 * rows + columns;
    for (double entry : entries) {
      hash = 31 * hash + Double.hashCode(entry + 0.0); // -0.0 equals 0.0
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(shape());
    for (int i = 0; i < rows; i++) {
      text.append('\n')
          .append(Arrays.toString(Arrays.copyOfRange(entries, i * columns, (i + 1) * columns)));
    }
    return text.toString();
  }

  private Matrix map(IntToDoubleFunction entry) {
    return new Matrix(
        rows, columns, IntStream.range(0, entries.length).mapToDouble(entry).toArray());
  }

  DMatrixRMaj toEjml() {
    return new DMatrixRMaj(rows, columns, true, entries.clone());
  }

  private String shape() {
    return rows + " x " + columns;
  }

  private void requireSameShape(Matrix other) {
    if (rows != other.rows || columns != other.columns) {
      throw new IllegalArgumentException(
          "expected two matrices of one shape, got " + shape() + " and " + other.shape());
    }
  }

  void requireSquare() {
    if (rows != columns) {
      throw new IllegalArgumentException("expected a square matrix, got " + shape());
    }
  }
}
