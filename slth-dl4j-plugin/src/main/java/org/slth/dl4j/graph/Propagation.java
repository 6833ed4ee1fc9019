package org.slth.dl4j.graph;

import org.nd4j.autodiff.samediff.SDVariable;
import org.slth.dl4j.internal.graph.Adjacency;
import org.slth.dl4j.internal.graph.ArcMaximum;
import org.slth.dl4j.internal.graph.ArcSum;
import org.slth.dl4j.internal.graph.NodeMap;

/**
 * A map P of node features that acts on every channel alike and commutes with the relabelling of
 * nodes; A is the adjacency matrix, D the diagonal matrix of its row sums. A loop (i, i) in the
 * list of edges is an edge like any other, and an edge that is listed twice counts twice.
 */
public enum Propagation {

  /** P(x) = x. */
  IDENTITY {
    @Override
    NodeMap on(Adjacency arcs) {
      return NodeMap.identity();
    }

    @Override
    SDVariable define(DenseAdjacency a, SDVariable x) {
      return x;
    }
  },

  /** P(x) = A x, the sum over the neighbours. */
  SUM {
    @Override
    NodeMap on(Adjacency arcs) {
      return ArcSum.sum(arcs);
    }

    @Override
    SDVariable define(DenseAdjacency a, SDVariable x) {
      return a.sum(x);
    }
  },

  /** P(x) = D^-1 A x, the mean over the neighbours; 0 for a node without any. */
  MEAN {
    @Override
    NodeMap on(Adjacency arcs) {
      return ArcSum.mean(arcs);
    }

    @Override
    SDVariable define(DenseAdjacency a, SDVariable x) {
      return a.mean(x);
    }
  },

  /**
   * The greatest value among the neighbours, channel by channel; 0 for a node without any. Where
   * several are equal the gradient goes to the node of lowest number, which is a subgradient.
   */
  MAX {
    @Override
    NodeMap on(Adjacency arcs) {
      return new ArcMaximum(arcs);
    }

    @Override
    SDVariable define(DenseAdjacency a, SDVariable x) {
      return a.maximum(x);
    }
  },

  /**
   * P(x) = (D + I)^-1/2 (A + I) (D + I)^-1/2 x, as in graph convolutional networks (Kipf and
   * Welling 2017); a node without neighbours keeps its features.
   */
  NORMALIZED {
    @Override
    NodeMap on(Adjacency arcs) {
      return ArcSum.normalized(arcs);
    }

    @Override
    SDVariable define(DenseAdjacency a, SDVariable x) {
      return a.normalized(x);
    }
  };

  /** Returns the map on the arcs of a batch. */
  abstract NodeMap on(Adjacency arcs);

  /** Returns the map as part of a SameDiff graph. */
  abstract SDVariable define(DenseAdjacency a, SDVariable x);
}
