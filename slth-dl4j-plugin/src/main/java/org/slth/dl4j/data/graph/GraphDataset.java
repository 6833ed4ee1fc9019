package org.slth.dl4j.data.graph;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Graphs that share one set of classes, node labels, features and edge labels. Immutable.
 *
 * <p>Start from {@link TuDataset#read}, {@link CircularSkipLinks#dataset} or {@link #of}.
 */
public final class GraphDataset {

  private final String name;
  private final List<Graph> graphs;
  private final List<String> classNames;

  private GraphDataset(String name, List<Graph> graphs, List<String> classNames) {
    this.name = name;
    this.graphs = graphs;
    this.classNames = classNames;
  }

  /**
   * The classes are those from 0 to the highest in use, named by their numbers.
   *
   * @throws IllegalArgumentException if there is no graph, or the graphs do not agree on the
   *     numbers of features, node labels and edge labels
   */
  public static GraphDataset of(String name, List<Graph> graphs) {
    int highest = graphs.stream().mapToInt(Graph::label).max().orElse(0);
    return of(name, graphs, IntStream.rangeClosed(0, highest).mapToObj(String::valueOf).toList());
  }

  /**
   * The classes have these names.
   *
   * @throws IllegalArgumentException if there is no graph, a class is without a name, or the graphs
   *     do not agree on the numbers of features, node labels and edge labels
   */
  public static GraphDataset of(String name, List<Graph> graphs, List<String> classNames) {
    if (graphs.isEmpty()) {
      throw new IllegalArgumentException("expected at least one graph in " + name + ", got none");
    }
    String expected = kinds(graphs.get(0));
    for (int g = 0; g < graphs.size(); g++) {
      String actual = kinds(graphs.get(g));
      if (!actual.equals(expected) || graphs.get(g).label() >= classNames.size()) {
        throw new IllegalArgumentException(
            String.format(
                "expected %s and classes below %d in %s, got %s and class %d in graph %d",
                expected, classNames.size(), name, actual, graphs.get(g).label(), g));
      }
    }
    return new GraphDataset(name, List.copyOf(graphs), List.copyOf(classNames));
  }

  private static String kinds(Graph graph) {
    return String.format(
        "%d features, %d node labels, %d edge labels",
        graph.features().columns(), graph.nodeLabelKinds(), graph.edgeLabelKinds());
  }

  /** Returns the name of the data set. */
  public String name() {
    return name;
  }

  /** Returns the number of graphs, at least one. */
  public int size() {
    return graphs.size();
  }

  /** Returns a graph by its number. */
  public Graph graph(int index) {
    return graphs.get(index);
  }

  /** Returns all graphs, in order. */
  public List<Graph> graphs() {
    return graphs;
  }

  /** Returns the number of classes. */
  public int classes() {
    return classNames.size();
  }

  /** Returns what the classes are called in the files. */
  public List<String> classNames() {
    return classNames;
  }

  /** Returns the class of each graph. */
  public int[] labels() {
    return graphs.stream().mapToInt(Graph::label).toArray();
  }

  /** Returns the number of columns of the features of the nodes, 0 for none. */
  public int features() {
    return graphs.get(0).features().columns();
  }

  /** Returns how many node labels there are, 0 for none. */
  public int nodeLabelKinds() {
    return graphs.get(0).nodeLabelKinds();
  }

  /** Returns how many edge labels there are, 0 for none. */
  public int edgeLabelKinds() {
    return graphs.get(0).edgeLabelKinds();
  }

  /** Returns the numbers of all graphs, 0 to {@code size() - 1}. */
  public int[] indices() {
    return Permutations.identity(size());
  }

  /**
   * Returns the data set with each graph changed, the classes staying.
   *
   * @throws IllegalArgumentException if the new graphs do not agree with one another
   */
  public GraphDataset map(UnaryOperator<Graph> change) {
    return of(name, graphs.stream().map(change).toList(), classNames);
  }

  /** Returns the data set with the one-hot node labels as the only features. */
  public GraphDataset withoutAttributes() {
    return map(Graph::withoutAttributes);
  }

  @Override
  public String toString() {
    return String.format("%s: %d graphs, %d classes", name, size(), classes());
  }
}
