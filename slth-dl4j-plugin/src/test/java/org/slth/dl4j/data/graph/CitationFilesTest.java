package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiny folders of either kind, whole and broken. */
class CitationFilesTest {

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Nested
  class Planetoid {

    @BeforeEach
    void writeFiles() throws IOException {
      Files.createDirectory(folder.resolve("split"));
      write("edge.csv", "0,2\n1,2\n");
      write("self-loop.csv", "3\n");
      write("node-feat.csv", "0,1\n2,0\n2,3\n");
      write("node-label.csv", "1\n0\n2\n-1\n0\n");
      write("split/train.csv", "0\n");
      write("split/valid.csv", "1\n4\n");
      write("split/test.csv", "2\n");
    }

    @Test
    void readsEveryPart() throws IOException {
      CitationGraph read = CitationGraph.planetoid(folder, false);
      NodeFeatures words =
          NodeFeatures.indicator(
              4, List.of(new int[] {1}, new int[0], new int[] {0, 3}, new int[0], new int[0]));
      assertEquals(
          new GraphBuilder(5).edge(0, 2).edge(1, 2).attributes(words).build(), read.graph());
      assertEquals(3, read.classes());
      assertArrayEquals(new int[] {1, 0, 2, -1, 0}, read.labels());
      assertArrayEquals(new int[] {0}, read.split().train());
      assertArrayEquals(new int[] {1, 4}, read.split().validation());
      assertArrayEquals(new int[] {2}, read.split().test());
      assertEquals(String.valueOf(folder.getFileName()), read.name());
    }

    @Test
    void selfLoopsAreKeptOnRequest() throws IOException {
      assertEquals(4, CitationGraph.planetoid(folder, false).graph().arcs());
      assertEquals(5, CitationGraph.planetoid(folder, true).graph().arcs());
      Files.delete(folder.resolve("self-loop.csv"));
      Files.delete(folder.resolve("node-feat.csv"));
      CitationGraph bare = CitationGraph.planetoid(folder, true);
      assertEquals(4, bare.graph().arcs());
      assertEquals(0, bare.graph().features().columns());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
        delimiter = '|',
        value = {
          "edge.csv|0,2;1,5|, line 2: expected a whole number from 0 to 4, got '1,5'",
          "edge.csv|0,2;1|, line 2: expected 2 fields, got '1'",
          "edge.csv|1,1|, line 1: expected two different nodes (self loops belong in self-loop.csv), got '1,1'",
          "node-feat.csv|2,0;0,1|, line 2: expected ascending nodes and columns, got '0,1'",
          "node-feat.csv|2,1;2,1|, line 2: expected ascending nodes and columns, got '2,1'",
          "node-feat.csv|2,-1|, line 1: expected a whole number from 0 to 2147483646, got '2,-1'",
          "node-label.csv|0;one|, line 2: expected a whole number from -1 to 1, got 'one'",
          "node-label.csv|''|: expected the class of a node, got none in 0 lines",
          "split/test.csv|2;4|, line 2: expected a number not used before, here or in another part, got '4'",
          "split/train.csv|3|, line 1: expected a node with a class, got '3'",
          "split/valid.csv|7|, line 1: expected a whole number from 0 to 4, got '7'",
        })
    void brokenFilesAreNamed(String file, String lines, String message) throws IOException {
      Path broken = write(file, lines.replace(';', '\n'));
      assertEquals(
          broken + message,
          assertThrows(IOException.class, () -> CitationGraph.planetoid(folder, false))
              .getMessage());
    }
  }

  @Nested
  class Linqs {

    private static final String CONTENT = "p1\t0\t1\t1\tB\nx\t1\t0\t0\tA\n7\t0\t0\t0\tB\n";

    @BeforeEach
    void writeFiles() throws IOException {
      write("tiny.content", CONTENT);
      write("tiny.cites", "p1\tx\nx\tp1\n7\t7\nunknown\t7\np1\t7\n");
    }

    @Test
    void readsEveryPart() throws IOException {
      CitationGraph read = CitationGraph.linqs(folder);
      NodeFeatures words =
          NodeFeatures.indicator(3, List.of(new int[] {1, 2}, new int[] {0}, new int[0]));
      assertEquals(
          new GraphBuilder(3).edge(0, 1).edge(0, 2).attributes(words).build(), read.graph());
      assertEquals("tiny", read.name());
      assertEquals(List.of("A", "B"), read.classNames());
      assertArrayEquals(new int[] {1, 0, 1}, read.labels());
      assertEquals(0, read.split().train().length);
    }

    @Test
    void filesMayBeCompressed() throws IOException {
      CitationGraph plain = CitationGraph.linqs(folder);
      Files.delete(folder.resolve("tiny.content"));
      Path file = folder.resolve("tiny.content.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(CONTENT.getBytes(StandardCharsets.UTF_8));
      }
      CitationGraph compressed = CitationGraph.linqs(folder);
      assertEquals(plain.graph(), compressed.graph());
      assertEquals("tiny", compressed.name());
      Files.writeString(file, CONTENT);
      assertEquals(
          file + ": expected a text that can be read, got Not in GZIP format",
          assertThrows(IOException.class, () -> CitationGraph.linqs(folder)).getMessage());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
        delimiter = '|',
        value = {
          "tiny.content|p1,0,1,B;x,1,0|, line 2: expected 4 fields, got 'x\t1\t0'",
          "tiny.content|p1,0,1,B;x,1,2,B|, line 2: expected 0 or 1 in field 3, got 'x\t1\t2\tB'",
          "tiny.content|p,0,B;p,1,B|, line 2: expected a paper not listed before, its words and its class, got 'p\t1\tB'",
          "tiny.content|p|, line 1: expected a paper not listed before, its words and its class, got 'p'",
          "tiny.cites|p1,x;x|, line 2: expected 2 fields, got 'x'",
        })
    void brokenFilesAreNamed(String file, String lines, String message) throws IOException {
      Path broken = write(file, lines.replace(';', '\n').replace(',', '\t'));
      assertEquals(
          broken + message,
          assertThrows(IOException.class, () -> CitationGraph.linqs(folder)).getMessage());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
      Files.delete(folder.resolve("tiny.cites"));
      assertEquals(
          folder.resolve("tiny.cites.gz") + ": expected this file",
          assertThrows(IOException.class, () -> CitationGraph.linqs(folder)).getMessage());
      Files.delete(folder.resolve("tiny.content"));
      assertEquals(
          folder + ": expected a file NAME.content or .content.gz there",
          assertThrows(IOException.class, () -> CitationGraph.linqs(folder)).getMessage());
    }
  }
}
