package org.slth.dl4j.data.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Circular skip link graphs CSL(n, R) (Murphy et al., ICML 2019): a circle of n nodes in which i is
 * also joined to i + R mod n. All are 4-regular, so the 1-WL test tells none of the same size
 * apart.
 */
public final class CircularSkipLinks {

  private CircularSkipLinks() {}

  /**
   * Returns CSL(nodes, skip).
   *
   * @throws IllegalArgumentException if the skip is not from 2 to {@code nodes - 2}, or half the
   *     nodes
   */
  public static Graph of(int nodes, int skip) {
    if (skip < 2 || skip > nodes - 2 || 2 * skip == nodes) {
      throw new IllegalArgumentException(
          String.format(
              "expected a skip from 2 to %d that is not half of %d, got %d",
              nodes - 2, nodes, skip));
    }
    GraphBuilder builder = new GraphBuilder(nodes);
    for (int i = 0; i < nodes; i++) {
      builder.edge(i, (i + 1) % nodes).edge(i, (i + skip) % nodes);
    }
    return builder.build();
  }

  /**
   * Returns skips whose graphs are different, the smallest of each class: CSL(n, R) is CSL(n, -R),
   * and if <i>RS = ±1</i> mod n it is CSL(n, S), multiplying all nodes by S.
   */
  public static int[] skips(int nodes) {
    return IntStream.rangeClosed(2, (nodes - 1) / 2)
        .filter(r -> IntStream.range(2, r).noneMatch(s -> sameGraph(nodes, r, s)))
        .toArray();
  }

  private static boolean sameGraph(int nodes, int r, int s) {
    long product = (long) r * s % nodes;
    return (r - s) % nodes == 0 || (r + s) % nodes == 0 || product == 1 || product == nodes - 1;
  }

  /**
   * Returns graphs in classes, copies of the first skip first, each with its nodes numbered at
   * random.
   *
   * @param skips one per class; not modified
   * @throws IllegalArgumentException if two skips make the same graph, or one is out of range, or
   *     there are no copies
   */
  public static GraphDataset dataset(int nodes, int[] skips, int copies, long seed) {
    RandomGenerator random = Permutations.generator(seed);
    List<Graph> graphs = new ArrayList<>();
    for (int c = 0; c < skips.length; c++) {
      Graph graph = of(nodes, skips[c]).withLabel(c);
      for (int other = 0; other < c; other++) {
        if (sameGraph(nodes, skips[c], skips[other])) {
          throw new IllegalArgumentException(
              String.format(
                  "expected skips of different graphs, got %d and %d of %d nodes",
                  skips[other], skips[c], nodes));
        }
      }
      for (int copy = 0; copy < copies; copy++) {
        graphs.add(graph.renumbered(random));
      }
    }
    List<String> names = Arrays.stream(skips).mapToObj(r -> "R = " + r).toList();
    return GraphDataset.of("CSL(" + nodes + ")", graphs, names);
  }
}
