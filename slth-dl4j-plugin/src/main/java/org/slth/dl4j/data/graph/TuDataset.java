package org.slth.dl4j.data.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of the TUDataset collection: {@code NAME_A.txt}, {@code NAME_graph_indicator.txt},
 * {@code NAME_graph_labels.txt}, and where they are there {@code NAME_node_labels.txt}, {@code
 * NAME_node_attributes.txt} and {@code NAME_edge_labels.txt}.
 *
 * <p>Labels of graphs, nodes and edges are whole numbers of any kind; they become 0, 1, ... in
 * ascending order. Each edge may be listed in one direction or both, and repeatedly; self loops are
 * left out.
 */
public final class TuDataset {

  private static final String ADJACENCY = "_A.txt";

  private final Path folder;
  private final String name;

  private TuDataset(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * Reads a folder with one data set.
   *
   * @throws IOException if a file is missing or malformed; the message names file and line, what
   *     was expected and what came
   */
  public static GraphDataset read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      String file =
          files
              .map(path -> String.valueOf(path.getFileName()))
              .filter(name -> name.endsWith(ADJACENCY))
              .sorted()
              .findFirst()
              .orElseThrow(
                  () ->
                      new NoSuchFileException(
                          folder.toString(), null, "expected a file NAME_A.txt there"));
      return new TuDataset(folder, file.substring(0, file.length() - ADJACENCY.length())).read();
    }
  }

  private GraphDataset read() throws IOException {
    TextFile classes = file("graph_labels").filled("the class of a graph");
    LabelColumn classColumn = LabelColumn.read(classes);
    TuNodes nodes = new TuNodes(file("graph_indicator"), classes.size());
    TextFile arcs = file("A");
    LabelColumn edgeLabels = column("edge_labels", arcs.size(), "line of " + name + ADJACENCY);
    GraphBuilder[] graphs = nodes.builders(edgeLabels.kinds());
    LabelColumn nodeLabels = column("node_labels", nodes.count(), "node");
    if (nodeLabels.kinds() > 0) {
      nodes.label(graphs, nodeLabels);
    }
    if (Files.exists(path("node_attributes"))) {
      nodes.attribute(graphs, file("node_attributes").ofSize(nodes.count(), "node"));
    }
    addEdges(arcs, edgeLabels, nodes, graphs);
    List<Graph> built = new ArrayList<>();
    for (int g = 0; g < graphs.length; g++) {
      built.add(built(graphs[g].label(classColumn.label(g)), g));
    }
    return GraphDataset.of(name, built, classColumn.names());
  }

  private static void addEdges(
      TextFile arcs, LabelColumn edgeLabels, TuNodes nodes, GraphBuilder[] graphs)
      throws IOException {
    for (int i = 0; i < arcs.size(); i++) {
      String[] ends = arcs.fields(i, ",", 2);
      int first = arcs.integer(i, ends[0], 1, nodes.count()) - 1;
      int second = arcs.integer(i, ends[1], 1, nodes.count()) - 1;
      if (nodes.graph(first) != nodes.graph(second)) {
        throw arcs.error(i, "two nodes of one graph");
      }
      if (first != second) {
        int label = edgeLabels.kinds() == 0 ? 0 : edgeLabels.label(i);
        graphs[nodes.graph(first)].edge(nodes.place(first), nodes.place(second), label);
      }
    }
  }

  /** An edge may have been listed with two labels, which no single line shows. */
  private Graph built(GraphBuilder builder, int index) throws IOException {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new IOException(
          String.format("%s, graph %d: %s (nodes from 0)", folder, index + 1, e.getMessage()), e);
    }
  }

  private LabelColumn column(String part, int size, String thing) throws IOException {
    return Files.exists(path(part))
        ? LabelColumn.read(file(part).ofSize(size, thing))
        : LabelColumn.NONE;
  }

  private TextFile file(String part) throws IOException {
    return TextFile.read(path(part));
  }

  private Path path(String part) {
    return folder.resolve(name + "_" + part + ".txt");
  }
}
