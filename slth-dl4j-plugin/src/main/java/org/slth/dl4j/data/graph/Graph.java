package org.slth.dl4j.data.graph;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * An undirected graph with nodes {@code 0} to {@code nodes() - 1}, which may have labels and
 * features, edges, which may have labels, and a class. Immutable; equal if and only if all of that
 * is, numbering included.
 *
 * <p>An edge {i, j} stands as two arcs, <i>j → i</i> and <i>i → j</i>, a self loop as one; arcs are
 * sorted by target, then by source, and none is listed twice. Memory: 8 bytes per arc, 12 with edge
 * labels, and the features.
 */
public final class Graph {

  private final ArcList arcs;
  private final int[] nodeLabels; // empty without labels
  private final int nodeLabelKinds;
  private final NodeFeatures features;
  private final int label;

  Graph(ArcList arcs, int[] nodeLabels, int kinds, NodeFeatures features, int label) {
    this.arcs = arcs;
    this.nodeLabels = nodeLabels;
    this.nodeLabelKinds = kinds;
    this.features = features;
    this.label = label;
  }

  /** Returns the number of nodes, at least one. */
  public int nodes() {
    return arcs.nodes();
  }

  /** Returns the number of arcs: two per edge, one per self loop. */
  public int arcs() {
    return arcs.size();
  }

  /** Returns the node to which an arc goes; never less than that of the arc before it. */
  public int target(int arc) {
    return arcs.target(arc);
  }

  /** Returns the node from which an arc comes. */
  public int source(int arc) {
    return arcs.source(arc);
  }

  /** Returns the number of the first arc into a node; {@code nodes()} is allowed, for the end. */
  public int firstArc(int node) {
    return arcs.first(node);
  }

  /** Returns the number of neighbours, the node itself included if it has a self loop. */
  public int degree(int node) {
    Objects.checkIndex(node, nodes());
    return arcs.first(node + 1) - arcs.first(node);
  }

  /** Returns whether there is an edge between two nodes; of order log(degree). */
  public boolean adjacent(int i, int j) {
    Objects.checkIndex(i, nodes());
    Objects.checkIndex(j, nodes());
    return arcs.contains(i, j);
  }

  /** Returns how many edge labels the data set knows; 0 if edges have none. */
  public int edgeLabelKinds() {
    return arcs.labelKinds();
  }

  /**
   * Returns the label of an arc, from 0 to {@code edgeLabelKinds() - 1}; both arcs of an edge have
   * the same.
   *
   * @throws IndexOutOfBoundsException if edges have no labels, or there is no such arc
   */
  public int edgeLabel(int arc) {
    return arcs.label(arc);
  }

  /** Returns how many node labels the data set knows; 0 if nodes have none. */
  public int nodeLabelKinds() {
    return nodeLabelKinds;
  }

  /**
   * Returns the label of a node, from 0 to {@code nodeLabelKinds() - 1}.
   *
   * @throws IndexOutOfBoundsException if nodes have no labels, or there is no such node
   */
  public int nodeLabel(int node) {
    return nodeLabels[node];
  }

  /**
   * Returns the features of the nodes: labels one-hot, then attributes, as far as there are any.
   */
  public NodeFeatures features() {
    return features;
  }

  /** Returns the class of the graph, from 0; it is 0 where there is none. */
  public int label() {
    return label;
  }

  /**
   * Returns the same graph with its nodes numbered differently: node {@code i} becomes node {@code
   * permutation[i]}.
   *
   * @param permutation not modified
   * @throws IllegalArgumentException if that is no permutation of the nodes
   */
  public Graph permuted(int... permutation) {
    Permutations.check(permutation, nodes());
    int[] labels = nodeLabels.clone();
    for (int i = 0; i < labels.length; i++) {
      labels[permutation[i]] = nodeLabels[i];
    }
    return new Graph(
        arcs.permuted(permutation), labels, nodeLabelKinds, features.permuted(permutation), label);
  }

  /** Returns the same graph with its nodes numbered at random. */
  public Graph renumbered(RandomGenerator random) {
    return permuted(Permutations.random(nodes(), random));
  }

  /**
   * Returns the same graph with other features.
   *
   * @throws IllegalArgumentException if there is not one row per node
   */
  public Graph withFeatures(NodeFeatures newFeatures) {
    if (newFeatures.rows() != nodes()) {
      throw new IllegalArgumentException(
          String.format("expected features of %d nodes, got %s", nodes(), newFeatures));
    }
    return new Graph(arcs, nodeLabels, nodeLabelKinds, newFeatures, label);
  }

  /** Returns the same graph with the one-hot node labels as its only features. */
  public Graph withoutAttributes() {
    return withFeatures(labelFeatures(nodes(), nodeLabels, nodeLabelKinds));
  }

  /**
   * Returns the same graph in another class.
   *
   * @throws IllegalArgumentException if the class is negative
   */
  public Graph withLabel(int newLabel) {
    if (newLabel < 0) {
      throw new IllegalArgumentException("expected a class from 0, got " + newLabel);
    }
    return new Graph(arcs, nodeLabels, nodeLabelKinds, features, newLabel);
  }

  static NodeFeatures labelFeatures(int nodes, int[] labels, int kinds) {
    return kinds == 0 ? NodeFeatures.none(nodes) : NodeFeatures.oneHot(labels, kinds);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Graph that
        && label == that.label
        && arcs.equals(that.arcs)
        && nodeLabelKinds == that.nodeLabelKinds
        && Arrays.equals(nodeLabels, that.nodeLabels)
        && features.equals(that.features);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, arcs, Arrays.hashCode(nodeLabels), features);
  }

  @Override
  public String toString() {
    return String.format(
        "Graph(%d nodes, %d arcs, %s, class %d)", nodes(), arcs(), features, label);
  }
}
