package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.PpgnBlock;
import org.slth.dl4j.graph.Readout;

/** Tickets of networks on tensors over the nodes of graphs. */
class TensorPruningTest {

  /** Graphs of 3, 1 and 5 nodes. */
  private static final INDArray SIZES = Nd4j.createFromArray(new float[][] {{3}, {1}, {5}});

  private static KOrderLayer.Builder order(int k, int l, int nIn, boolean bias) {
    return new KOrderLayer.Builder(k, l, nIn, GraphTickets.HIDDEN).hasBias(bias);
  }

  /** From order k to l, and on to the graph as a whole. */
  private static ComputationGraph orders(int k, int l, boolean bias) {
    return orders(order(k, l, GraphTickets.CHANNELS, bias).build(), Optional.empty());
  }

  /** A layer, perhaps normalised, and on to the graph as a whole. */
  private static ComputationGraph orders(
      KOrderLayer first, Optional<? extends Layer> normalization) {
    boolean normalised = normalization.isPresent();
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(2)
            .graphBuilder()
            .addInputs("sizes", "x")
            .addVertex("first", first, "x", "sizes");
    normalization.ifPresent(layer -> builder.addLayer("norm", layer, "first"));
    int l = first.outputOrder();
    return GraphTickets.initialized(
        builder
            .addLayer("relu", GraphTickets.relu(), normalised ? "norm" : "first")
            .addVertex(
                "second",
                order(l, 0, GraphTickets.HIDDEN, first.hasBias()).build(),
                "relu",
                "sizes")
            .addLayer("relu2", GraphTickets.relu(), "second")
            .addLayer("out", GraphTickets.output(), "relu2")
            .addVertex("seen", new ScaleVertex(1), normalised ? "norm" : "first")
            .setOutputs("out", "seen"));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,true",
    "0,1,true",
    "0,2,true",
    "1,0,true",
    "1,1,true",
    "1,2,true",
    "2,0,true",
    "2,1,true",
    "2,2,true",
    "2,2,false",
    "1,1,false"
  })
  void tensorsOfEveryOrderArePruned(int k, int l, boolean bias) {
    GraphTickets.assertComputes(
        new SubsetSumPruner.Builder(1), orders(k, l, bias), SIZES, GraphTickets.tensor(k));
  }

  /** Biases come from the diagonal, of which a unit takes nothing. */
  @ParameterizedTest
  @CsvSource({"0,1,true", "1,1,true", "1,2,true", "2,1,true", "2,2,true", "2,0,false"})
  void contractionsInAUnitArePruned(int k, int l, boolean bias) {
    KOrderLayer first = order(k, l, GraphTickets.CHANNELS, bias).contractionSize(2.5).build();
    GraphTickets.assertComputes(
        new SubsetSumPruner.Builder(1),
        orders(first, Optional.empty()),
        SIZES,
        GraphTickets.tensor(k));
  }

  /** To order 0 ones become the number of nodes in the unit, which is no constant. */
  @ParameterizedTest
  @CsvSource({"true,false", "false,true"})
  void aBiasOfAGraphWhoseSumsAreInAUnitIsRefused(boolean bias, boolean normalised) {
    KOrderLayer first = order(1, 0, GraphTickets.CHANNELS, bias).contractionSize(2.5).build();
    ComputationGraph target =
        orders(first, Optional.of(GraphTickets.normalization()).filter(n -> normalised));
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    assertEquals(
        "this network cannot be pruned: layer first (KOrderLayer): no channel of ones gives it a"
            + " bias, its own or that of the normalization behind it, since its contractions"
            + " depend on the number of nodes; use hasBias(false) and no normalization, or"
            + " contractions that are means",
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(target)).getMessage());
  }

  /** Its shift is added everywhere, not on the diagonal alone. */
  @ParameterizedTest
  @CsvSource({
    "1,2,true,false",
    "2,2,false,false",
    "2,1,true,false",
    "1,0,false,false",
    "1,2,true,true",
    "2,2,false,true",
    "1,0,true,true"
  })
  void aNormalisationOfATensorIsFoldedIn(int k, int l, boolean bias, boolean ours) {
    Layer normalization = ours ? GraphTickets.fieldNormalization() : GraphTickets.normalization();
    ComputationGraph target =
        orders(order(k, l, GraphTickets.CHANNELS, bias).build(), Optional.of(normalization));
    target.getVertex("norm").paramTable(false).get("mean").addi(0.7);
    GraphTickets.assertComputes(
        new SubsetSumPruner.Builder(1), target, SIZES, GraphTickets.tensor(k));
  }

  @Test
  void frozenVerticesArePrunedToo() {
    ComputationGraph target = orders(1, 1, true);
    ComputationGraph frozen =
        new TransferLearning.GraphBuilder(target).setFeatureExtractor("relu").build();
    PrunedNetwork<ComputationGraph> pruned = new SubsetSumPruner.Builder(1).build().prune(frozen);
    assertEquals(3, pruned.report().layers().size());
    assertTrue(
        GraphTickets.difference(target, pruned.network(), SIZES, GraphTickets.tensor(1)) < 2e-3);
  }

  /** A block of a provably powerful network, its product copied, and a sum over all pairs. */
  @Test
  void aNetworkOfMatrixProductsIsPruned() {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(2)
            .graphBuilder()
            .addInputs("sizes", "x")
            .setInputTypes(InputType.feedForward(1), InputType.feedForward(GraphTickets.CHANNELS));
    new PpgnBlock(GraphTickets.HIDDEN).addTo(builder, "block", "x", "sizes");
    ComputationGraph target =
        GraphTickets.initialized(
            builder
                .addLayer("relu", GraphTickets.relu(), "block")
                .addVertex(
                    "readout", new GraphReadout.Builder(2, Readout.MEAN).build(), "relu", "sizes")
                .addLayer("out", GraphTickets.output(), "readout")
                .setOutputs("out"));
    SubsetSumPruner.Builder pruner = new SubsetSumPruner.Builder(1);
    List<Boolean> signed =
        pruner.build().prune(target).ticket().layers().stream().map(l -> l.signedInput()).toList();
    // four layers of perceptrons, of which the second ones follow a ReLU, the block, the output
    assertEquals(List.of(true, false, true, false, true, false), signed);
    GraphTickets.assertComputes(pruner, target, SIZES, GraphTickets.tensor(2));
  }
}
