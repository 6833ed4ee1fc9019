package org.slth.dl4j.data.graph;

import java.util.Arrays;

/** Arrays with a row per graph, node or arc. */
final class NodeArrays {

  private NodeArrays() {}

  /** The number of nodes of each graph. */
  record Sizes(GraphDataset dataset) implements RaggedArray {

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public long rows(int graph) {
      return 1;
    }

    @Override
    public int shift(int graph) {
      return 0;
    }

    @Override
    public void write(int graph, int row, int shift, float[] target) {
      target[row] = dataset.graph(graph).nodes();
    }

    @Override
    public float padding() {
      return 0;
    }
  }

  /** The features of each node; a one where there are none. */
  record Features(GraphDataset dataset) implements RaggedArray {

    @Override
    public int columns() {
      return Math.max(1, dataset.features());
    }

    @Override
    public long rows(int graph) {
      return dataset.graph(graph).nodes();
    }

    @Override
    public int shift(int graph) {
      return 0;
    }

    @Override
    public void write(int graph, int row, int shift, float[] target) {
      Graph g = dataset.graph(graph);
      if (dataset.features() > 0) {
        g.features().write(target, row * columns(), columns());
      } else {
        Arrays.fill(target, row, row + g.nodes(), 1);
      }
    }

    @Override
    public float padding() {
      return 0;
    }
  }

  /** Target and source of each arc. */
  record Arcs(GraphDataset dataset) implements RaggedArray {

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public long rows(int graph) {
      return dataset.graph(graph).arcs();
    }

    @Override
    public int shift(int graph) {
      return dataset.graph(graph).nodes();
    }

    @Override
    public void write(int graph, int row, int shift, float[] target) {
      Graph g = dataset.graph(graph);
      for (int arc = 0; arc < g.arcs(); arc++) {
        target[2 * (row + arc)] = shift + g.target(arc);
        target[2 * (row + arc) + 1] = shift + g.source(arc);
      }
    }

    @Override
    public float padding() {
      return -1;
    }
  }
}
