package org.slth.examples.graph;

import java.util.Locale;
import java.util.Map;

/**
 * How a network is built and trained on a data set.
 *
 * @param shape how large it is
 * @param epochs how often it sees each graph
 * @param batch graphs in each step
 * @param rate first learning rate of Adam
 */
record GraphRecipe(NetworkShape shape, int epochs, int batch, double rate) {

  private static final Map<GraphKind, NetworkShape> SHAPES =
      Map.of(
          GraphKind.GIN, new NetworkShape(32, 4, true, 0.5),
          GraphKind.GRAPH_CONV, new NetworkShape(32, 3, true, 0.5),
          GraphKind.SETS, new NetworkShape(32, 3, true, 0.5),
          GraphKind.TRIPLES, new NetworkShape(32, 3, true, 0.5),
          GraphKind.ORDER_2, new NetworkShape(32, 3, true, 0.5),
          GraphKind.ORDER_3, new NetworkShape(8, 2, true, 0.5),
          GraphKind.PPGN, new NetworkShape(32, 2, true, 0.5));

  private static final Map<GraphKind, NetworkShape> SMALL_SHAPES =
      Map.of(
          GraphKind.GIN, new NetworkShape(8, 3, true, 0),
          GraphKind.GRAPH_CONV, new NetworkShape(8, 3, true, 0),
          GraphKind.SETS, new NetworkShape(8, 2, true, 0),
          GraphKind.TRIPLES, new NetworkShape(8, 3, true, 0),
          GraphKind.ORDER_2, new NetworkShape(8, 3, true, 0),
          GraphKind.ORDER_3, new NetworkShape(4, 2, true, 0),
          GraphKind.PPGN, new NetworkShape(8, 2, true, 0));

  /** Returns what does well, by data set and kind. */
  static GraphRecipe of(String dataset, GraphKind kind) {
    return switch (dataset.toUpperCase(Locale.ROOT)) {
      case "MUTAG" -> new GraphRecipe(SHAPES.get(kind), 100, 32, 2e-3);
      case "PROTEINS" -> new GraphRecipe(SHAPES.get(kind), 30, 32, 1e-3);
      case "NCI1" -> new GraphRecipe(SHAPES.get(kind), 40, 32, 2e-3);
      default -> new GraphRecipe(SMALL_SHAPES.get(kind), 20, 10, 5e-3);
    };
  }
}
