package org.slth.examples.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pairs of a family networks of one kind tell apart.
 *
 * <p>The control is every graph beside itself renumbered: their largest difference is noise. A pair
 * is told apart if the outputs of one of several random networks differ by a hundred times that.
 *
 * @param pairs how many were compared
 * @param missed how many were not told apart
 * @param missedByTest how many of these the 1-WL test does not tell apart either
 * @param noise the largest difference of a graph from itself renumbered
 * @param gap the smallest difference of a pair told apart, {@link #WINDOW} if none is smaller
 */
record Discrimination(long pairs, long missed, long missedByTest, double noise, double gap) {

  private static final double LEAST_NOISE = 1e-14; // some graphs are computed without any
  private static final double SAFETY = 100;
  private static final double WINDOW = 1e-6;

  /**
   * Compares the pairs of a family.
   *
   * @param colours what the 1-WL test makes of each graph
   * @throws IllegalStateException if the outputs are mostly rounding
   */
  static Discrimination of(GraphFamily family, GraphKind kind, int[] colours, int networks) {
    List<Fingerprints> given = new ArrayList<>();
    double noise = 0;
    for (int seed = 1; seed <= networks; seed++) {
      Fingerprints[] both = Fingerprints.of(kind, family.graphs(), seed);
      given.add(both[0]);
      for (int graph = 0; graph < both[0].size(); graph++) {
        noise = Math.max(noise, both[0].difference(graph, both[1]));
      }
    }
    if (!(SAFETY * noise < WINDOW)) {
      throw new IllegalStateException(
          "%s on %s: renumbering a graph moves its outputs by %s, too much to compare graphs"
              .formatted(kind, family.name(), noise));
    }
    return compare(family, given, colours, noise);
  }

  private static Discrimination compare(
      GraphFamily family, List<Fingerprints> networks, int[] colours, double noise) {
    Fingerprints first = networks.get(0);
    int[] sorted =
        IntStream.range(0, first.size())
            .boxed()
            .sorted(Comparator.comparingDouble(first::key))
            .mapToInt(Integer::intValue)
            .toArray();
    double threshold = SAFETY * Math.max(noise, LEAST_NOISE);
    long missed = 0;
    long missedByTest = 0;
    double gap = WINDOW;
    for (int a = 0; a < sorted.length; a++) {
      int i = sorted[a];
      for (int b = a + 1; b < sorted.length; b++) {
        int j = sorted[b];
        if (first.key(j) - first.key(i) > WINDOW) {
          break;
        }
        if (!family.pairs().compares(family.graphs(), i, j)) {
          continue;
        }
        double difference =
            networks.stream().mapToDouble(n -> n.difference(i, j)).max().orElseThrow();
        if (difference > threshold) {
          gap = Math.min(gap, difference);
        } else {
          missed++;
          missedByTest += colours[i] == colours[j] ? 1 : 0;
        }
      }
    }
    return new Discrimination(family.count(), missed, missedByTest, noise, gap);
  }
}
