package org.slth.dl4j.data.graph;

import java.util.Arrays;
import java.util.Objects;

/**
 * The arcs of an undirected graph, sorted by target, then by source, each once; with labels or
 * without. Immutable.
 */
final class ArcList {

  private final int[] first; // the arcs into node i are those from first[i] to first[i + 1]
  private final int[] targets;
  private final int[] sources;
  private final int[] labels; // empty without labels
  private final int labelKinds;

  private ArcList(int nodes, int[] targets, int[] sources, int[] labels, int labelKinds) {
    this.first = new int[nodes + 1];
    this.targets = targets;
    this.sources = sources;
    this.labels = labels;
    this.labelKinds = labelKinds;
    for (int target : targets) {
      first[target + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
  }

  int nodes() {
    return first.length - 1;
  }

  int size() {
    return sources.length;
  }

  int first(int node) {
    return first[node];
  }

  int target(int arc) {
    return targets[arc];
  }

  int source(int arc) {
    return sources[arc];
  }

  int labelKinds() {
    return labelKinds;
  }

  int label(int arc) {
    return labels[arc];
  }

  boolean contains(int target, int source) {
    return Arrays.binarySearch(sources, first[target], first[target + 1], source) >= 0;
  }

  ArcList permuted(int[] permutation) {
    Builder builder = new Builder(nodes(), labelKinds);
    for (int a = 0; a < size(); a++) {
      if (targets[a] <= sources[a]) {
        int label = labelKinds == 0 ? 0 : labels[a];
        builder.edge(permutation[targets[a]], permutation[sources[a]], label);
      }
    }
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArcList that
        && labelKinds == that.labelKinds
        && Arrays.equals(first, that.first)
        && Arrays.equals(sources, that.sources)
        && Arrays.equals(labels, that.labels);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        labelKinds, Arrays.hashCode(first), Arrays.hashCode(sources), Arrays.hashCode(labels));
  }

  /** Collects arcs as numbers (target · nodes + source) · kinds + label, whose order is theirs. */
  static final class Builder {

    private final long nodes;
    private final int labelKinds;
    private final int kinds;
    private long[] keys = new long[16];
    private int size;

    Builder(int nodes, int labelKinds) {
      this.nodes = nodes;
      this.labelKinds = labelKinds;
      this.kinds = Math.max(1, labelKinds);
      Math.multiplyExact(this.nodes * this.nodes, (long) kinds);
    }

    void edge(int i, int j, int label) {
      if (i < 0 || i >= nodes || j < 0 || j >= nodes || label < 0 || label >= kinds) {
        throw new IllegalArgumentException(
            String.format(
                "expected nodes from 0 to %d and a label below %d, got edge %d, %d of label %d",
                nodes - 1, kinds, i, j, label));
      }
      add((i * nodes + j) * kinds + label);
      if (i != j) {
        add((j * nodes + i) * kinds + label);
      }
    }

    private void add(long key) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
      }
      keys[size++] = key;
    }

    ArcList build() {
      long[] arcs = Arrays.stream(keys, 0, size).sorted().distinct().toArray();
      int[] targets = new int[arcs.length];
      int[] sources = new int[arcs.length];
      int[] labels = new int[labelKinds == 0 ? 0 : arcs.length];
      for (int a = 0; a < arcs.length; a++) {
        long pair = arcs[a] / kinds;
        targets[a] = (int) (pair / nodes);
        sources[a] = (int) (pair % nodes);
        if (a > 0 && pair == arcs[a - 1] / kinds) {
          throw new IllegalArgumentException(
              String.format(
                  "expected one label per edge, got %d and %d for edge %d, %d",
                  arcs[a - 1] % kinds, arcs[a] % kinds, sources[a], targets[a]));
        }
        if (labelKinds > 0) {
          labels[a] = (int) (arcs[a] % kinds);
        }
      }
      return new ArcList((int) nodes, targets, sources, labels, labelKinds);
    }
  }
}
