package org.slth.dl4j.data.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** A citation graph in csv files without header lines; nodes are numbered from 0. */
final class PlanetoidFolder {

  private final Path folder;

  PlanetoidFolder(Path folder) {
    this.folder = folder;
  }

  CitationGraph read(boolean selfLoops) throws IOException {
    int[] labels = labels();
    GraphBuilder builder = new GraphBuilder(labels.length);
    readEdges(builder, labels.length);
    if (selfLoops && Files.exists(folder.resolve("self-loop.csv"))) {
      int[] loops = Folds.numbers(folder.resolve("self-loop.csv"), labels.length, new BitSet());
      Arrays.stream(loops).forEach(node -> builder.edge(node, node));
    }
    if (Files.exists(folder.resolve("node-feat.csv"))) {
      builder.attributes(features(labels.length));
    }
    int classes = 1 + Arrays.stream(labels).max().orElse(0);
    List<String> names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return CitationGraph.of(name, builder.build(), labels, names).withSplit(split(labels));
  }

  private int[] labels() throws IOException {
    TextFile lines = TextFile.read(folder.resolve("node-label.csv")).filled("the class of a node");
    int[] labels = new int[lines.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = lines.integer(i, -1, labels.length - 1);
    }
    return labels;
  }

  private void readEdges(GraphBuilder builder, int nodes) throws IOException {
    TextFile lines = TextFile.read(folder.resolve("edge.csv"));
    for (int i = 0; i < lines.size(); i++) {
      String[] ends = lines.fields(i, ",", 2);
      int first = lines.integer(i, ends[0], 0, nodes - 1);
      int second = lines.integer(i, ends[1], 0, nodes - 1);
      if (first == second) {
        throw lines.error(i, "two different nodes (self loops belong in self-loop.csv)");
      }
      builder.edge(first, second);
    }
  }

  /** Lines "node,column", sorted, one per entry that is 1. */
  private NodeFeatures features(int nodes) throws IOException {
    TextFile lines = TextFile.read(folder.resolve("node-feat.csv"));
    List<int[]> rows = new ArrayList<>();
    int[] row = new int[lines.size()];
    int length = 0;
    int columns = 0;
    for (int i = 0; i < lines.size(); i++) {
      String[] entry = lines.fields(i, ",", 2);
      int node = lines.integer(i, entry[0], 0, nodes - 1);
      int column = lines.integer(i, entry[1], 0, Integer.MAX_VALUE - 1);
      if (node < rows.size() || (node == rows.size() && length > 0 && column <= row[length - 1])) {
        throw lines.error(i, "ascending nodes and columns");
      }
      while (rows.size() < node) {
        rows.add(Arrays.copyOf(row, length));
        length = 0;
      }
      row[length++] = column;
      columns = Math.max(columns, column + 1);
    }
    while (rows.size() < nodes) {
      rows.add(Arrays.copyOf(row, length));
      length = 0;
    }
    return NodeFeatures.indicator(columns, rows);
  }

  private Split split(int[] labels) throws IOException {
    BitSet seen = new BitSet();
    int[] train = part("train", labels, seen);
    int[] validation = part("valid", labels, seen);
    return Split.of(train, validation, part("test", labels, seen));
  }

  private int[] part(String name, int[] labels, BitSet seen) throws IOException {
    Path file = folder.resolve("split").resolve(name + ".csv");
    int[] nodes = Folds.numbers(file, labels.length, seen);
    for (int i = 0; i < nodes.length; i++) {
      if (labels[nodes[i]] < 0) {
        throw TextFile.read(file).error(i, "a node with a class");
      }
    }
    return nodes;
  }
}
