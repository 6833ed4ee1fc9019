package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slth.dl4j.data.graph.SetOptions.Neighbourhood;

class NodeSetsTest {

  private static final SetOptions CONNECTED = SetOptions.DEFAULT.withConnected(true);

  @Test
  void allSetsAndTheirLocalArcsAreAsManyAsComputed() {
    Graph graph = RandomGraphs.plain(12, 0.3, 5);
    NodeSets pairs = NodeSets.of(graph, 2, SetOptions.DEFAULT);
    NodeSets triples = NodeSets.of(graph, 3, SetOptions.DEFAULT);
    assertEquals(66, pairs.count());
    assertEquals(220, triples.count());
    assertEquals(graph.arcs() * 10, pairs.arcs(), "2E C(n-2, 1)");
    assertEquals(graph.arcs() * 45, triples.arcs(), "2E C(n-2, 2)");
    SetOptions all = SetOptions.DEFAULT.withNeighbourhood(Neighbourhood.ALL);
    assertEquals(66 * 2 * 10, NodeSets.of(graph, 2, all).arcs(), "C(n, k) k (n - k)");
    assertEquals(220 * 3 * 9, NodeSets.of(graph, 3, all).arcs(), "C(n, k) k (n - k)");
  }

  @Test
  void connectedSetsAreEdgesPathsAndTriangles() {
    Graph star = new GraphBuilder(6).edge(0, 1).edge(0, 2).edge(0, 3).edge(0, 4).build();
    assertEquals(4, NodeSets.of(star, 2, CONNECTED).count());
    assertEquals(6, NodeSets.of(star, 3, CONNECTED).count(), "pairs of leaves");
    assertEquals(0, NodeSets.of(star, 3, CONNECTED).arcs(), "no two leaves are adjacent");
    Graph triangle = new GraphBuilder(3).edge(0, 1).edge(1, 2).edge(0, 2).build();
    assertEquals(1, NodeSets.of(triangle, 3, CONNECTED).count(), "once, not three times");
    assertEquals(6, NodeSets.of(triangle, 2, CONNECTED).arcs());
    Graph looped = new GraphBuilder(3).edge(0, 0).edge(0, 1).edge(1, 1).build();
    assertEquals(1, NodeSets.of(looped, 2, CONNECTED).count());
    assertEquals(0, NodeSets.of(looped, 3, CONNECTED).count());
  }

  @Test
  void smallGraphsHaveNoSets() {
    assertEquals(0, NodeSets.of(new GraphBuilder(1).build(), 2, SetOptions.DEFAULT).count());
    assertEquals(0, NodeSets.of(new GraphBuilder(2).build(), 3, SetOptions.DEFAULT).count());
    assertEquals(0, NodeSets.of(new GraphBuilder(5).build(), 3, CONNECTED).count());
  }

  @ParameterizedTest
  @EnumSource(Neighbourhood.class)
  void agreesWithTheDefinition(Neighbourhood neighbourhood) {
    for (int seed = 0; seed < 6; seed++) {
      Graph graph = RandomGraphs.plain(3 + seed, 0.4, seed);
      for (int size = 2; size <= 3; size++) {
        for (boolean connected : new boolean[] {false, true}) {
          assertSame(graph, size, new SetOptions(connected, false, neighbourhood));
        }
      }
    }
  }

  /** Goes through all sets of nodes as bits, and through all pairs of them. */
  private static void assertSame(Graph graph, int size, SetOptions options) {
    NodeSets actual = NodeSets.of(graph, size, options);
    List<Set<Integer>> sets = new ArrayList<>();
    for (int bits = 0; bits < 1 << graph.nodes(); bits++) {
      int b = bits;
      Set<Integer> set =
          new TreeSet<>(
              IntStream.range(0, graph.nodes()).filter(i -> (b >> i & 1) == 1).boxed().toList());
      if (set.size() == size && (!options.connected() || edges(graph, set) >= size - 1)) {
        sets.add(set);
      }
    }
    Set<List<Set<Integer>>> arcs = new HashSet<>();
    for (Set<Integer> s : sets) {
      for (Set<Integer> t : sets) {
        if (neighbours(graph, s, t, options.neighbourhood())) {
          arcs.add(List.of(s, t));
        }
      }
    }
    List<Set<Integer>> found =
        IntStream.range(0, actual.count()).mapToObj(s -> set(actual, s)).toList();
    assertEquals(sets.size(), found.size());
    assertEquals(new HashSet<>(sets), new HashSet<>(found));
    Set<List<Set<Integer>>> foundArcs = new HashSet<>();
    for (int a = 0; a < actual.arcs(); a++) {
      foundArcs.add(List.of(found.get(actual.target(a)), found.get(actual.source(a))));
    }
    assertEquals(arcs.size(), actual.arcs(), "each once");
    assertEquals(arcs, foundArcs);
    for (int s = 0; s < actual.count(); s++) {
      assertEquals(edges(graph, found.get(s)), actual.edges(s));
    }
  }

  private static Set<Integer> set(NodeSets sets, int set) {
    return new TreeSet<>(Arrays.stream(sets.members(set)).boxed().toList());
  }

  private static int edges(Graph graph, Set<Integer> set) {
    int arcs = 0;
    for (int i : set) {
      arcs += (int) set.stream().filter(j -> i != j && graph.adjacent(i, j)).count();
    }
    return arcs / 2;
  }

  private static boolean neighbours(
      Graph graph, Set<Integer> s, Set<Integer> t, Neighbourhood neighbourhood) {
    Set<Integer> onlyS = new HashSet<>(s);
    Set<Integer> onlyT = new HashSet<>(t);
    onlyS.removeAll(t);
    onlyT.removeAll(s);
    if (onlyS.size() != 1) {
      return false;
    }
    boolean adjacent = graph.adjacent(onlyS.iterator().next(), onlyT.iterator().next());
    return switch (neighbourhood) {
      case LOCAL -> adjacent;
      case GLOBAL -> !adjacent;
      case ALL -> true;
    };
  }

  /** Over all pairs of sets: equal types if and only if some bijection keeps edges and labels. */
  @Test
  void typesAreIsomorphismTypes() {
    Graph graph = RandomGraphs.labelled(9, 0.5, 2);
    for (int size = 2; size <= 3; size++) {
      for (boolean labels : new boolean[] {false, true}) {
        SetOptions options = SetOptions.DEFAULT.withNodeLabels(labels);
        NodeSets sets = NodeSets.of(graph, size, options);
        for (int s = 0; s < sets.count(); s++) {
          for (int t = 0; t < sets.count(); t++) {
            assertEquals(
                isomorphic(graph, sets.members(s), sets.members(t), labels),
                Arrays.equals(type(sets, s, options), type(sets, t, options)),
                "sets " + s + ", " + t + " of " + size + ", labels: " + labels);
          }
        }
      }
    }
  }

  private static float[] type(NodeSets sets, int set, SetOptions options) {
    float[] type = new float[NodeSets.typeColumns(sets.size(), options, RandomGraphs.NODE_LABELS)];
    sets.writeType(set, type, 0);
    return type;
  }

  private static boolean isomorphic(Graph graph, int[] s, int[] t, boolean labels) {
    int[][] bijections = {{0, 1, 2}, {1, 0, 2}, {0, 2, 1}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}};
    return Arrays.stream(bijections, 0, s.length == 2 ? 2 : 6)
        .anyMatch(
            p ->
                IntStream.range(0, s.length)
                    .allMatch(
                        i ->
                            (!labels || graph.nodeLabel(s[i]) == graph.nodeLabel(t[p[i]]))
                                && IntStream.range(0, i)
                                    .allMatch(
                                        j ->
                                            graph.adjacent(s[i], s[j])
                                                == graph.adjacent(t[p[i]], t[p[j]]))));
  }

  @Test
  void typesHaveTheColumnsPromised() {
    assertEquals(2, NodeSets.typeColumns(2, SetOptions.DEFAULT, 7));
    assertEquals(4, NodeSets.typeColumns(3, SetOptions.DEFAULT, 7));
    assertEquals(2 + 14, NodeSets.typeColumns(2, SetOptions.DEFAULT.withNodeLabels(true), 7));
    Graph path =
        new GraphBuilder(3).edge(0, 1).edge(1, 2).nodeLabels(new int[] {0, 1, 0}, 2).build();
    SetOptions options = SetOptions.DEFAULT.withNodeLabels(true);
    float[] type = new float[NodeSets.typeColumns(3, options, 2)];
    NodeSets.of(path, 3, options).writeType(0, type, 0);
    assertArrayEquals(new float[] {0, 0, 1, 0, 0, 0, 2, 0, 0, 1}, type);
  }

  @Test
  void mistakesAreNamed() {
    Graph graph = new GraphBuilder(1000).build();
    assertEquals(
        "expected sets of 2 or 3 nodes, got 4",
        assertThrows(
                IllegalArgumentException.class, () -> NodeSets.of(graph, 4, SetOptions.DEFAULT))
            .getMessage());
    assertEquals(
        "expected at most 134217728 sets, got 166167000 of 3 nodes among 1000: take connected ones",
        assertThrows(
                IllegalArgumentException.class, () -> NodeSets.of(graph, 3, SetOptions.DEFAULT))
            .getMessage());
    assertEquals(0, NodeSets.of(graph, 3, CONNECTED).count());
  }
}
