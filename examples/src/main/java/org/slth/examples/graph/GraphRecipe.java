package org.slth.examples.graph;

import java.util.Locale;
import java.util.Map;
import org.slth.examples.graph.GraphNetwork.Shape;

/**
 * How a network is built and trained on a data set.
 *
 * @param shape how large it is
 * @param epochs how often it sees each graph
 * @param batch graphs in each step
 * @param rate first learning rate of Adam
 */
record GraphRecipe(Shape shape, int epochs, int batch, double rate) {

  private static final Map<GraphKind, Shape> SHAPES =
      Map.of(
          GraphKind.GIN, new Shape(32, 4, true, 0.5),
          GraphKind.GRAPH_CONV, new Shape(32, 3, true, 0.5),
          GraphKind.SETS, new Shape(32, 3, true, 0.5),
          GraphKind.TRIPLES, new Shape(32, 3, true, 0.5),
          GraphKind.ORDER_2, new Shape(32, 3, true, 0.5),
          GraphKind.ORDER_3, new Shape(8, 2, true, 0.5),
          GraphKind.PPGN, new Shape(32, 2, true, 0.5));

  private static final Map<GraphKind, Shape> SMALL_SHAPES =
      Map.of(
          GraphKind.GIN, new Shape(8, 3, true, 0),
          GraphKind.GRAPH_CONV, new Shape(8, 3, true, 0),
          GraphKind.SETS, new Shape(8, 2, true, 0),
          GraphKind.TRIPLES, new Shape(8, 3, true, 0),
          GraphKind.ORDER_2, new Shape(8, 3, true, 0),
          GraphKind.ORDER_3, new Shape(4, 2, true, 0),
          GraphKind.PPGN, new Shape(8, 2, true, 0));

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
