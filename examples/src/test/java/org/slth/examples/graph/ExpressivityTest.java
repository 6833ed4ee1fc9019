package org.slth.examples.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slth.dl4j.data.graph.Graph;
import org.slth.dl4j.data.graph.Graph6;
import org.slth.dl4j.data.graph.GraphBuilder;
import org.slth.dl4j.data.graph.GraphDataset;
import org.slth.examples.SharedData;
import org.slth.examples.graph.GraphFamily.Pairs;

class ExpressivityTest {

  private static Discrimination of(GraphFamily family, GraphKind kind) {
    return Discrimination.of(family, kind, WeisfeilerLeman.classes(family.graphs()), 2);
  }

  private static GraphFamily builtIn(String name) {
    return GraphFamily.builtIn().stream()
        .filter(family -> family.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(
      value = GraphKind.class,
      names = {"GIN", "GRAPH_CONV", "ORDER_2"})
  void seesNoMoreThanTheTestOfWeisfeilerAndLeman(GraphKind kind) {
    for (GraphFamily family : GraphFamily.builtIn()) {
      Discrimination result = of(family, kind);
      assertEquals(family.count(), result.missed(), () -> family.name() + result);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = GraphKind.class,
      names = {"TRIPLES", "ORDER_3", "PPGN"})
  void seesMoreButNothingInAStronglyRegularFamily(GraphKind kind) {
    assertEquals(0, of(builtIn("hexagon, 2 triangles"), kind).missed());
    assertEquals(0, of(builtIn("CSL(13)"), kind).missed());
    Discrimination regular = of(builtIn("rook's, Shrikhande"), kind);
    assertEquals(1, regular.missed(), regular::toString);
  }

  /** Morris et al. (2020): local neighbours see more than the test of Weisfeiler and Leman. */
  @ParameterizedTest
  @EnumSource(
      value = GraphKind.class,
      names = {"SETS", "LOCAL_TRIPLES"})
  void localNeighboursSeeEvenThere(GraphKind kind) {
    for (GraphFamily family : GraphFamily.builtIn()) {
      assertEquals(0, of(family, kind).missed(), family::name);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"GIN, 17", "ORDER_2, 17", "PPGN, 0", "TRIPLES, 0"})
  void connectedGraphsOfSevenNodes(GraphKind kind, long missed) throws IOException {
    Path file = SharedData.directory("graph-isomorphism").resolve("all-connected/graph7c.g6");
    GraphFamily family =
        new GraphFamily("graph7c", GraphDataset.of("graph7c", Graph6.read(file)), Pairs.ALL);
    Discrimination result = of(family, kind);
    assertEquals(853L * 852 / 2, result.pairs());
    assertEquals(missed, result.missed(), result::toString);
    assertEquals(missed, result.missedByTest());
    assertTrue(result.noise() < 1e-12, result::toString);
    assertEquals(17, family.missedBy(WeisfeilerLeman.classes(family.graphs())));
  }

  @Test
  void theTestTellsAPathFromAStar() {
    List<String> graphs = List.of(Graph6.format(path()), Graph6.format(star()));
    int[] classes =
        WeisfeilerLeman.classes(
            GraphDataset.of("trees", graphs.stream().map(Graph6::parse).toList()));
    assertTrue(classes[0] != classes[1]);
  }

  private static Graph path() {
    return new GraphBuilder(4).edge(0, 1).edge(1, 2).edge(2, 3).build();
  }

  private static Graph star() {
    return new GraphBuilder(4).edge(0, 1).edge(0, 2).edge(0, 3).build();
  }
}
