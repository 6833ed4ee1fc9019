package org.slth.dl4j.data.graph;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The graph of all sets of <i>k</i> nodes of a graph, <i>k</i> = 2 or 3, on which Morris' k-GNN
 * passes messages. Immutable.
 *
 * <p>Sets are sorted by their members. All <i>C(n, k)</i> of them cost memory and time of order
 * <i>C(n, k) k d</i> for local neighbourhoods and degree <i>d</i>, <i>C(n, k) k n</i> for others,
 * times the logarithm of the number of sets; connected 3-sets number at most <i>n d²</i>. A graph
 * without self loops of <i>E</i> edges has <i>2 E C(n - 2, k - 1)</i> local arcs among all its
 * sets.
 */
public final class NodeSets {

  private static final int MOST = 1 << 27; // members of so many 3-sets fill an array

  private final Graph graph;
  private final int size;
  private final SetOptions options;
  private final int[] members; // k per set, ascending
  private final int[] targets;
  private final int[] sources;

  private NodeSets(Graph graph, int size, SetOptions options, long[] keys) {
    this.graph = graph;
    this.size = size;
    this.options = options;
    this.members = members(keys, size, graph.nodes());
    SetArcs arcs = new SetArcs(graph, size, options.neighbourhood(), keys, members);
    this.targets = arcs.targets();
    this.sources = arcs.sources();
  }

  /**
   * Returns the sets of a graph; none if it has fewer nodes.
   *
   * @param size 2 or 3
   * @throws IllegalArgumentException if the size is another, or there are more than 2²⁷ sets
   */
  public static NodeSets of(Graph graph, int size, SetOptions options) {
    if (size != 2 && size != 3) {
      throw new IllegalArgumentException("expected sets of 2 or 3 nodes, got " + size);
    }
    long n = graph.nodes();
    long all = size == 2 ? n * (n - 1) / 2 : n * (n - 1) / 2 * (n - 2) / 3;
    if (all > MOST && !options.connected()) {
      throw new IllegalArgumentException(
          String.format(
              "expected at most %d sets, got %d of %d nodes among %d: take connected ones",
              MOST, all, size, n));
    }
    return new NodeSets(
        graph, size, options, options.connected() ? connected(graph, size) : all(graph, size));
  }

  /** A set as a number: its members in ascending order are the digits to base n. */
  private static long[] all(Graph graph, int size) {
    int n = graph.nodes();
    LongStream.Builder keys = LongStream.builder();
    for (long a = 0; a < n; a++) {
      for (long b = a + 1; b < n; b++) {
        if (size == 2) {
          keys.add(a * n + b);
        }
        for (long c = b + 1; size == 3 && c < n; c++) {
          keys.add((a * n + b) * n + c);
        }
      }
    }
    return keys.build().toArray();
  }

  /**
   * A connected 3-set has a node adjacent to both others; a triangle has three and is kept once.
   */
  private static long[] connected(Graph graph, int size) {
    LongStream.Builder keys = LongStream.builder();
    for (int v = 0; v < graph.nodes(); v++) {
      for (int e = graph.firstArc(v); e < graph.firstArc(v + 1); e++) {
        int a = graph.source(e);
        if (size == 2 && v < a) {
          keys.add(SetArcs.key(graph.nodes(), v, a));
        }
        for (int f = e + 1; size == 3 && a != v && f < graph.firstArc(v + 1); f++) {
          if (graph.source(f) != v) {
            keys.add(SetArcs.key(graph.nodes(), v, a, graph.source(f)));
          }
        }
      }
    }
    return keys.build().sorted().distinct().toArray();
  }

  private static int[] members(long[] keys, int size, int n) {
    int[] members = new int[Math.multiplyExact(keys.length, size)];
    for (int s = 0; s < keys.length; s++) {
      long rest = keys[s];
      for (int m = size - 1; m >= 0; m--) {
        members[s * size + m] = (int) (rest % n);
        rest /= n;
      }
    }
    return members;
  }

  /** Returns the number of nodes of each set. */
  public int size() {
    return size;
  }

  /** Returns the number of sets. */
  public int count() {
    return members.length / size;
  }

  /** Returns a member of a set, {@code place} being from 0 to {@code size() - 1}, ascending. */
  public int member(int set, int place) {
    return members[set * size + place];
  }

  /** Returns the number of arcs between neighbouring sets; each pair of neighbours has two. */
  public int arcs() {
    return targets.length;
  }

  /** Returns the set to which an arc goes; never less than that of the arc before it. */
  public int target(int arc) {
    return targets[arc];
  }

  /** Returns the set from which an arc comes. */
  public int source(int arc) {
    return sources[arc];
  }

  /** Returns the number of edges between the members of a set. */
  public int edges(int set) {
    int edges = 0;
    for (int i = 0; i < size; i++) {
      edges += innerDegree(set, i);
    }
    return edges / 2;
  }

  private int innerDegree(int set, int place) {
    int degree = 0;
    for (int i = 0; i < size; i++) {
      if (i != place && graph.adjacent(member(set, place), member(set, i))) {
        degree++;
      }
    }
    return degree;
  }

  /**
   * Returns the number of columns of a type: one per number of edges among the members (2 or 4),
   * then, if asked for, one per node label and number of neighbours within the set.
   */
  static int typeColumns(int size, SetOptions options, int nodeLabelKinds) {
    int shapes = size * (size - 1) / 2 + 1;
    return options.nodeLabels() ? shapes + size * nodeLabelKinds : shapes;
  }

  /**
   * Writes the type of a set to {@code target} from {@code offset} on, zeros left out: its number
   * of edges one-hot; then how many members have <i>d</i> neighbours in the set and label <i>l</i>.
   * Two sets of at most three nodes have equal types if and only if they are isomorphic (with
   * labels, if asked for).
   */
  void writeType(int set, float[] target, int offset) {
    target[offset + edges(set)] = 1;
    int kinds = graph.nodeLabelKinds();
    int start = offset + typeColumns(size, options.withNodeLabels(false), kinds);
    for (int i = 0; options.nodeLabels() && kinds > 0 && i < size; i++) {
      target[start + innerDegree(set, i) * kinds + graph.nodeLabel(member(set, i))]++;
    }
  }

  /** Returns the members of a set, ascending. */
  public int[] members(int set) {
    return Arrays.copyOfRange(members, set * size, (set + 1) * size);
  }
}
