package org.slth.dl4j.data.graph;

import java.util.Arrays;

/** Which sets differ in one node: for S, v in S and w outside, the arc from S - v + w to S. */
final class SetArcs {

  private final Graph graph;
  private final int size;
  private final SetOptions.Neighbourhood neighbourhood;
  private final long[] keys;
  private final int[] members;
  private final int[] candidate; // a set under construction
  private int[] targets = new int[64];
  private int[] sources = new int[64];
  private int count;

  SetArcs(
      Graph graph, int size, SetOptions.Neighbourhood neighbourhood, long[] keys, int[] members) {
    this.graph = graph;
    this.size = size;
    this.neighbourhood = neighbourhood;
    this.keys = keys;
    this.members = members;
    this.candidate = new int[size];
    for (int set = 0; set < keys.length; set++) {
      for (int place = 0; place < size; place++) {
        exchange(set, place);
      }
    }
  }

  int[] targets() {
    return Arrays.copyOf(targets, count);
  }

  int[] sources() {
    return Arrays.copyOf(sources, count);
  }

  private void exchange(int set, int place) {
    int v = members[set * size + place];
    if (neighbourhood == SetOptions.Neighbourhood.LOCAL) {
      for (int arc = graph.firstArc(v); arc < graph.firstArc(v + 1); arc++) {
        add(set, place, graph.source(arc));
      }
      return;
    }
    for (int w = 0; w < graph.nodes(); w++) {
      if (neighbourhood.includes(graph.adjacent(v, w))) {
        add(set, place, w);
      }
    }
  }

  private void add(int set, int place, int w) {
    for (int i = 0; i < size; i++) {
      candidate[i] = members[set * size + i];
      if (candidate[i] == w) {
        return;
      }
    }
    candidate[place] = w;
    int source = Arrays.binarySearch(keys, key(graph.nodes(), candidate));
    if (source < 0) {
      return; // not connected, and only connected sets count
    }
    if (count == targets.length) {
      targets = Arrays.copyOf(targets, 2 * count);
      sources = Arrays.copyOf(sources, 2 * count);
    }
    targets[count] = set;
    sources[count++] = source;
  }

  /** Returns the number whose digits to base n are the nodes in ascending order; sorts them not. */
  static long key(long n, int... nodes) {
    if (nodes.length == 2) {
      return Math.min(nodes[0], nodes[1]) * n + Math.max(nodes[0], nodes[1]);
    }
    int low = Math.min(nodes[0], Math.min(nodes[1], nodes[2]));
    int high = Math.max(nodes[0], Math.max(nodes[1], nodes[2]));
    int middle = nodes[0] + nodes[1] + nodes[2] - low - high;
    return (low * n + middle) * n + high;
  }
}
