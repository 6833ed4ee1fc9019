package org.slth.dl4j.data.graph;

/** Collects the parts of a graph; adding an edge again changes nothing. */
public final class GraphBuilder {

  private final ArcList.Builder arcs;
  private final int nodes;
  private int[] nodeLabels = {};
  private int nodeLabelKinds;
  private NodeFeatures attributes;
  private int label;

  /**
   * Starts with nodes and no edges.
   *
   * @throws IllegalArgumentException if the number of nodes is not positive
   */
  public GraphBuilder(int nodes) {
    this(nodes, 0);
  }

  /**
   * Starts with nodes and no edges; each edge is to have a label.
   *
   * @param edgeLabelKinds the number of edge labels; 0 for edges without
   * @throws IllegalArgumentException if the number of nodes is not positive, or the other negative
   */
  public GraphBuilder(int nodes, int edgeLabelKinds) {
    if (nodes <= 0 || edgeLabelKinds < 0) {
      throw new IllegalArgumentException(
          String.format(
              "expected at least 1 node and 0 edge labels, got %d and %d", nodes, edgeLabelKinds));
    }
    this.nodes = nodes;
    this.arcs = new ArcList.Builder(nodes, edgeLabelKinds);
    this.attributes = NodeFeatures.none(nodes);
  }

  /**
   * Adds the edge {i, j}, in a graph with edge labels one of label 0; {@code i == j} is a self
   * loop.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public GraphBuilder edge(int i, int j) {
    return edge(i, j, 0);
  }

  /**
   * Adds the edge {i, j} with a label.
   *
   * @throws IllegalArgumentException if there is no such node or label
   */
  public GraphBuilder edge(int i, int j, int edgeLabel) {
    arcs.edge(i, j, edgeLabel);
    return this;
  }

  /**
   * Sets the labels of the nodes; without this call they have none.
   *
   * @param labels one per node, each from 0 to {@code kinds - 1}; not modified
   * @throws IllegalArgumentException if their number or one of them does not fit
   */
  public GraphBuilder nodeLabels(int[] labels, int kinds) {
    if (labels.length != nodes || kinds <= 0) {
      throw new IllegalArgumentException(
          String.format(
              "expected %d labels of at least one kind, got %d of %d kinds",
              nodes, labels.length, kinds));
    }
    NodeFeatures.oneHot(labels, kinds); // checks the range
    this.nodeLabels = labels.clone();
    this.nodeLabelKinds = kinds;
    return this;
  }

  /**
   * Sets the attributes of the nodes, which become features after the labels; without this call
   * there are none. {@link #build()} expects one row per node.
   */
  public GraphBuilder attributes(NodeFeatures newAttributes) {
    this.attributes = newAttributes;
    return this;
  }

  /** Sets the class of the graph, from 0, which is the default. */
  public GraphBuilder label(int newLabel) {
    this.label = newLabel;
    return this;
  }

  /**
   * Returns the graph; of order E log E.
   *
   * @throws IllegalArgumentException if an edge was added with two labels, the attributes are not
   *     of as many nodes, or the class is negative
   */
  public Graph build() {
    NodeFeatures features =
        Graph.labelFeatures(nodes, nodeLabels, nodeLabelKinds).beside(attributes);
    return new Graph(arcs.build(), nodeLabels, nodeLabelKinds, features, 0).withLabel(label);
  }
}
