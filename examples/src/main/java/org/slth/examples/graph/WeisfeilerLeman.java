package org.slth.examples.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slth.dl4j.data.graph.Graph;
import org.slth.dl4j.data.graph.GraphDataset;

/**
 * The 1-WL test: nodes are coloured by their label, then again and again by their colour and the
 * colours of their neighbours; graphs are told apart if they hold different numbers of some colour.
 */
final class WeisfeilerLeman {

  private final Map<List<Integer>, Integer> names = new HashMap<>();

  private WeisfeilerLeman() {}

  /**
   * Returns one number per graph, equal for graphs that the test does not tell apart. All graphs
   * are refined as often as the largest may need, so that colours of all can be compared.
   */
  static int[] classes(GraphDataset graphs) {
    WeisfeilerLeman test = new WeisfeilerLeman();
    int rounds = graphs.graphs().stream().mapToInt(Graph::nodes).max().orElse(0);
    return graphs.graphs().stream().mapToInt(graph -> test.colour(graph, rounds)).toArray();
  }

  private int colour(Graph graph, int rounds) {
    int[] colours =
        IntStream.range(0, graph.nodes())
            .map(node -> graph.nodeLabelKinds() > 0 ? name(-1, graph.nodeLabel(node)) : name(-1))
            .toArray();
    for (int round = 0; round < rounds; round++) {
      int[] old = colours;
      colours = IntStream.range(0, graph.nodes()).map(node -> refined(graph, node, old)).toArray();
    }
    return name(sorted(-2, Arrays.stream(colours)));
  }

  private int refined(Graph graph, int node, int[] colours) {
    return name(
        sorted(
            colours[node],
            IntStream.range(graph.firstArc(node), graph.firstArc(node + 1))
                .map(arc -> colours[graph.source(arc)])));
  }

  private static int[] sorted(int first, IntStream rest) {
    return IntStream.concat(IntStream.of(first), rest.sorted()).toArray();
  }

  /** Returns a number for a list of numbers, the same for the same list. */
  private int name(int... colour) {
    return names.computeIfAbsent(Arrays.stream(colour).boxed().toList(), unknown -> names.size());
  }
}
