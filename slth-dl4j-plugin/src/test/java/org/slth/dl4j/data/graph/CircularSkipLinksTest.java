package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircularSkipLinksTest {

  @Test
  void everyNodeHasFourNeighbours() {
    Graph graph = CircularSkipLinks.of(11, 3);
    for (int i = 0; i < 11; i++) {
      assertEquals(4, graph.degree(i));
      assertTrue(graph.adjacent(i, (i + 1) % 11) && graph.adjacent(i, (i + 3) % 11));
      assertTrue(graph.adjacent(i, (i + 10) % 11) && graph.adjacent(i, (i + 8) % 11));
    }
    assertEquals(CircularSkipLinks.of(11, 8), graph, "going round the other way");
  }

  @Test
  void theSkipsOfTheBenchmarkAreTheClassesOf41Nodes() {
    assertArrayEquals(new int[] {2, 3, 4, 5, 6, 9, 11, 12, 13, 16}, CircularSkipLinks.skips(41));
  }

  /** On a circle of a prime number of nodes, all isomorphisms are found by trying permutations. */
  @Test
  void skipsOfOneClassMakeIsomorphicGraphsAndOthersDoNot() {
    assertArrayEquals(new int[] {2}, CircularSkipLinks.skips(7));
    assertTrue(isomorphic(CircularSkipLinks.of(7, 2), CircularSkipLinks.of(7, 3)));
    assertArrayEquals(new int[] {2, 3}, CircularSkipLinks.skips(8));
    assertTrue(!isomorphic(CircularSkipLinks.of(8, 2), CircularSkipLinks.of(8, 3)));
    assertArrayEquals(new int[] {2, 3}, CircularSkipLinks.skips(11));
    assertArrayEquals(new int[] {2, 3, 5}, CircularSkipLinks.skips(13));
  }

  private static boolean isomorphic(Graph a, Graph b) {
    return search(a, b, new int[a.nodes()], 0);
  }

  private static boolean search(Graph a, Graph b, int[] image, int next) {
    if (next == image.length) {
      return true;
    }
    for (int candidate = 0; candidate < image.length; candidate++) {
      image[next] = candidate;
      int v = candidate;
      boolean fits =
          IntStream.range(0, next)
              .allMatch(i -> image[i] != v && a.adjacent(i, next) == b.adjacent(image[i], v));
      if (fits && search(a, b, image, next + 1)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void copiesAreNumberedAtRandom() {
    GraphDataset dataset = CircularSkipLinks.dataset(11, new int[] {2, 3}, 15, 4);
    assertEquals(30, dataset.size());
    assertArrayEquals(IntStream.range(0, 30).map(g -> g / 15).toArray(), dataset.labels());
    assertEquals(30, Set.copyOf(dataset.graphs()).size(), "all differ");
    assertEquals(dataset.graphs(), CircularSkipLinks.dataset(11, new int[] {2, 3}, 15, 4).graphs());
    assertNotEquals(
        dataset.graphs(), CircularSkipLinks.dataset(11, new int[] {2, 3}, 15, 5).graphs());
    for (Graph graph : dataset.graphs()) {
      int skip = graph.label() + 2;
      assertEquals(triangles(CircularSkipLinks.of(11, skip)), triangles(graph));
    }
    assertEquals(Set.of("R = 2", "R = 3"), new TreeSet<>(dataset.classNames()));
  }

  private static long triangles(Graph graph) {
    NodeSets sets = NodeSets.of(graph, 3, SetOptions.DEFAULT);
    return IntStream.range(0, sets.count()).filter(s -> sets.edges(s) == 3).count();
  }

  @Test
  void mistakesAreNamed() {
    assertEquals(
        "expected a skip from 2 to 6 that is not half of 8, got 4",
        assertThrows(IllegalArgumentException.class, () -> CircularSkipLinks.of(8, 4))
            .getMessage());
    for (int skip : new int[] {1, 7, 0, -2}) {
      assertThrows(IllegalArgumentException.class, () -> CircularSkipLinks.of(8, skip));
    }
    int[] same = {2, 5};
    assertEquals(
        "expected skips of different graphs, got 2 and 5 of 11 nodes",
        assertThrows(
                IllegalArgumentException.class, () -> CircularSkipLinks.dataset(11, same, 3, 1))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> CircularSkipLinks.dataset(11, Arrays.copyOf(same, 1), 0, 1));
  }
}
