package org.slth.dl4j.data.graph;

import java.io.IOException;

/** Which node of which graph a node of a TUDataset folder is; nodes go by their line, from 0. */
final class TuNodes {

  private final int[] graph;
  private final int[] place; // within its graph
  private final int[] sizes;

  TuNodes(TextFile indicator, int graphs) throws IOException {
    this.graph = new int[indicator.size()];
    this.place = new int[indicator.size()];
    this.sizes = new int[graphs];
    for (int node = 0; node < graph.length; node++) {
      graph[node] = indicator.integer(node, 1, graphs) - 1;
      place[node] = sizes[graph[node]]++;
    }
    for (int g = 0; g < graphs; g++) {
      if (sizes[g] == 0) {
        throw indicator.missing("a node of graph " + (g + 1) + " of " + graphs);
      }
    }
  }

  int count() {
    return graph.length;
  }

  int graph(int node) {
    return graph[node];
  }

  int place(int node) {
    return place[node];
  }

  GraphBuilder[] builders(int edgeLabelKinds) {
    GraphBuilder[] builders = new GraphBuilder[sizes.length];
    for (int g = 0; g < sizes.length; g++) {
      builders[g] = new GraphBuilder(sizes[g], edgeLabelKinds);
    }
    return builders;
  }

  void label(GraphBuilder[] graphs, LabelColumn column) {
    int[][] labels = new int[sizes.length][];
    for (int g = 0; g < sizes.length; g++) {
      labels[g] = new int[sizes[g]];
    }
    for (int node = 0; node < graph.length; node++) {
      labels[graph[node]][place[node]] = column.label(node);
    }
    for (int g = 0; g < sizes.length; g++) {
      graphs[g].nodeLabels(labels[g], column.kinds());
    }
  }

  /** Real numbers separated by commas, as many on each line as on the first. */
  void attribute(GraphBuilder[] graphs, TextFile lines) throws IOException {
    int columns = lines.line(0).split(",", -1).length;
    float[][] values = new float[sizes.length][];
    for (int g = 0; g < sizes.length; g++) {
      values[g] = new float[sizes[g] * columns];
    }
    for (int node = 0; node < graph.length; node++) {
      String[] fields = lines.fields(node, ",", columns);
      for (int c = 0; c < columns; c++) {
        values[graph[node]][place[node] * columns + c] = lines.real(node, fields[c]);
      }
    }
    for (int g = 0; g < sizes.length; g++) {
      graphs[g].attributes(NodeFeatures.of(sizes[g], columns, values[g]));
    }
  }
}
