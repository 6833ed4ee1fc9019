package org.slth.dl4j.layertype.steerable;

import java.util.Arrays;
import java.util.List;
import org.slth.algebra.Matrix;
import org.slth.kernel.SteerableKernelBasis;

/** A kernel in double precision, cell by cell: Σ c b. */
final class KernelCells {

  private final double[][] cells; // [output, input] each
  private final int rows;
  private final int columns;

  /**
   * Starts with zeros.
   *
   * @param cells how many cells there are
   * @param rows output channels
   * @param columns input channels
   */
  KernelCells(int cells, int rows, int columns) {
    this.cells = new double[cells][rows * columns];
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Adds a multiple of an element of a basis.
   *
   * @param row the first channel of its output field
   * @param column the first channel of its input field
   */
  void add(double coefficient, SteerableKernelBasis basis, int element, int row, int column) {
    int out = basis.output().dimension();
    int in = basis.input().dimension();
    for (int cell = 0; cell < cells.length; cell++) {
      for (int i = 0; i < out; i++) {
        for (int j = 0; j < in; j++) {
          cells[cell][(row + i) * columns + column + j] +=
              coefficient * basis.value(element, i, j, cell);
        }
      }
    }
  }

  /** Returns one matrix for each cell. */
  List<Matrix> matrices() {
    return Arrays.stream(cells).map(cell -> Matrix.of(rows, columns, cell)).toList();
  }
}
