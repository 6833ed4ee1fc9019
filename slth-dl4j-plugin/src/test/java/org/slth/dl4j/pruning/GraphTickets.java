package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.network.ReplacedLayers;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.group.FiniteGroup;
import org.slth.representation.FieldType;

/** What the tests of tickets on graphs share: layers, three graphs, and what must hold. */
final class GraphTickets {

  static final int CHANNELS = 3;
  static final int HIDDEN = 4;

  private GraphTickets() {}

  /** Returns a tensor on graphs of 3, 1 and 5 nodes. */
  static INDArray tensor(int order) {
    Nd4j.getRandom().setSeed(7);
    int rows = 0;
    for (int n : new int[] {3, 1, 5}) {
      rows += (int) Math.pow(n, order);
    }
    return Nd4j.randn(DataType.FLOAT, rows, CHANNELS);
  }

  static ComputationGraph initialized(GraphBuilder builder) {
    ComputationGraph network = new ComputationGraph(builder.build());
    network.init();
    Nd4j.getRandom().setSeed(5);
    network.params().addi(Nd4j.randn(network.params().shape()).muli(0.1)); // biases, too
    return network;
  }

  static ActivationLayer relu() {
    return new ActivationLayer.Builder().activation(Activation.RELU).build();
  }

  static BatchNormalization normalization() {
    return new BatchNormalization.Builder().nIn(HIDDEN).nOut(HIDDEN).build();
  }

  /** Our own, with fields that are numbers. */
  static FieldBatchNormalization fieldNormalization() {
    FieldType numbers = FieldType.trivial(FiniteGroup.named("C1"), HIDDEN);
    return new FieldBatchNormalization.Builder(numbers).epsilon(0.1).build();
  }

  static OutputLayer output() {
    return new OutputLayer.Builder().nIn(HIDDEN).nOut(2).activation(Activation.SOFTMAX).build();
  }

  /** Checks the ticket; the control is a coarse one, which is far off. */
  static void assertComputes(
      SubsetSumPruner.Builder builder, ComputationGraph target, INDArray... x) {
    PrunedNetwork<ComputationGraph> pruned = builder.build().prune(target);
    ReplacedLayers.checkLaws(target, !pruned.ticket().layers().get(0).signedInput());
    assertTrue(pruned.report().reached(), () -> "\n" + pruned.report());
    double gap = difference(target, pruned.network(), x);
    assertTrue(gap > 0 && gap < 2e-3, () -> "gap " + gap + "\n" + pruned.report());
    assertEquals(
        pruned.network().params(), SubsetSumPruner.rebuild(pruned.ticket(), target).params());
    ComputationGraph coarse = builder.candidates(2).tolerance(100).build().prune(target).network();
    double far = difference(target, coarse, x);
    assertTrue(far > 5e-3, () -> "a coarse ticket is no farther than " + far);
  }

  static double difference(ComputationGraph a, ComputationGraph b, INDArray... x) {
    INDArray[] of = a.output(x);
    INDArray[] to = b.output(x);
    double largest = 0;
    for (int i = 0; i < of.length; i++) {
      largest = Math.max(largest, of[i].sub(to[i]).amaxNumber().doubleValue());
    }
    return largest;
  }
}
