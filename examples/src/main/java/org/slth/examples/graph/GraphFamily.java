package org.slth.examples.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slth.dl4j.data.graph.CircularSkipLinks;
import org.slth.dl4j.data.graph.Graph;
import org.slth.dl4j.data.graph.Graph6;
import org.slth.dl4j.data.graph.GraphBuilder;
import org.slth.dl4j.data.graph.GraphDataset;
import org.slth.dl4j.data.graph.TuDataset;

/**
 * Graphs of which some pairs are compared, none of them isomorphic.
 *
 * @param name what tables call it
 * @param graphs all of them
 * @param pairs which are compared
 */
record GraphFamily(String name, GraphDataset graphs, Pairs pairs) {

  /** Which pairs of graphs are compared. */
  enum Pairs {
    /** Every two. */
    ALL,
    /** Every two of different classes. */
    CLASSES,
    /** The first and the second, the third and the fourth, and so on. */
    NEIGHBOURS;

    boolean compares(GraphDataset graphs, int i, int j) {
      return switch (this) {
        case ALL -> true;
        case CLASSES -> graphs.graph(i).label() != graphs.graph(j).label();
        case NEIGHBOURS -> i / 2 == j / 2;
      };
    }
  }

  private static final List<String> STRONGLY_REGULAR =
      List.of("sr16622", "sr251256", "sr281264", "sr291467", "sr351899", "sr361446");

  /** Returns small families that need no files. */
  static List<GraphFamily> builtIn() {
    Graph hexagon = circulant(6, 1);
    Graph triangles = circulant(6, 2);
    int[] skips = CircularSkipLinks.skips(13);
    return List.of(
        new GraphFamily(
            "hexagon, 2 triangles", GraphDataset.of("C6", List.of(hexagon, triangles)), Pairs.ALL),
        new GraphFamily("CSL(13)", CircularSkipLinks.dataset(13, skips, 2, 1), Pairs.CLASSES),
        new GraphFamily(
            "rook's, Shrikhande",
            GraphDataset.of("SR(16)", List.of(rooks(), shrikhande())),
            Pairs.ALL));
  }

  /**
   * Reads the families of a folder: {@code all-connected/graph8c.g6}, {@code EXP}, {@code CSL} and
   * {@code strongly-regular}.
   *
   * @throws IOException if a file is missing or malformed
   */
  static List<GraphFamily> read(Path folder) throws IOException {
    List<GraphFamily> families = new ArrayList<>();
    families.add(of("graph7c", folder.resolve("all-connected/graph7c.g6")));
    families.add(of("graph8c", folder.resolve("all-connected/graph8c.g6")));
    families.add(new GraphFamily("EXP", TuDataset.read(folder.resolve("EXP")), Pairs.NEIGHBOURS));
    families.add(new GraphFamily("CSL", TuDataset.read(folder.resolve("CSL")), Pairs.CLASSES));
    for (String name : STRONGLY_REGULAR) {
      families.add(of(name, folder.resolve("strongly-regular/" + name + ".g6")));
    }
    return families;
  }

  private static GraphFamily of(String name, Path file) throws IOException {
    return new GraphFamily(name, GraphDataset.of(name, Graph6.read(file)), Pairs.ALL);
  }

  /** Returns the number of pairs that are compared. */
  long count() {
    long n = graphs.size();
    return switch (pairs) {
      case ALL -> n * (n - 1) / 2;
      case NEIGHBOURS -> n / 2;
      case CLASSES -> (n * n - sameClass()) / 2;
    };
  }

  private long sameClass() {
    long[] sizes = new long[graphs.classes()];
    Arrays.stream(graphs.labels()).forEach(label -> sizes[label]++);
    return Arrays.stream(sizes).map(size -> size * size).sum();
  }

  /** Returns how many of the pairs have one colour. */
  long missedBy(int[] colours) {
    long missed = 0;
    for (int i = 0; i < colours.length; i++) {
      for (int j = 0; j < i; j++) {
        missed += colours[i] == colours[j] && pairs.compares(graphs, i, j) ? 1 : 0;
      }
    }
    return missed;
  }

  /** Returns the number of nodes of the largest graph. */
  int nodes() {
    return graphs.graphs().stream().mapToInt(Graph::nodes).max().orElseThrow();
  }

  private static Graph circulant(int nodes, int step) {
    GraphBuilder builder = new GraphBuilder(nodes);
    for (int i = 0; i < nodes; i++) {
      builder.edge(i, (i + step) % nodes);
    }
    return builder.build();
  }

  /** The squares of a 4 x 4 board, joined if they share a row or a column. */
  private static Graph rooks() {
    GraphBuilder builder = new GraphBuilder(16);
    for (int i = 0; i < 16; i++) {
      for (int j = 0; j < i; j++) {
        if (i / 4 == j / 4 || i % 4 == j % 4) {
          builder.edge(i, j);
        }
      }
    }
    return builder.build();
  }

  /** The squares of a 4 x 4 torus, joined to six of their eight neighbours. */
  private static Graph shrikhande() {
    GraphBuilder builder = new GraphBuilder(16);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        int down = 4 * ((row + 1) % 4);
        int right = (column + 1) % 4;
        builder
            .edge(4 * row + column, 4 * row + right)
            .edge(4 * row + column, down + column)
            .edge(4 * row + column, down + right);
      }
    }
    return builder.build();
  }
}
