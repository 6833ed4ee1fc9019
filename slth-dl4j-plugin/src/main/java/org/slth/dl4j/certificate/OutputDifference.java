package org.slth.dl4j.certificate;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * How far the outputs of two networks were apart on data: both were run.
 *
 * @param examples how many examples were compared
 * @param norm the largest |g(x) - f(x)| of an example, over all its outputs together
 * @param entry the largest difference of one number
 */
public record OutputDifference(long examples, double norm, double entry) {

  private static final int EXAMPLES_AT_ONCE = 64; // the hidden layers of a ticket are wide

  /**
   * Runs both networks, those of one input on 64 examples at a time; where there are more inputs,
   * such as the arcs of a graph, their rows need not be examples.
   *
   * @param target a MultiLayerNetwork or ComputationGraph
   * @param ticket one with the same inputs and outputs
   * @param inputs one array for each input, examples first
   * @throws IllegalStateException if an output is not a number
   */
  public static OutputDifference of(Model target, Model ticket, INDArray... inputs) {
    if (inputs.length > 1) {
      return atOnce(target, ticket, inputs);
    }
    OutputDifference all = new OutputDifference(0, 0, 0);
    long examples = inputs[0].size(0);
    for (long from = 0; from < examples; from += EXAMPLES_AT_ONCE) {
      INDArray some = rows(inputs[0], from, Math.min(examples, from + EXAMPLES_AT_ONCE));
      all = all.and(atOnce(target, ticket, some));
    }
    return all;
  }

  private static INDArray rows(INDArray array, long from, long to) {
    INDArrayIndex[] indices = new INDArrayIndex[array.rank()];
    Arrays.fill(indices, NDArrayIndex.all());
    indices[0] = NDArrayIndex.interval(from, to);
    return array.get(indices).dup('c');
  }

  private static OutputDifference atOnce(Model target, Model ticket, INDArray... inputs) {
    INDArray[] expected = outputs(target, inputs);
    INDArray[] actual = outputs(ticket, inputs);
    int examples = (int) expected[0].size(0);
    double norm = 0;
    double entry = 0;
    for (int i = 0; i < examples; i++) {
      double square = 0;
      for (int k = 0; k < expected.length; k++) {
        double[] f = expected[k].slice(i).dup('c').data().asDouble();
        double[] g = actual[k].slice(i).dup('c').data().asDouble();
        for (int j = 0; j < f.length; j++) {
          square += (g[j] - f[j]) * (g[j] - f[j]);
          entry = Math.max(entry, Math.abs(g[j] - f[j]));
        }
      }
      norm = Math.max(norm, Math.sqrt(square));
    }
    if (Double.isNaN(norm) || Double.isNaN(entry)) {
      throw new IllegalStateException("an output is not a number; are all inputs finite?");
    }
    return new OutputDifference(examples, norm, entry);
  }

  private OutputDifference and(OutputDifference other) {
    return new OutputDifference(
        examples + other.examples, Math.max(norm, other.norm), Math.max(entry, other.entry));
  }

  private static INDArray[] outputs(Model network, INDArray... inputs) {
    if (network instanceof ComputationGraph graph) {
      return graph.output(inputs);
    }
    if (network instanceof MultiLayerNetwork layers) {
      return new INDArray[] {layers.output(inputs[0])};
    }
    throw new IllegalArgumentException(
        "expected a MultiLayerNetwork or a ComputationGraph, got " + network.getClass().getName());
  }
}
