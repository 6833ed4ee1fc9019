package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

/** Graphs that cannot be pruned, and tickets that do not fit. */
class GraphRefusalTest {

  @Test
  void everyLayerThatCannotBePrunedIsNamed() {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("memory", new LSTM.Builder().nIn(3).nOut(4).build(), "in")
                .addLayer("slope", new PReLULayer.Builder().inputShape(4).build(), "memory")
                .setOutputs("slope")
                .allowDisconnected(true)
                .build());
    network.init();
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    String message =
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage();
    assertTrue(message.startsWith("this network cannot be pruned: layer memory (LSTM): "), message);
    assertTrue(message.contains("; layer slope (PReLULayer): no layer type handles it"), message);
    assertTrue(message.contains("slth:dense"), message);
  }

  @Test
  void aGraphWithoutCoefficientsIsRefused() {
    ComputationGraph network =
        small("a", new ActivationLayer.Builder().activation(Activation.TANH).build());
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    assertEquals(
        "this network cannot be pruned: it has no layer with coefficients",
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage());
  }

  private static ComputationGraph small(
      String name, org.deeplearning4j.nn.conf.layers.Layer layer) {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer(name, layer, "in")
                .setOutputs(name)
                .build());
    network.init();
    return network;
  }

  @Test
  void aTicketOfAnotherGraphIsRefused() {
    PrunedNetwork<ComputationGraph> pruned =
        new SubsetSumPruner.Builder(2)
            .build()
            .prune(small("b", new OutputLayer.Builder().nIn(4).nOut(3).build()));
    ComputationGraph other = two();
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> SubsetSumPruner.rebuild(pruned.ticket(), other))
            .getMessage();
    assertEquals(
        "the ticket has 1 pruned layers, the network 2; give the architecture it was made for",
        message);
  }

  private static ComputationGraph two() {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("a", new DenseLayer.Builder().nIn(4).nOut(3).build(), "in")
                .addLayer("b", new DenseLayer.Builder().nIn(3).nOut(3).build(), "a")
                .setOutputs("b")
                .build());
    network.init();
    return network;
  }

  @Test
  void aTicketOfWiderLayersIsRefused() {
    PrunedNetwork<ComputationGraph> pruned =
        new SubsetSumPruner.Builder(2)
            .candidates(5)
            .tolerance(10)
            .build()
            .prune(small("a", new DenseLayer.Builder().nIn(4).nOut(3).hasBias(false).build()));
    ComputationGraph wider =
        small("a", new DenseLayer.Builder().nIn(4).nOut(5).hasBias(false).build());
    int copies = pruned.ticket().layers().get(0).copies().size();
    assertEquals(
        ("the ticket of layer a (DenseLayer) has masks of %d copies and %d coefficients, the"
                + " network needs %d and %d")
            .formatted(copies, 3 * copies, copies, 5 * copies),
        assertThrows(
                IllegalArgumentException.class,
                () -> SubsetSumPruner.rebuild(pruned.ticket(), wider))
            .getMessage());
  }
}
