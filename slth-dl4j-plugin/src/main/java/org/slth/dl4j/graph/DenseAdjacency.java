package org.slth.dl4j.graph;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A list of arcs as a matrix of a SameDiff graph, for the reference runtime. */
final class DenseAdjacency {

  private static final double BELOW_ALL = -1e30; // far below any feature, and finite in float

  private final SameDiff graph;
  private final SDVariable matrix; // [targets, sources], how often each arc is listed

  /**
   * Counts the arcs.
   *
   * @param graph where the matrix is computed
   * @param arcs rows (target, source); rows of other numbers count nowhere
   * @param targets an array with a row for each target
   * @param sources an array with a row for each source
   */
  DenseAdjacency(SameDiff graph, SDVariable arcs, SDVariable targets, SDVariable sources) {
    this.graph = graph;
    this.matrix =
        graph.linalg().mmul(oneHot(arcs, 0, targets), oneHot(arcs, 1, sources), true, false, false);
  }

  /** Returns {@code [arcs, nodes]}: 1 where the arc has the node at this end. */
  private SDVariable oneHot(SDVariable arcs, int end, SDVariable nodes) {
    DataType type = arcs.dataType();
    SDVariable unit = graph.constant(Nd4j.eye(2).getColumn(end, true).castTo(type));
    SDVariable zero = graph.constant(0.0).castTo(type);
    SDVariable one = graph.constant(1.0).castTo(type);
    SDVariable count = graph.sizeAt(nodes, 0).castTo(type);
    SDVariable numbers = graph.range(zero, count, one, type).reshape(1, -1);
    return graph.eq(arcs.mmul(unit), numbers).castTo(type);
  }

  SDVariable sum(SDVariable x) {
    return matrix.mmul(x);
  }

  SDVariable mean(SDVariable x) {
    SDVariable hasNone = degrees().eq(0).castTo(x.dataType());
    return sum(x).div(degrees().add(hasNone));
  }

  SDVariable normalized(SDVariable x) {
    SDVariable scale = degrees().add(1).pow(-0.5); // [nodes, 1]
    SDVariable scaled = x.mul(scale);
    return sum(scaled).add(scaled).mul(scale);
  }

  SDVariable maximum(SDVariable x) {
    SDVariable isArc = matrix.gt(0).castTo(x.dataType());
    SDVariable lift = graph.expandDims(isArc.sub(1).mul(-BELOW_ALL), 2);
    SDVariable highest = graph.expandDims(x, 0).add(lift).max(1);
    SDVariable hasArc = degrees().gt(0).castTo(x.dataType());
    return highest.mul(hasArc);
  }

  private SDVariable degrees() {
    return matrix.sum(true, 1);
  }
}
