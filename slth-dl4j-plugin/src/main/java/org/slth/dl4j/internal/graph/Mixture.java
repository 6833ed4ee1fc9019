package org.slth.dl4j.internal.graph;

import java.util.List;
import java.util.function.Function;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.RowKernels;

/**
 * What a layer of message passing adds up: y = sum_k P_k(x) W_k + b, or, if the maps are tied, y =
 * ((1 + epsilon) P_0(x) + P_1(x) + ...) W + b.
 *
 * @param maps the maps P_k, each made for the arcs of a batch
 * @param linear whether all of them are linear
 * @param inputs number of input channels
 * @param outputs number of output channels
 * @param hasBias whether there is a bias
 * @param retain probability of keeping an element of the input in training; 1 for no dropout
 * @param tie how maps share one matrix, or {@link Tie#NONE}
 */
public record Mixture(
    List<Function<Adjacency, NodeMap>> maps,
    boolean linear,
    int inputs,
    int outputs,
    boolean hasBias,
    double retain,
    Tie tie) {

  /**
   * How the maps share one matrix.
   *
   * @param tied whether they do
   * @param epsilon the fixed epsilon
   * @param learned whether epsilon is a parameter instead
   */
  public record Tie(boolean tied, double epsilon, boolean learned) {

    /** Every map has a matrix of its own. */
    public static final Tie NONE = new Tie(false, 0, false);
  }

  /** Returns the number of matrices. */
  int blocks() {
    return tie.tied ? 1 : maps.size();
  }

  /** Returns the part of a matrix that belongs to a map. */
  NodeMap.Block block(RowKernels rows, int map) {
    return new NodeMap.Block(rows, blocks(), tie.tied ? 0 : map);
  }

  /** Returns the factor of a map. */
  double factor(int map, LayerContext context) {
    if (map > 0 || !tie.tied) {
      return 1;
    }
    return 1
        + (tie.learned
            ? context.parameter(MessagePassingFunction.EPSILON).getDouble(0)
            : tie.epsilon);
  }
}
