package org.slth.dl4j.internal.graph;

import org.slth.dl4j.internal.rows.RowKernels;

/**
 * A map of node features that acts on every channel alike and commutes with the relabelling of
 * nodes. An instance belongs to one mini-batch and one step.
 */
public interface NodeMap {

  /**
   * Adds the image of node features.
   *
   * @param from the features, one row per source
   * @param to receives the images, one row per target
   * @param factor by which they are multiplied
   */
  void add(Block from, Block to, double factor);

  /**
   * Adds the gradient by the features of the last {@link #add}, for the factor 1.
   *
   * @param epsilon the gradient by the images, one row per target
   * @param to receives the gradient, one row per source
   * @param factor by which it is multiplied
   */
  void addBack(Block epsilon, Block to, double factor);

  /**
   * Every {@code count}-th row of a matrix: the features of node i are row i * count + number.
   *
   * @param rows the matrix
   * @param count how many blocks share it
   * @param number which of them this is
   */
  record Block(RowKernels rows, int count, int number) {

    /** Returns all rows of a matrix. */
    public static Block of(RowKernels rows) {
      return new Block(rows, 1, 0);
    }

    int row(int node) {
      return node * count + number;
    }

    int nodes() {
      return rows.rows() / count;
    }
  }

  /** Returns the map that leaves all features as they are. */
  static NodeMap identity() {
    return new NodeMap() {
      @Override
      public void add(Block from, Block to, double factor) {
        for (int i = 0; i < from.nodes(); i++) {
          to.rows.add(to.row(i), from.rows, from.row(i), 1, factor);
        }
      }

      @Override
      public void addBack(Block epsilon, Block to, double factor) {
        add(epsilon, to, factor);
      }
    };
  }
}
