package org.slth.dl4j.data.graph;

/**
 * An array that a network may ask of a mini-batch. A batch is the disjoint union of its graphs:
 * there are no rows for missing nodes, and numbers of nodes and sets run on from graph to graph.
 *
 * <p>With <i>G</i> graphs of <i>n</i> nodes each (an <i>n</i> of its own) and <i>F</i> features per
 * node; {@link GraphArrays#channels} tells the number of columns.
 */
public enum GraphInput {
  /** {@code [G, 1]}: the number of nodes of each graph. */
  SIZES(1, 0),

  /**
   * {@code [sum n, F]}: the features of each node, or {@code [sum n, 1]} ones if there are none.
   */
  NODES(1, 0),

  /**
   * {@code [arcs, 2]}: target and source of each arc; one row of -1 if the batch has no edge at
   * all.
   */
  EDGES(1, 0),

  /**
   * {@code [sum n², 1 + L + F]}: for each pair (i, j), i slowest, whether i and j are adjacent,
   * then whether by an edge of each of the <i>L</i> edge labels, then, if i = j, the features of
   * the node.
   */
  PAIRS(2, 0),

  /**
   * {@code [sum n³, 1 + L + F]}: for each triple (i, j, k), i slowest, what {@link #PAIRS} has for
   * edge (i, j), then, if i = j = k, the features of the node. Memory of order n³.
   */
  TRIPLES(3, 0),

  /** {@code [G, 1]}: the number of 2-sets of each graph, see {@link NodeSets}; may be 0. */
  SET_SIZES_2(0, 2),

  /** {@code [sets, T]}: the isomorphism type of each 2-set; one row of 0 if there is none. */
  SET_TYPES_2(0, 2),

  /** {@code [2 sets, 2]}: set and node for each member; one row of -1 if there is no 2-set. */
  SET_MEMBERS_2(0, 2),

  /** {@code [arcs, 2]}: target and source among the 2-sets; one row of -1 if there is none. */
  SET_EDGES_2(0, 2),

  /** {@code [G, 1]}: the number of 3-sets of each graph, see {@link NodeSets}; may be 0. */
  SET_SIZES_3(0, 3),

  /** {@code [sets, T]}: the isomorphism type of each 3-set; one row of 0 if there is none. */
  SET_TYPES_3(0, 3),

  /** {@code [3 sets, 2]}: set and node for each member; one row of -1 if there is no 3-set. */
  SET_MEMBERS_3(0, 3),

  /** {@code [arcs, 2]}: target and source among the 3-sets; one row of -1 if there is none. */
  SET_EDGES_3(0, 3);

  private final int order;
  private final int setSize;

  GraphInput(int order, int setSize) {
    this.order = order;
    this.setSize = setSize;
  }

  /** Returns the number of nodes per row of a tensor; 0 if this input is about sets. */
  int order() {
    return order;
  }

  /** Returns the number of nodes of each set; 0 if this input is not about sets. */
  int setSize() {
    return setSize;
  }
}
