package org.slth.examples.graph;

import java.util.Locale;

/**
 * How a network is built and trained on a data set.
 *
 * @param shape how large it is
 * @param epochs how often it sees each graph
 * @param batch graphs in each step
 * @param rate first learning rate of Adam
 */
record GraphRecipe(NetworkShape shape, int epochs, int batch, double rate) {

  /** Returns what does well, by data set and kind. */
  static GraphRecipe of(String dataset, GraphKind kind) {
    return switch (dataset.toUpperCase(Locale.ROOT)) {
      case "MUTAG" -> new GraphRecipe(shape(kind, 32, 0.5), 100, 32, 2e-3);
      case "PROTEINS" -> new GraphRecipe(shape(kind, 32, 0.5), 30, 32, 1e-3);
      case "NCI1" -> new GraphRecipe(shape(kind, 32, 0.5), 40, 32, 2e-3);
      default -> new GraphRecipe(shape(kind, kind == GraphKind.ORDER_3 ? 4 : 8, 0), 30, 10, 0.01);
    };
  }

  private static NetworkShape shape(GraphKind kind, int width, double dropout) {
    int layers =
        switch (kind) {
          case GIN -> 4;
          case ORDER_3, PPGN -> 2;
          default -> 3;
        };
    return new NetworkShape(width, layers, true, dropout);
  }
}
