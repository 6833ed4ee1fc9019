package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
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

  private static KOrderLayer order(int k, int l, int nIn, boolean bias) {
    return new KOrderLayer.Builder(k, l, nIn, GraphTickets.HIDDEN).hasBias(bias).build();
  }

  /** From order k to l, normalised, and on to the graph as a whole. */
  private static ComputationGraph orders(int k, int l, boolean bias, boolean normalised) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(2)
            .graphBuilder()
            .addInputs("sizes", "x")
            .addVertex("first", order(k, l, GraphTickets.CHANNELS, bias), "x", "sizes");
    if (normalised) {
      builder.addLayer("norm", GraphTickets.normalization(), "first");
    }
    return GraphTickets.initialized(
        builder
            .addLayer("relu", GraphTickets.relu(), normalised ? "norm" : "first")
            .addVertex("second", order(l, 0, GraphTickets.HIDDEN, bias), "relu", "sizes")
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
        new SubsetSumPruner.Builder(1), orders(k, l, bias, false), SIZES, GraphTickets.tensor(k));
  }

  /** Its shift is added everywhere, not on the diagonal alone. */
  @ParameterizedTest
  @CsvSource({"1,2,true", "2,2,false", "2,1,true", "1,0,false"})
  void aNormalisationOfATensorIsFoldedIn(int k, int l, boolean bias) {
    ComputationGraph target = orders(k, l, bias, true);
    target.getVertex("norm").paramTable(false).get("mean").addi(0.7);
    GraphTickets.assertComputes(
        new SubsetSumPruner.Builder(1), target, SIZES, GraphTickets.tensor(k));
  }

  @Test
  void frozenVerticesArePrunedToo() {
    ComputationGraph target = orders(1, 1, true, false);
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
