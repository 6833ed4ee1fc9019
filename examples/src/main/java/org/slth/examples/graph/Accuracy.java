package org.slth.examples.graph;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.GraphIterator;

/** Fractions of graphs, or of nodes, that a network puts into the right class. */
final class Accuracy {

  private static final int BATCH = 64;

  private Accuracy() {}

  /** Returns the fraction of the graphs that a network classifies right, NaN for none. */
  static double of(ComputationGraph network, GraphArrays arrays, int[] graphs) {
    if (graphs.length == 0) {
      return Double.NaN;
    }
    GraphIterator batches = new GraphIterator.Builder(arrays, graphs).batchSize(BATCH).build();
    long right = 0;
    while (batches.hasNext()) {
      MultiDataSet batch = batches.next();
      INDArray[] output = network.output(false, batch.getFeatures());
      right += right(output[0].argMax(1), batch.getLabels(0).argMax(1));
    }
    return (double) right / graphs.length;
  }

  /** Returns the fraction of some nodes that a network classifies right. */
  static double ofNodes(ComputationGraph network, INDArray[] features, int[] labels, int[] nodes) {
    INDArray classes = network.output(false, features)[0].argMax(1);
    long right = 0;
    for (int node : nodes) {
      right += classes.getInt(node) == labels[node] ? 1 : 0;
    }
    return (double) right / nodes.length;
  }

  private static long right(INDArray actual, INDArray expected) {
    long right = 0;
    for (int i = 0; i < expected.length(); i++) {
      right += actual.getInt(i) == expected.getInt(i) ? 1 : 0;
    }
    return right;
  }
}
