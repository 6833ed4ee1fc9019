package org.slth.dl4j.data.graph;

/**
 * Which sets of nodes a k-GNN looks at, what it knows of each, and which are neighbours.
 *
 * @param connected whether to take only sets within which every node reaches every other, of which
 *     a sparse graph has far fewer
 * @param nodeLabels whether the type of a set includes the labels of its nodes
 * @param neighbourhood which sets that differ in one node are neighbours
 */
public record SetOptions(boolean connected, boolean nodeLabels, Neighbourhood neighbourhood) {

  /** All sets, types without node labels, local neighbours. */
  public static final SetOptions DEFAULT = new SetOptions(false, false, Neighbourhood.LOCAL);

  /** Which sets <i>S</i> ∪ {v} and <i>S</i> ∪ {w}, v ≠ w, are neighbours. */
  public enum Neighbourhood {
    /** Those with v and w adjacent. */
    LOCAL,
    /** Those with v and w not adjacent. */
    GLOBAL,
    /** All of them. */
    ALL;

    boolean includes(boolean adjacent) {
      return this == ALL || adjacent == (this == LOCAL);
    }
  }

  /** Returns these options with or without sets that are not connected. */
  public SetOptions withConnected(boolean onlyConnected) {
    return new SetOptions(onlyConnected, nodeLabels, neighbourhood);
  }

  /** Returns these options with or without node labels in the types. */
  public SetOptions withNodeLabels(boolean inTypes) {
    return new SetOptions(connected, inTypes, neighbourhood);
  }

  /** Returns these options with another neighbourhood. */
  public SetOptions withNeighbourhood(Neighbourhood other) {
    return new SetOptions(connected, nodeLabels, other);
  }
}
