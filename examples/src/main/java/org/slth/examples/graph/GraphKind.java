package org.slth.examples.graph;

import java.util.List;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.GraphDataset;
import org.slth.dl4j.data.graph.GraphInput;
import org.slth.dl4j.data.graph.SetOptions;
import org.slth.dl4j.data.graph.SetOptions.Neighbourhood;

/** The kinds of graph networks that the examples compare, with the inputs they read. */
enum GraphKind {
  /** Message passing by graph isomorphism layers (Xu et al. 2019): bounded by 1-WL. */
  GIN(List.of(GraphInput.SIZES, GraphInput.NODES, GraphInput.EDGES)),
  /** Message passing by the layers of Morris et al. 2019, the 1-GNN: bounded by 1-WL. */
  GRAPH_CONV(List.of(GraphInput.SIZES, GraphInput.NODES, GraphInput.EDGES)),
  /** The hierarchical 1-2-3-GNN of Morris et al. 2019, on connected sets and local neighbours. */
  SETS(
      List.of(
          GraphInput.SIZES,
          GraphInput.NODES,
          GraphInput.EDGES,
          GraphInput.SET_SIZES_2,
          GraphInput.SET_TYPES_2,
          GraphInput.SET_MEMBERS_2,
          GraphInput.SET_EDGES_2,
          GraphInput.SET_SIZES_3,
          GraphInput.SET_TYPES_3,
          GraphInput.SET_MEMBERS_3,
          GraphInput.SET_EDGES_3)),
  /**
   * The 3-GNN of Morris et al. 2019 on all sets of three nodes, its neighbours all sets that differ
   * in one node: as strong as 3-WL on sets.
   */
  TRIPLES(
      List.of(GraphInput.SET_SIZES_3, GraphInput.SET_TYPES_3, GraphInput.SET_EDGES_3),
      Neighbourhood.ALL),
  /** The same with local neighbours: those that differ in two nodes joined by an edge. */
  LOCAL_TRIPLES(List.of(GraphInput.SET_SIZES_3, GraphInput.SET_TYPES_3, GraphInput.SET_EDGES_3)),
  /** Linear maps of tensors of order 2 (Maron et al. 2019): bounded by 1-WL. */
  ORDER_2(List.of(GraphInput.SIZES, GraphInput.PAIRS)),
  /** Linear maps of tensors of order 3: as strong as 3-WL. */
  ORDER_3(List.of(GraphInput.SIZES, GraphInput.TRIPLES)),
  /** Matrix products of two branches (Maron et al. 2019): as strong as 3-WL. */
  PPGN(List.of(GraphInput.SIZES, GraphInput.PAIRS));

  @SuppressWarnings("Immutable") // made by List.of
  private final List<GraphInput> inputs;

  private final Neighbourhood neighbourhood;

  GraphKind(List<GraphInput> inputs) {
    this(inputs, Neighbourhood.LOCAL);
  }

  GraphKind(List<GraphInput> inputs, Neighbourhood neighbourhood) {
    this.inputs = inputs;
    this.neighbourhood = neighbourhood;
  }

  /** Returns the arrays that such a network reads of the graphs of a data set. */
  GraphArrays.Builder arrays(GraphDataset graphs) {
    return new GraphArrays.Builder(graphs, inputs.toArray(GraphInput[]::new))
        .sets(
            SetOptions.DEFAULT
                .withConnected(this == SETS)
                .withNeighbourhood(neighbourhood)
                .withNodeLabels(graphs.nodeLabelKinds() > 0));
  }

  /** Returns whether a network has rows for triples of nodes, connected or not. */
  boolean isOfOrderThree() {
    return this == TRIPLES || this == LOCAL_TRIPLES || this == ORDER_3;
  }

  /** Returns the inputs of such a network, in their order. */
  List<GraphInput> inputs() {
    return inputs;
  }
}
