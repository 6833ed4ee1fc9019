package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.graph.GraphIsomorphism;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Propagation;

/** Tickets of networks that pass messages along edges. */
class MessagePruningTest {

  /** A path, a node alone, a cycle with a chord and one node without neighbours; and padding. */
  private static final INDArray EDGES =
      Nd4j.createFromArray(
          new float[][] {
            {0, 1}, {1, 0}, {1, 2}, {2, 1}, {4, 5}, {5, 4}, {5, 6}, {6, 5}, {6, 7}, {7, 6}, {7, 4},
            {4, 7}, {4, 6}, {6, 4}, {-1, -1}
          });

  private static ComputationGraph messages(GraphVertex first, boolean normalised) {
    return messages(first, Optional.of(GraphTickets.normalization()).filter(n -> normalised));
  }

  private static ComputationGraph messages(GraphVertex first, Optional<? extends Layer> norm) {
    boolean normalised = norm.isPresent();
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(2)
            .graphBuilder()
            .addInputs("x", "edges")
            .addVertex("first", first, "x", "edges");
    norm.ifPresent(layer -> builder.addLayer("norm", layer, "first"));
    return GraphTickets.initialized(
        builder
            .addLayer("relu", GraphTickets.relu(), normalised ? "norm" : "first")
            .addVertex(
                "second",
                new MessagePassing.Builder(GraphTickets.HIDDEN, GraphTickets.HIDDEN)
                    .graphConv(Propagation.MAX)
                    .build(),
                "relu",
                "edges")
            .addLayer("relu2", GraphTickets.relu(), "second")
            .addLayer("out", GraphTickets.output(), "relu2")
            .addVertex("seen", new ScaleVertex(1), normalised ? "norm" : "first")
            .setOutputs("out", "seen"));
  }

  private static GraphVertex messages(String kind) {
    MessagePassing.Builder builder =
        new MessagePassing.Builder(GraphTickets.CHANNELS, GraphTickets.HIDDEN);
    return switch (kind) {
      case "gcn" -> builder.gcn().build();
      case "unbiased gcn" -> builder.gcn().hasBias(false).build();
      case "sum alone" -> builder.basis(Propagation.SUM).build();
      case "isomorphism" ->
          new GraphIsomorphism.Builder(GraphTickets.CHANNELS, GraphTickets.HIDDEN)
              .aggregation(Propagation.SUM)
              .build();
      case "mean isomorphism" ->
          new GraphIsomorphism.Builder(GraphTickets.CHANNELS, GraphTickets.HIDDEN)
              .aggregation(Propagation.MEAN)
              .build();
      default -> builder.graphConv(Propagation.valueOf(kind)).build();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "gcn,false",
    "unbiased gcn,false",
    "unbiased gcn,true",
    "gcn,true",
    "sum alone,false",
    "SUM,false",
    "SUM,true",
    "MEAN,false",
    "NORMALIZED,false",
    "isomorphism,false",
    "isomorphism,true",
    "mean isomorphism,false"
  })
  void messagesArePruned(String kind, boolean normalised) {
    ComputationGraph target = messages(messages(kind), normalised);
    if (normalised) {
      target.getVertex("norm").paramTable(false).get("mean").addi(0.7);
    }
    GraphTickets.assertComputes(
        new SubsetSumPruner.Builder(1), target, GraphTickets.tensor(1), EDGES);
  }

  @ParameterizedTest
  @CsvSource({"gcn", "unbiased gcn", "MEAN", "isomorphism"})
  void aNormalisationOfFieldsIsFoldedIn(String kind) {
    ComputationGraph target =
        messages(messages(kind), Optional.of(GraphTickets.fieldNormalization()));
    target.getVertex("norm").paramTable(false).get("mean").addi(0.7);
    GraphTickets.assertComputes(
        new SubsetSumPruner.Builder(1), target, GraphTickets.tensor(1), EDGES);
  }

  /** A folded normalisation may be negative, so the maximum behind it is refused. */
  @Test
  void aMaximumBehindANormalisationIsRefused() {
    ComputationGraph target =
        GraphTickets.initialized(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("x", "edges")
                .addVertex("first", messages("gcn"), "x", "edges")
                .addLayer("norm", GraphTickets.fieldNormalization(), "first")
                .addVertex(
                    "second",
                    new MessagePassing.Builder(GraphTickets.HIDDEN, GraphTickets.HIDDEN)
                        .graphConv(Propagation.MAX)
                        .build(),
                    "norm",
                    "edges")
                .setOutputs("second"));
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).nonNegativeInput(true).build();
    String message =
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(target)).getMessage();
    assertTrue(message.contains("layer second (MessagePassing): its input may be"), message);
  }

  /** V has the identity for the constant alone, and is counted with it. */
  @Test
  void aGraphConvolutionHasOneMoreElementForItsBias() {
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).candidates(10).build();
    LayerReport with = pruner.prune(messages(messages("gcn"), false)).report().layers().get(0);
    LayerReport without =
        pruner.prune(messages(messages("unbiased gcn"), false)).report().layers().get(0);
    assertEquals(
        GraphTickets.CHANNELS * GraphTickets.HIDDEN + GraphTickets.HIDDEN,
        with.targetCoefficients());
    assertEquals(GraphTickets.CHANNELS * GraphTickets.HIDDEN, without.targetCoefficients());
    // Of V the constant's copies feed the identity, and no other copy does.
    long data = 2 * 10 * GraphTickets.CHANNELS;
    assertEquals(data * (1 + GraphTickets.HIDDEN), without.maskedParameters());
    assertEquals(
        data * (1 + GraphTickets.HIDDEN) + 10 * (1 + GraphTickets.HIDDEN), with.maskedParameters());
    assertEquals(0, without.sourceParameters() % (GraphTickets.CHANNELS + GraphTickets.HIDDEN));
    assertEquals(
        0, with.sourceParameters() % (GraphTickets.CHANNELS + 1 + 2 * GraphTickets.HIDDEN));
  }

  @Test
  void aMaximumIsPrunedWhereNothingIsNegative() {
    ComputationGraph target = messages(messages("MAX"), false);
    INDArray x = GraphTickets.tensor(1);
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    assertEquals(
        "this network cannot be pruned: layer first (MessagePassing): its input may be negative,"
            + " and a maximum of both signs is no sum of two maxima; put a ReLU before it, or use"
            + " nonNegativeInput(true) if the network's inputs are not negative",
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(target)).getMessage());
    SubsetSumPruner.Builder nonNegative = new SubsetSumPruner.Builder(1).nonNegativeInput(true);
    GraphTickets.assertComputes(nonNegative, target, x.mul(x), EDGES);
  }
}
