package org.slth.dl4j.internal.graph;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.dl4j.internal.rows.Thinning;

/**
 * The nonzeros of a matrix most of whose elements are zero, such as bags of words. Products with it
 * cost of order nonzeros * columns of the other factor.
 */
final class Nonzeros {

  /**
   * The share of nonzeros up to which products with them are faster: on one core with 1433 inputs
   * both ways took equally long at 2 % for 16 outputs, 3 % for 64 and 5 % for 256, the search for
   * nonzeros included; with 64 inputs at 6 % or more.
   */
  static final double DENSE = 0.04;

  private static final int ROWS = 64; // read at once, so that they stay in the processor's cache

  private final int columns;
  private final int[] start; // those of row i are start[i] to start[i + 1] - 1
  private int[] column;
  private double[] value;

  private Nonzeros(int rows, int columns) {
    this.columns = columns;
    this.start = new int[rows + 1];
    this.column = new int[ROWS * columns];
    this.value = new double[ROWS * columns];
  }

  /** Returns the nonzeros of an array {@code [rows, columns]}, if they are few. */
  static Optional<Nonzeros> of(INDArray array) {
    Nonzeros found = new Nonzeros(Math.toIntExact(array.size(0)), Math.toIntExact(array.size(1)));
    return found.read(array) ? Optional.of(found) : Optional.empty();
  }

  /** Returns false as soon as there are too many. */
  private boolean read(INDArray array) {
    RowKernels some = RowKernels.zeros(array.dataType(), Math.min(ROWS, rows()), columns);
    for (int first = 0; first < rows(); first += ROWS) {
      int count = Math.min(ROWS, rows() - first);
      some.read(array, first, count);
      reserve(start[first] + count * columns);
      for (int r = 0; r < count; r++) {
        start[first + r + 1] = some.nonzeros(r, column, value, start[first + r]);
      }
      if (start[first + count] > DENSE * (first + count) * columns) {
        return false;
      }
    }
    return true;
  }

  private void reserve(int size) {
    if (size > column.length) {
      int larger = Math.max(size, 2 * column.length);
      column = Arrays.copyOf(column, larger);
      value = Arrays.copyOf(value, larger);
    }
  }

  int rows() {
    return start.length - 1;
  }

  /** Thins the nonzeros out, as {@link RowKernels#thin} would the whole matrix. */
  void thin(Thinning thinning) {
    long threshold = thinning.threshold();
    double scale = 1 / thinning.retain();
    int next = 0;
    int a = 0;
    for (int i = 0; i < rows(); i++) {
      for (; a < start[i + 1]; a++) {
        if (thinning.keeps((long) i * columns + column[a], threshold) == 1) {
          column[next] = column[a];
          value[next++] = scale * value[a];
        }
      }
      start[i + 1] = next;
    }
  }

  /**
   * Adds to a block its product with a part of a matrix: to_i += sum_c x_ic w_(first + c).
   *
   * @param w the matrix
   * @param first its row for column 0
   * @param to one row per row of this matrix
   */
  void multiply(RowKernels w, int first, NodeMap.Block to) {
    for (int i = 0; i < rows(); i++) {
      for (int a = start[i]; a < start[i + 1]; a++) {
        to.rows().add(to.row(i), w, first + column[a], 1, value[a]);
      }
    }
  }

  /**
   * Adds to a part of a matrix the product of the transpose with a block: w_(first + c) += sum_i
   * x_ic u_i.
   *
   * @param u one row per row of this matrix
   * @param w the matrix
   * @param first its row for column 0
   */
  void multiplyBack(NodeMap.Block u, RowKernels w, int first) {
    for (int i = 0; i < rows(); i++) {
      for (int a = start[i]; a < start[i + 1]; a++) {
        w.add(first + column[a], u.rows(), u.row(i), 1, value[a]);
      }
    }
  }
}
