package org.slth.dl4j.data.graph;

/**
 * Tensors of order 2 or more: row (i, j, ...) has a one if i and j are adjacent, one for the label
 * of the edge, and on the diagonal the features of the node. Time: that of clearing it, and of
 * order <i>E n^(k-2) + n F</i>.
 */
record TensorArray(GraphDataset dataset, int order) implements RaggedArray {

  @Override
  public int columns() {
    return 1 + dataset.edgeLabelKinds() + dataset.features();
  }

  @Override
  public long rows(int graph) {
    long n = dataset.graph(graph).nodes();
    long rows = 1;
    for (int k = 0; k < order; k++) {
      rows = Math.multiplyExact(rows, n);
    }
    return rows;
  }

  @Override
  public int shift(int graph) {
    return 0;
  }

  @Override
  public void write(int graph, int row, int shift, float[] target) {
    Graph g = dataset.graph(graph);
    int n = g.nodes();
    int inner = (int) (rows(graph) / n / n); // rows per pair (i, j)
    for (int arc = 0; arc < g.arcs(); arc++) {
      int start = row + (g.target(arc) * n + g.source(arc)) * inner;
      for (int r = start; r < start + inner; r++) {
        target[r * columns()] = 1;
        if (g.edgeLabelKinds() > 0) {
          target[r * columns() + 1 + g.edgeLabel(arc)] = 1;
        }
      }
    }
    int diagonal = 0; // from row (i, ..., i) to the next
    for (int k = 0; k < order; k++) {
      diagonal = diagonal * n + 1;
    }
    int first = row * columns() + 1 + dataset.edgeLabelKinds();
    g.features().write(target, first, diagonal * columns());
  }

  @Override
  public float padding() {
    return 0;
  }
}
