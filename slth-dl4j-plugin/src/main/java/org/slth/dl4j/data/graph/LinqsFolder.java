package org.slth.dl4j.data.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A citation graph in two files. A line of NAME.content has the name of a paper, a 0 or 1 per word
 * and the name of a class, a line of NAME.cites the names of the cited and of the citing paper, all
 * separated by tabs.
 */
final class LinqsFolder {

  private LinqsFolder() {}

  static CitationGraph read(Path folder) throws IOException {
    Path contentFile = contentFile(folder);
    String name = String.valueOf(contentFile.getFileName()).replaceAll("\\.content(\\.gz)?$", "");
    TextFile content = TextFile.read(contentFile).filled("a paper");
    Map<String, Integer> papers = new HashMap<>();
    List<int[]> words = new ArrayList<>();
    List<String> classOf = new ArrayList<>();
    int columns = content.line(0).split("\t", -1).length;
    for (int i = 0; i < content.size(); i++) {
      String[] fields = content.fields(i, "\t", columns);
      if (columns < 2 || papers.putIfAbsent(fields[0], i) != null) {
        throw content.error(i, "a paper not listed before, its words and its class");
      }
      words.add(ones(content, i, fields));
      classOf.add(fields[columns - 1]);
    }
    List<String> classNames = List.copyOf(new TreeSet<>(classOf));
    int[] labels = classOf.stream().mapToInt(classNames::indexOf).toArray();
    GraphBuilder builder =
        new GraphBuilder(papers.size()).attributes(NodeFeatures.indicator(columns - 2, words));
    readCitations(TextFile.read(plainOrCompressed(folder, name + ".cites")), papers, builder);
    return CitationGraph.of(name, builder.build(), labels, classNames);
  }

  private static Path contentFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.content(\\.gz)?"))
          .sorted()
          .findFirst()
          .orElseThrow(
              () ->
                  new NoSuchFileException(
                      folder.toString(),
                      null,
                      "expected a file NAME.content or .content.gz there"));
    }
  }

  private static Path plainOrCompressed(Path folder, String name) {
    Path plain = folder.resolve(name);
    return Files.exists(plain) ? plain : folder.resolve(name + ".gz");
  }

  private static int[] ones(TextFile content, int line, String[] fields) throws IOException {
    for (int f = 1; f < fields.length - 1; f++) {
      if (!fields[f].equals("0") && !fields[f].equals("1")) {
        throw content.error(line, "0 or 1 in field " + (f + 1));
      }
    }
    return IntStream.range(0, fields.length - 2).filter(w -> fields[w + 1].equals("1")).toArray();
  }

  private static void readCitations(
      TextFile cites, Map<String, Integer> papers, GraphBuilder builder) throws IOException {
    for (int i = 0; i < cites.size(); i++) {
      List<Integer> ends =
          Arrays.stream(cites.fields(i, "\t", 2))
              .filter(papers::containsKey)
              .map(papers::get)
              .distinct()
              .toList();
      if (ends.size() == 2) {
        builder.edge(ends.get(0), ends.get(1));
      }
    }
  }
}
