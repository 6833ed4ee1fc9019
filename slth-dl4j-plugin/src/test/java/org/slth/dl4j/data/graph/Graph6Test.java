package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Graph6Test {

  /** The example of the format's definition. */
  private static final Graph EXAMPLE =
      new GraphBuilder(5).edge(0, 2).edge(0, 4).edge(1, 3).edge(3, 4).build();

  @TempDir private Path folder;

  @Test
  void readsTheExampleOfTheDefinition() {
    assertEquals(EXAMPLE, Graph6.parse("DQc"));
    assertEquals(EXAMPLE, Graph6.parse(">>graph6<<DQc"));
    assertEquals("DQc", Graph6.format(EXAMPLE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 13, 61, 62, 63, 64, 130})
  void readsWhatItWrites(int nodes) {
    Graph graph = RandomGraphs.plain(nodes, 0.3, nodes);
    assertEquals(graph, Graph6.parse(Graph6.format(graph)));
  }

  @Test
  void aLongNumberOfNodesIsThreeSextets() {
    Graph graph = new GraphBuilder(4097).edge(0, 4096).build();
    String line = Graph6.format(graph);
    assertEquals("~@?@", line.substring(0, 4), "4097 is 1 * 64² + 0 * 64 + 1");
    assertEquals(graph, Graph6.parse(line));
  }

  @Test
  void readsFilesPlainOrCompressed() throws IOException {
    String text = ">>graph6<<DQc\r\nA_\n\n";
    Path plain = Files.writeString(folder.resolve("two.g6"), text);
    Path compressed = folder.resolve("two.g6.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    List<Graph> expected = List.of(EXAMPLE, new GraphBuilder(2).edge(0, 1).build());
    assertEquals(expected, Graph6.read(plain));
    assertEquals(expected, Graph6.read(compressed));
  }

  @ParameterizedTest(name = "line ''{0}''")
  @CsvSource(
      delimiter = '|',
      value = {
        "DQ|expected 3 characters for 5 nodes, got 2",
        "DQcc|expected 3 characters for 5 nodes, got 4",
        "D c|expected a character from ? to ~ at column 2, got ' '",
        "''|expected a character from ? to ~ at column 1, got the end of the line",
        "~?|expected a character from ? to ~ at column 3, got the end of the line",
        "~??D|expected 1 to 258047 nodes in shortest form, got 5",
        "~~?@|expected 1 to 258047 nodes in shortest form, got 258049",
        "?|expected 1 to 258047 nodes in shortest form, got 0",
      })
  void brokenLinesAreNamed(String line, String message) throws IOException {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Graph6.parse(line)).getMessage());
    Path file = Files.writeString(folder.resolve("broken.g6"), "A_\n" + line + "\nA_\n");
    assertEquals(
        file + ", line 2: " + message,
        assertThrows(IOException.class, () -> Graph6.read(file)).getMessage());
  }

  @Test
  void selfLoopsHaveNoPlace() {
    Graph loop = new GraphBuilder(2).edge(1, 1).build();
    assertEquals(
        "expected no self loop, got one at 1",
        assertThrows(IllegalArgumentException.class, () -> Graph6.format(loop)).getMessage());
  }
}
