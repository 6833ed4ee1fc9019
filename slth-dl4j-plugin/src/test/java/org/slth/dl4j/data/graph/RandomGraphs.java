package org.slth.dl4j.data.graph;

import java.util.SplittableRandom;

/** Graphs with everything a graph can have, from a seed. */
final class RandomGraphs {

  static final int NODE_LABELS = 3;
  static final int EDGE_LABELS = 2;
  static final int ATTRIBUTES = 2;

  private RandomGraphs() {}

  static Graph labelled(int nodes, double density, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GraphBuilder builder = new GraphBuilder(nodes, EDGE_LABELS).label((int) (seed % 3));
    addEdges(builder, nodes, density, random);
    int[] labels = random.ints(nodes, 0, NODE_LABELS).toArray();
    float[] attributes = new float[nodes * ATTRIBUTES];
    for (int i = 0; i < attributes.length; i++) {
      attributes[i] = random.nextInt(4) == 0 ? 0 : (float) random.nextDouble(-1, 1);
    }
    return builder
        .nodeLabels(labels, NODE_LABELS)
        .attributes(NodeFeatures.of(nodes, ATTRIBUTES, attributes))
        .build();
  }

  static Graph plain(int nodes, double density, long seed) {
    GraphBuilder builder = new GraphBuilder(nodes);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < density) {
          builder.edge(i, j);
        }
      }
    }
    return builder.build();
  }

  private static void addEdges(
      GraphBuilder builder, int nodes, double density, SplittableRandom random) {
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < density) {
          builder.edge(i, j, random.nextInt(EDGE_LABELS));
        }
      }
    }
  }
}
