package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published files, where they are at hand: counts that others have made. */
@Tag("slow")
class SharedGraphDataTest {

  private static Path directory(String name) {
    String named = System.getProperty("SLTH_DATA", System.getenv("SLTH_DATA"));
    if (named != null && Files.isDirectory(Path.of(named, name))) {
      return Path.of(named, name);
    }
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      if (Files.isDirectory(p.resolve("shared/data").resolve(name))) {
        return p.resolve("shared/data").resolve(name);
      }
    }
    return abort(name + " is not here: set SLTH_DATA to a directory that holds it");
  }

  @ParameterizedTest
  @CsvSource({
    "tudataset/MUTAG, 188, 3371, 3721, 10, 28, 7, 7, 4, '63 125'",
    "tudataset/PROTEINS, 1113, 43471, 81044, 4, 620, 3, 4, 0, '663 450'",
    "tudataset/NCI1, 4110, 122747, 132753, 3, 111, 37, 37, 0, '2053 2057'",
    "tudataset/ENZYMES, 600, 19580, 37282, 2, 126, 3, 21, 0, '100 100 100 100 100 100'",
    "graph-isomorphism/CSL, 150, 6150, 12300, 41, 41, 0, 0, 0, '15 15 15 15 15 15 15 15 15 15'",
    "graph-isomorphism/EXP, 1200, 53336, 66130, 32, 64, 2, 2, 0, '600 600'",
  })
  void graphsAreAsManyAsTheySay(
      String name,
      int graphs,
      int nodes,
      int edges,
      int smallest,
      int largest,
      int nodeLabels,
      int features,
      int edgeLabels,
      String classes)
      throws IOException {
    GraphDataset data = TuDataset.read(directory(name));
    int[] sizes = data.graphs().stream().mapToInt(Graph::nodes).toArray();
    int[] histogram = new int[data.classes()];
    Arrays.stream(data.labels()).forEach(label -> histogram[label]++);
    assertEquals(graphs, data.size());
    assertEquals(nodes, Arrays.stream(sizes).sum());
    assertEquals(2 * edges, data.graphs().stream().mapToInt(Graph::arcs).sum());
    assertEquals(smallest, Arrays.stream(sizes).min().orElse(0));
    assertEquals(largest, Arrays.stream(sizes).max().orElse(0));
    assertEquals(nodeLabels, data.nodeLabelKinds());
    assertEquals(features, data.features());
    assertEquals(edgeLabels, data.edgeLabelKinds());
    assertEquals(
        classes, String.join(" ", Arrays.stream(histogram).mapToObj(String::valueOf).toList()));
  }

  @Test
  void mutagHasTheBondsItSays() throws IOException {
    GraphDataset mutag = TuDataset.read(directory("tudataset/MUTAG"));
    int[] bonds = new int[4];
    for (Graph graph : mutag.graphs()) {
      IntStream.range(0, graph.arcs()).forEach(arc -> bonds[graph.edgeLabel(arc)]++);
    }
    assertArrayEquals(new int[] {4708, 2008, 724, 2}, bonds);
    assertEquals(List.of("-1", "1"), mutag.classNames());
  }

  @ParameterizedTest
  @CsvSource({
    "tudataset/MUTAG, 188, 188",
    "tudataset/PROTEINS, 1113, 1110",
    "tudataset/NCI1, 4110, 4110"
  })
  void tenFoldsTestOnEveryGraphButThreeOfProteins(String name, int graphs, int tested)
      throws IOException {
    Path folder = directory(name);
    GraphDataset data = TuDataset.read(folder);
    List<Split> folds = Folds.of(folder, data, 1);
    assertEquals(10, folds.size());
    assertEquals(
        tested, folds.stream().flatMapToInt(f -> Arrays.stream(f.test())).distinct().count());
    for (Split fold : folds) {
      assertTrue(fold.train().length + fold.test().length >= graphs - 3);
    }
  }

  @Test
  void skipLinkGraphsAreThoseOfTheFiles() throws IOException {
    GraphDataset files = TuDataset.read(directory("graph-isomorphism/CSL"));
    int[] skips = CircularSkipLinks.skips(41);
    for (Graph graph : files.graphs()) {
      Graph ours = CircularSkipLinks.of(41, skips[graph.label()]);
      assertEquals(shapes(ours), shapes(graph), "3-sets by number of edges");
    }
  }

  private static List<Integer> shapes(Graph graph) {
    NodeSets sets = NodeSets.of(graph, 3, SetOptions.DEFAULT);
    Integer[] counts = {0, 0, 0, 0};
    IntStream.range(0, sets.count()).forEach(s -> counts[sets.edges(s)]++);
    return List.of(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "all-connected/graph2c.g6, 1, 2", "all-connected/graph5c.g6, 21, 5",
    "all-connected/graph7c.g6, 853, 7", "all-connected/graph8c.g6, 11117, 8",
    "strongly-regular/sr16622.g6, 2, 16", "strongly-regular/sr251256.g6, 15, 25",
    "strongly-regular/sr361446.g6, 180, 36"
  })
  void linesOfGraph6AreGraphs(String name, int graphs, int nodes) throws IOException {
    Path file = directory("graph-isomorphism").resolve(name);
    List<Graph> read = Graph6.read(file);
    assertEquals(graphs, read.size());
    assertEquals(graphs, read.stream().distinct().count());
    assertTrue(read.stream().allMatch(graph -> graph.nodes() == nodes));
    List<String> lines = Files.readAllLines(file);
    for (int g = 0; g < graphs; g++) {
      assertEquals(lines.get(g).replace(">>graph6<<", ""), Graph6.format(read.get(g)));
    }
  }

  @Test
  void stronglyRegularGraphsAre() throws IOException {
    Path file = directory("graph-isomorphism").resolve("strongly-regular/sr251256.g6");
    for (Graph graph : Graph6.read(file)) {
      for (int i = 0; i < 25; i++) {
        for (int j = 0; j < i; j++) {
          int a = i;
          int b = j;
          long common =
              IntStream.range(0, 25)
                  .filter(v -> graph.adjacent(a, v) && graph.adjacent(b, v))
                  .count();
          assertEquals(graph.adjacent(i, j) ? 5 : 6, common);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cora, 2708, 5278, 5278, 1433, 49216, 7, 140, '351 217 418 818 426 298 180'",
    "citeseer, 3327, 4552, 4676, 3703, 105165, 6, 120, '249 590 668 701 596 508'",
    "pubmed, 19717, 44324, 44327, 0, 0, 3, 60, '4103 7739 7875'",
  })
  void planetoidIsAsLargeAsItSays(
      String name,
      int nodes,
      int edges,
      int withLoops,
      int words,
      int ones,
      int classes,
      int train,
      String histogram)
      throws IOException {
    CitationGraph read = CitationGraph.planetoid(directory("planetoid").resolve(name), false);
    assertEquals(nodes, read.graph().nodes());
    assertEquals(2 * edges, read.graph().arcs());
    assertEquals(words, read.graph().features().columns());
    assertEquals(ones, read.graph().features().entries());
    assertEquals(classes, read.classes());
    assertEquals(train, read.split().train().length);
    assertEquals(500, read.split().validation().length);
    assertEquals(1000, read.split().test().length);
    assertEquals(histogram, histogram(read));
    Graph loops = CitationGraph.planetoid(directory("planetoid").resolve(name), true).graph();
    assertEquals(2 * edges + (withLoops - edges), loops.arcs());
  }

  private static String histogram(CitationGraph graph) {
    int[] counts = new int[graph.classes()];
    Arrays.stream(graph.labels()).filter(label -> label >= 0).forEach(label -> counts[label]++);
    return String.join(" ", Arrays.stream(counts).mapToObj(String::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "cora, 2708, 5278, 1433, 49216, Case_Based, '298 418 818 426 217 180 351'",
    "citeseer, 3312, 4536, 3703, 105165, AI, '249 596 701 508 668 590'",
  })
  void linqsIsAsLargeAsItSays(
      String name, int nodes, int edges, int words, int ones, String aClass, String histogram)
      throws IOException {
    CitationGraph read = CitationGraph.linqs(directory("linqs").resolve(name));
    assertEquals(nodes, read.graph().nodes());
    assertEquals(2 * edges, read.graph().arcs());
    assertEquals(words, read.graph().features().columns());
    assertEquals(ones, read.graph().features().entries());
    assertTrue(read.classNames().contains(aClass));
    assertEquals(histogram, histogram(read));
    assertEquals(name, read.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tudataset/MUTAG",
        "tudataset/PROTEINS",
        "planetoid",
        "linqs",
        "graph-isomorphism"
      })
  void filesHaveTheSumsOfTheirList(String name) throws IOException {
    assertTrue(Checksums.check(directory(name).resolve("README")) >= 5);
  }
}
