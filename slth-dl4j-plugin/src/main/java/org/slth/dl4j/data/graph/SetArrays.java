package org.slth.dl4j.data.graph;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Arrays about sets of nodes. The sets of a graph are found once and kept as long as there is
 * memory: finding them takes longer than writing them.
 */
final class SetArrays {

  private final GraphDataset dataset;
  private final int size;
  private final SetOptions options;
  private final AtomicReferenceArray<SoftReference<NodeSets>> found;

  SetArrays(GraphDataset dataset, int size, SetOptions options) {
    this.dataset = dataset;
    this.size = size;
    this.options = options;
    this.found = new AtomicReferenceArray<>(dataset.size());
  }

  private NodeSets sets(int graph) {
    SoftReference<NodeSets> reference = found.get(graph);
    NodeSets sets = reference == null ? null : reference.get();
    if (sets == null) {
      sets = NodeSets.of(dataset.graph(graph), size, options);
      found.set(graph, new SoftReference<>(sets));
    }
    return sets;
  }

  /** The number of sets of each graph. */
  final class Sizes implements RaggedArray {

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
      target[row] = sets(graph).count();
    }

    @Override
    public float padding() {
      return 0;
    }
  }

  /** The isomorphism type of each set. */
  final class Types implements RaggedArray {

    @Override
    public int columns() {
      return NodeSets.typeColumns(size, options, dataset.nodeLabelKinds());
    }

    @Override
    public long rows(int graph) {
      return sets(graph).count();
    }

    @Override
    public int shift(int graph) {
      return 0;
    }

    @Override
    public void write(int graph, int row, int shift, float[] target) {
      NodeSets sets = sets(graph);
      for (int s = 0; s < sets.count(); s++) {
        sets.writeType(s, target, (row + s) * columns());
      }
    }

    @Override
    public float padding() {
      return 0;
    }
  }

  /** Set and node for each member of each set. */
  final class Members implements RaggedArray {

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public long rows(int graph) {
      return (long) size * sets(graph).count();
    }

    @Override
    public int shift(int graph) {
      return dataset.graph(graph).nodes();
    }

    @Override
    public void write(int graph, int row, int shift, float[] target) {
      NodeSets sets = sets(graph);
      for (int m = 0; m < size * sets.count(); m++) {
        int set = (row + m) / size; // sets before have so many rows each
        target[2 * (row + m)] = set;
        target[2 * (row + m) + 1] = shift + sets.member(m / size, m % size);
      }
    }

    @Override
    public float padding() {
      return -1;
    }
  }

  /** Target and source among the sets. */
  final class Arcs implements RaggedArray {

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public long rows(int graph) {
      return sets(graph).arcs();
    }

    @Override
    public int shift(int graph) {
      return sets(graph).count();
    }

    @Override
    public void write(int graph, int row, int shift, float[] target) {
      NodeSets sets = sets(graph);
      for (int arc = 0; arc < sets.arcs(); arc++) {
        target[2 * (row + arc)] = shift + sets.target(arc);
        target[2 * (row + arc) + 1] = shift + sets.source(arc);
      }
    }

    @Override
    public float padding() {
      return -1;
    }
  }
}
