package org.slth.dl4j.internal.graph;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.rows.RowKernels;

/** The numbers of nodes of the graphs of a mini-batch, and where their tensors begin. */
public final class GraphSizes {

  private final int[] nodes; // of each graph

  private GraphSizes(int[] nodes) {
    this.nodes = nodes;
  }

  /**
   * Returns what an array says.
   *
   * @param sizes {@code [graphs, 1]}
   * @param least the least number of nodes that makes sense
   * @throws IllegalArgumentException if a number is not whole, or less
   */
  public static GraphSizes of(INDArray sizes, int least) {
    RowKernels numbers = RowKernels.of(sizes);
    int[] nodes = new int[numbers.rows()];
    for (int g = 0; g < nodes.length; g++) {
      double size = numbers.get(g, 0);
      nodes[g] = (int) size;
      if (nodes[g] != size || nodes[g] < least) {
        throw new IllegalArgumentException(
            "expected sizes that are whole numbers of at least %d, got %s for graph %d"
                .formatted(least, size, g));
      }
    }
    return new GraphSizes(nodes);
  }

  /** Returns the number of graphs. */
  public int graphs() {
    return nodes.length;
  }

  /**
   * Returns the number of nodes of a graph.
   *
   * @param graph counted from 0
   */
  public int nodes(int graph) {
    return nodes[graph];
  }

  /** Returns the number of nodes of the largest graph. */
  public int largest() {
    return Arrays.stream(nodes).max().orElse(0);
  }

  /** Returns the number of rows of a tensor of the order: the sum of <i>n</i><sup>order</sup>. */
  public long rows(int order) {
    return Arrays.stream(nodes).mapToLong(n -> power(n, order)).sum();
  }

  /** Returns the first row of each graph in a tensor of the order. */
  public long[] starts(int order) {
    long[] starts = new long[nodes.length];
    for (int g = 1; g < starts.length; g++) {
      starts[g] = starts[g - 1] + power(nodes[g - 1], order);
    }
    return starts;
  }

  /**
   * Checks that a tensor has one row for each tuple of nodes.
   *
   * @param order of the tensor
   * @param rows it has
   * @throws IllegalArgumentException if it has more or fewer
   */
  public void requireRows(int order, long rows) {
    if (rows != rows(order)) {
      throw new IllegalArgumentException(
          "expected %d rows, the sum of n^%d over %d graphs, got %d"
              .formatted(rows(order), order, graphs(), rows));
    }
  }

  /** Returns <i>n</i><sup>order</sup>. */
  static int power(int n, int order) {
    int power = 1;
    for (int i = 0; i < order; i++) {
      power = Math.multiplyExact(power, n);
    }
    return power;
  }
}
