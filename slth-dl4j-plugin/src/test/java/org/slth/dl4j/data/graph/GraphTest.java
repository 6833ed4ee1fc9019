package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class GraphTest {

  @Test
  void edgesStandInBothDirectionsSortedAndOnce() {
    Graph graph =
        new GraphBuilder(4).edge(2, 0).edge(0, 2).edge(1, 0).edge(3, 3).edge(2, 0).build();
    assertEquals(5, graph.arcs());
    assertArrayEquals(
        new int[] {0, 0, 1, 2, 3}, IntStream.range(0, 5).map(graph::target).toArray());
    assertArrayEquals(
        new int[] {1, 2, 0, 0, 3}, IntStream.range(0, 5).map(graph::source).toArray());
    assertArrayEquals(
        new int[] {0, 2, 3, 4, 5}, IntStream.rangeClosed(0, 4).map(graph::firstArc).toArray());
    assertArrayEquals(new int[] {2, 1, 1, 1}, IntStream.range(0, 4).map(graph::degree).toArray());
    assertTrue(graph.adjacent(0, 2) && graph.adjacent(2, 0) && graph.adjacent(3, 3));
    assertFalse(graph.adjacent(0, 0) || graph.adjacent(1, 2));
  }

  @Test
  void permutingMovesEverything() {
    Graph graph = RandomGraphs.labelled(9, 0.4, 1);
    int[] p = Permutations.random(9, new SplittableRandom(2));
    Graph moved = graph.permuted(p);
    assertEquals(graph.arcs(), moved.arcs());
    for (int i = 0; i < 9; i++) {
      assertEquals(graph.nodeLabel(i), moved.nodeLabel(p[i]));
      for (int c = 0; c < graph.features().columns(); c++) {
        assertEquals(graph.features().value(i, c), moved.features().value(p[i], c));
      }
      for (int j = 0; j < 9; j++) {
        assertEquals(edge(graph, i, j), edge(moved, p[i], p[j]), "-1 for none, else the label");
      }
    }
    assertNotEquals(graph, moved);
    assertEquals(graph, moved.permuted(Permutations.inverse(p)));
    assertEquals(graph.hashCode(), moved.permuted(Permutations.inverse(p)).hashCode());
  }

  private static int edge(Graph graph, int target, int source) {
    for (int arc = 0; arc < graph.arcs(); arc++) {
      if (graph.target(arc) == target && graph.source(arc) == source) {
        return graph.edgeLabel(arc);
      }
    }
    return -1;
  }

  @Test
  void equalityLooksAtEveryPart() {
    Graph graph = RandomGraphs.labelled(5, 0.5, 3);
    assertEquals(graph, RandomGraphs.labelled(5, 0.5, 3));
    assertNotEquals(graph, graph.withLabel(graph.label() + 1));
    assertNotEquals(graph, graph.withoutAttributes());
    assertNotEquals(graph, RandomGraphs.labelled(5, 0.5, 4).withLabel(graph.label()));
    assertNotEquals(
        new GraphBuilder(2, 2).edge(0, 1, 0).build(), new GraphBuilder(2, 2).edge(0, 1, 1).build());
    assertNotEquals(
        new GraphBuilder(2, 2).edge(0, 1).build(), new GraphBuilder(2, 3).edge(0, 1).build());
    assertNotEquals(new GraphBuilder(2).build(), new GraphBuilder(3).build());
  }

  @Test
  void labelsComeFirstAmongTheFeatures() {
    Graph graph =
        new GraphBuilder(2)
            .nodeLabels(new int[] {1, 0}, 2)
            .attributes(NodeFeatures.of(2, 1, new float[] {5, 6}))
            .build();
    assertArrayEquals(new float[] {0, 1, 5, 1, 0, 6}, dense(graph.features()));
    assertArrayEquals(new float[] {0, 1, 1, 0}, dense(graph.withoutAttributes().features()));
    assertEquals(0, new GraphBuilder(3).build().withoutAttributes().features().columns());
  }

  private static float[] dense(NodeFeatures features) {
    float[] values = new float[features.rows() * features.columns()];
    features.write(values, 0, features.columns());
    return values;
  }

  @Test
  void mistakesAreNamed() {
    GraphBuilder builder = new GraphBuilder(3, 2);
    assertMessage(
        "expected at least 1 node and 0 edge labels, got 0 and 0", () -> new GraphBuilder(0));
    assertMessage(
        "expected nodes from 0 to 2 and a label below 2, got edge 0, 3 of label 0",
        () -> builder.edge(0, 3));
    assertMessage(
        "expected nodes from 0 to 2 and a label below 2, got edge 0, 1 of label 2",
        () -> builder.edge(0, 1, 2));
    assertMessage(
        "expected one label per edge, got 0 and 1 for edge 2, 1",
        () -> new GraphBuilder(3, 2).edge(1, 2, 1).edge(2, 1, 0).build());
    assertMessage(
        "expected 3 labels of at least one kind, got 2 of 4 kinds",
        () -> builder.nodeLabels(new int[2], 4));
    assertMessage(
        "expected ascending columns below 2 in row 1, got [2]",
        () -> builder.nodeLabels(new int[] {0, 2, 0}, 2));
    assertMessage("expected 3 rows, got 2", () -> builder.attributes(NodeFeatures.none(2)).build());
    assertMessage("expected a class from 0, got -1", () -> new GraphBuilder(1).label(-1).build());
    assertMessage(
        "expected a permutation of 0 to 1, got [0, 0]",
        () -> new GraphBuilder(2).build().permuted(0, 0));
    assertMessage(
        "expected a permutation of 0 to 1, got [0]", () -> new GraphBuilder(2).build().permuted(0));
  }

  private static void assertMessage(String message, Executable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake).getMessage());
  }
}
