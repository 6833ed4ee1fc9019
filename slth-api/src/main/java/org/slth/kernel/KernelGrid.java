package org.slth.kernel;

import java.util.Objects;
import java.util.Optional;
import org.slth.algebra.Matrix;

/**
 * The square grid on which a kernel is sampled, centred at the origin with unit spacing.
 *
 * <p>Cell {@code row * size + column} lies at <i>x</i> = column − (size − 1)/2, <i>y</i> = (size −
 * 1)/2 − row: whole numbers if the size is odd, half-integers if it is even.
 */
public final class KernelGrid {

  /** How near to a cell the image of a cell must be: matrices of symmetries are that exact. */
  private static final double ROUNDING = 1e-9;

  private static final int LARGEST = 1000;

  private final int size;

  private KernelGrid(int size) {
    this.size = size;
  }

  /**
   * {@return the grid of that size}
   *
   * @param size the number of rows and of columns, from 1 to 1000
   * @throws IllegalArgumentException if it is not
   */
  public static KernelGrid square(int size) {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException(
          String.format("a kernel has 1 to %d cells a side, got %d", LARGEST, size));
    }
    return new KernelGrid(size);
  }

  /** {@return the number of rows and of columns} */
  public int size() {
    return size;
  }

  /** {@return the number of cells, {@code size * size}} */
  public int cells() {
    return size * size;
  }

  /**
   * {@return how far to the right a cell lies}
   *
   * @param cell from 0 to {@code cells() - 1}
   */
  public double x(int cell) {
    return Objects.checkIndex(cell, cells()) % size - (size - 1) / 2.0;
  }

  /**
   * {@return how far up a cell lies}
   *
   * @param cell from 0 to {@code cells() - 1}
   */
  public double y(int cell) {
    int row = Objects.checkIndex(cell, cells()) / size;
    return (size - 1) / 2.0 - row;
  }

  /**
   * {@return for each cell the cell to which a linear map moves it, or nothing if the map does not
   * take the grid to itself}
   *
   * @param action a 2 by 2 matrix that acts on columns (<i>x</i>, <i>y</i>)
   */
  public Optional<int[]> permutation(Matrix action) {
    int[] images = new int[cells()];
    boolean[] hit = new boolean[cells()];
    for (int cell = 0; cell < images.length; cell++) {
      double x = action.get(0, 0) * x(cell) + action.get(0, 1) * y(cell);
      double y = action.get(1, 0) * x(cell) + action.get(1, 1) * y(cell);
      double column = x + (size - 1) / 2.0;
      double row = (size - 1) / 2.0 - y;
      if (!isIndex(column) || !isIndex(row)) {
        return Optional.empty();
      }
      images[cell] = (int) Math.rint(row) * size + (int) Math.rint(column);
      if (hit[images[cell]]) {
        return Optional.empty();
      }
      hit[images[cell]] = true;
    }
    return Optional.of(images);
  }

  private boolean isIndex(double coordinate) {
    double whole = Math.rint(coordinate);
    return Math.abs(coordinate - whole) < ROUNDING && whole >= 0 && whole < size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KernelGrid grid && size == grid.size;
  }

  @Override
  public int hashCode() {
    return Integer.hashCode(size);
  }

  @Override
  public String toString() {
    return size + " x " + size;
  }
}
