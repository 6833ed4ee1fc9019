package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two graphs: a path of three nodes and one node alone. */
class TuDatasetTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    write("A", "2, 1\n1,2\n 3,2 \n2,1\n3, 3\n");
    write("graph_indicator", "1\n1\n1\n2\n");
    write("graph_labels", "1\n-1\n\n");
    write("node_labels", "4\n7\n4\n9\n");
    write("node_attributes", " 0.5, 1\n 0,-2e1\n1,1\n3,4\n");
    write("edge_labels", "5\n5\n2\n5\n2\n");
  }

  private Path write(String part, String text) throws IOException {
    return Files.writeString(path(part), text);
  }

  private Path path(String part) {
    return folder.resolve("tiny_" + part + ".txt");
  }

  @Test
  void readsEveryPart() throws IOException {
    GraphDataset dataset = TuDataset.read(folder);
    Graph path =
        new GraphBuilder(3, 2)
            .edge(0, 1, 1)
            .edge(1, 2, 0)
            .nodeLabels(new int[] {0, 1, 0}, 3)
            .attributes(NodeFeatures.of(3, 2, new float[] {0.5f, 1, 0, -20, 1, 1}))
            .label(1)
            .build();
    assertEquals("tiny", dataset.name());
    assertEquals(2, dataset.size());
    assertEquals(path, dataset.graph(0));
    assertEquals(List.of("-1", "1"), dataset.classNames());
    assertEquals(0, dataset.graph(1).arcs());
    assertEquals(2, dataset.graph(1).nodeLabel(0));
    assertArrayEquals(new int[] {1, 0}, dataset.labels());
  }

  @Test
  void labelsAndAttributesMayBeMissing() throws IOException {
    for (String part : List.of("node_labels", "node_attributes", "edge_labels")) {
      Files.delete(path(part));
    }
    GraphDataset dataset = TuDataset.read(folder);
    assertEquals(new GraphBuilder(3).edge(0, 1).edge(1, 2).label(1).build(), dataset.graph(0));
    assertEquals(0, dataset.features());
  }

  @Test
  void nodesNeedNotBeSortedByGraph() throws IOException {
    write("graph_indicator", "1\n2\n1\n1\n");
    write("A", "1,3\n3,4\n4,3\n4,3\n3,1\n");
    write("edge_labels", "1\n1\n1\n1\n1\n");
    Graph path = TuDataset.read(folder).graph(0);
    assertEquals(3, path.nodes());
    assertEquals(4, path.arcs());
    assertEquals(2, path.nodeLabel(2));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "A|1,2;1;2,1;2,1;2,1|, line 2: expected 2 fields, got '1'",
        "A|1,2;1,5;2,1;2,1;2,1|, line 2: expected a whole number from 1 to 4, got '1,5'",
        "A|1,2;1,x;2,1;2,1;2,1|, line 2: expected a whole number from 1 to 4, got '1,x'",
        "A|1,2;2,1;2,1;2,1;3,4|, line 5: expected two nodes of one graph, got '3,4'",
        "A|1,2|: expected one line per line of tiny_A.txt, 1 in all, got 5",
        "graph_indicator|1;1;3;2|, line 3: expected a whole number from 1 to 2, got '3'",
        "graph_indicator|1;1;1;1|: expected a node of graph 2 of 2, got none in 4 lines",
        "graph_labels|1;b|, line 2: expected a whole number from -2147483648 to 2147483647, got 'b'",
        "graph_labels|\"\"|: expected the class of a graph, got none in 0 lines",
        "node_labels|1;2;3|: expected one line per node, 4 in all, got 3",
        "node_attributes|1,2;1,2;1;2,1|, line 3: expected 2 fields, got '1'",
        "node_attributes|1;2;NaN;1|, line 3: expected a finite number, got 'NaN'",
        "node_attributes|1;2;?;1|, line 3: expected a finite number, got '?'",
      })
  void brokenFilesAreNamed(String part, String lines, String message) throws IOException {
    Path broken = write(part, lines.replace(';', '\n'));
    String actual = assertThrows(IOException.class, () -> TuDataset.read(folder)).getMessage();
    Path file = message.contains("line of tiny") ? path("edge_labels") : broken;
    assertEquals(file + message, actual);
  }

  @Test
  void anEdgeWithTwoLabelsIsNamed() throws IOException {
    write("edge_labels", "5\n2\n2\n5\n2\n");
    assertEquals(
        folder + ", graph 1: expected one label per edge, got 0 and 1 for edge 1, 0 (nodes from 0)",
        assertThrows(IOException.class, () -> TuDataset.read(folder)).getMessage());
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(path("graph_indicator"));
    assertEquals(
        path("graph_indicator") + ": expected this file",
        assertThrows(IOException.class, () -> TuDataset.read(folder)).getMessage());
    Files.delete(path("A"));
    assertEquals(
        folder + ": expected a file NAME_A.txt there",
        assertThrows(IOException.class, () -> TuDataset.read(folder)).getMessage());
  }
}
