package org.slth.dl4j.graph;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The tuples of nodes that the rows of a tensor stand for, inside a SameDiff graph: for reference
 * implementations by matrices of zeros and ones, whose memory grows with the square of the rows.
 *
 * <p>Only comparisons, cumulative sums, products with matrices of rank 2 and arithmetic: everything
 * here is without gradient.
 */
final class TupleGraph {

  private final SameDiff graph;
  private final int order;
  private final SDVariable sizes; // [1, graphs]
  private final SDVariable starts; // [1, graphs], the first row of each
  private final SDVariable counts; // [1, graphs], the rows of each
  private final SDVariable rows; // [rows, 1], counted from 0
  private final SDVariable member; // [rows, graphs], 1 where the row belongs to the graph

  /**
   * Starts from the number of nodes of each graph.
   *
   * @param graph where to add operations
   * @param sizes {@code [graphs, 1]}
   * @param order of the tensor
   */
  TupleGraph(SameDiff graph, SDVariable sizes, int order) {
    this(graph, sizes, order, power(sizes, order).sum());
  }

  /**
   * Starts from the number of nodes of each graph, with padding.
   *
   * @param graph where to add operations
   * @param sizes {@code [graphs, 1]}
   * @param order of the tensor
   * @param length a scalar, the number of rows with padding
   */
  TupleGraph(SameDiff graph, SDVariable sizes, int order, SDVariable length) {
    this.graph = graph;
    this.order = order;
    this.sizes = sizes.reshape(1, -1);
    this.counts = power(this.sizes, order);
    this.starts = graph.cumsum(counts, 1).sub(counts);
    DataType type = sizes.dataType();
    SDVariable zero = graph.constant(0.0).castTo(type);
    SDVariable one = graph.constant(1.0).castTo(type);
    this.rows = graph.range(zero, length.castTo(type), one, type).reshape(-1, 1);
    SDVariable from = graph.gte(rows, starts).castTo(type);
    SDVariable to = graph.lt(rows, starts.add(counts)).castTo(type);
    this.member = from.mul(to);
  }

  private static SDVariable power(SDVariable sizes, int order) {
    SDVariable power = sizes.mul(0).add(1);
    for (int i = 0; i < order; i++) {
      power = power.mul(sizes);
    }
    return power;
  }

  /** Returns {@code [rows, graphs]}: 1 where the row belongs to the graph. */
  SDVariable member() {
    return member;
  }

  /** Returns {@code [rows, 1]}: the number of nodes of the row's graph, 0 for padding. */
  SDVariable nodes() {
    return own(sizes);
  }

  /**
   * Returns {@code [rows, 1]}: a node of each tuple, counted over the whole mini-batch.
   *
   * @param position which node of the tuple
   */
  SDVariable node(int position) {
    SDVariable n = nodes();
    SDVariable left = rows.sub(own(starts));
    for (int p = order - 1; p > position; p--) {
      left = quotient(left, n);
    }
    SDVariable digit = left.sub(quotient(left, n).mul(n));
    return digit.add(own(graph.cumsum(sizes, 1).sub(sizes)));
  }

  /**
   * Returns {@code [rows, rows of others]}: 1 where two nodes of the tuple are the other tuple.
   *
   * @param pairs the other tuples, of order 2
   * @param first the position of the one node
   * @param second the position of the other
   */
  SDVariable select(TupleGraph pairs, int first, int second) {
    return equal(node(first), pairs.node(0)).mul(equal(node(second), pairs.node(1)));
  }

  private SDVariable equal(SDVariable own, SDVariable others) {
    return graph.eq(own, others.permute(1, 0)).castTo(own.dataType());
  }

  /** The floor of a quotient of whole numbers, safe from rounding. */
  private SDVariable quotient(SDVariable dividend, SDVariable divisor) {
    return graph.math().floor(dividend.add(0.5).div(divisor));
  }

  private SDVariable own(SDVariable numbers) {
    return member.mul(numbers).sum(true, 1);
  }
}
