package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class CitationGraphTest {

  private static final int NODES = 40;
  private static final int[] LABELS =
      IntStream.range(0, NODES).map(i -> i % 10 == 9 ? -1 : i % 3).toArray();

  private static final CitationGraph GRAPH =
      CitationGraph.of(
          "random", RandomGraphs.labelled(NODES, 0.1, 4), LABELS, List.of("a", "b", "c"));

  private static final int[] SEEN = {0, 4, 5, 11, 12, 30, 31};

  @Test
  void randomSplitsAreStratifiedWhereTheyTrain() {
    CitationGraph split = GRAPH.withRandomSplit(4, 10, 14, 1);
    Split parts = split.split();
    for (int c = 0; c < 3; c++) {
      int label = c;
      assertEquals(4, Arrays.stream(parts.train()).filter(v -> LABELS[v] == label).count());
    }
    assertEquals(10, parts.validation().length);
    assertEquals(14, parts.test().length);
    assertArrayEquals(
        parts.test(), GRAPH.withRandomSplit(4, 10, 14, 1).split().test(), "by the seed");
    assertEquals(
        "expected at most 12 training and 24 other nodes, got 4 per class and 10 + 15",
        assertThrows(IllegalArgumentException.class, () -> GRAPH.withRandomSplit(4, 10, 15, 1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> GRAPH.withRandomSplit(20, 1, 1, 1));
  }

  @Test
  void nodesWithoutAClassCannotBeSeen() {
    Split split = Split.of(new int[] {9}, new int[0], new int[0]);
    assertEquals(
        "expected nodes below 40 with a class, got 9",
        assertThrows(IllegalArgumentException.class, () -> GRAPH.withSplit(split)).getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> GRAPH.batch(new int[] {9}, GraphInput.NODES));
    assertThrows(IllegalArgumentException.class, () -> GRAPH.batch(new int[0], GraphInput.NODES));
    assertEquals(
        "expected labels from -1 to 1, got 2",
        assertThrows(
                IllegalArgumentException.class,
                () -> CitationGraph.of("x", GRAPH.graph(), LABELS, List.of("a", "b")))
            .getMessage());
    assertEquals(
        "expected 40 labels, got 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> CitationGraph.of("x", GRAPH.graph(), new int[0], List.of("a")))
            .getMessage());
  }

  @Test
  void featuresAreNormalizedOnRequest() {
    NodeFeatures rows = GRAPH.withNormalizedFeatures().graph().features();
    assertEquals(GRAPH.graph().features().normalizedRows(), rows);
    assertEquals(NODES, rows.rows());
  }

  @Test
  void aBatchIsTheWholeGraph() {
    MultiDataSet batch = GRAPH.batch(new int[] {0, 4}, GraphInput.NODES, GraphInput.EDGES);
    assertArrayEquals(new long[] {NODES, 5}, batch.getFeatures(0).shape());
    assertArrayEquals(new long[] {GRAPH.graph().arcs(), 2}, batch.getFeatures(1).shape());
    assertArrayEquals(new float[] {0, 1, 0}, batch.getLabels(0).getRow(4).toFloatVector());
    assertEquals(0, batch.getLabels(0).getRow(9).sumNumber().intValue());
    float[] mask = new float[NODES];
    mask[0] = 1;
    mask[4] = 1;
    INDArray column = Nd4j.createFromArray(mask).reshape(NODES, 1);
    assertEquals(column, batch.getLabelsMaskArray(0));
    MultiDataSet weighted = GRAPH.weightedBatch(new int[] {0, 4}, GraphInput.NODES);
    assertEquals(column.mul(20), weighted.getLabelsMaskArray(0));
  }

  /** Score and gradient of a network are those of the mean over the nodes seen alone. */
  @Test
  void aWeightedLossIsTheMeanOverTheNodesSeen() {
    ComputationGraph network = network(true);
    MultiDataSet weighted = GRAPH.weightedBatch(SEEN, GraphInput.NODES);
    assertEquals(network.score(alone(weighted)), network.score(weighted), 1e-6);
    assertTrue(
        stepped(network, alone(weighted), 1).equalsWithEps(stepped(network, weighted, 1), 1e-6));
  }

  @Test
  void anotherLossIsAPartOfTheMean() {
    for (boolean lossLayer : new boolean[] {false, true}) {
      ComputationGraph network = network(lossLayer);
      MultiDataSet batch = GRAPH.batch(SEEN, GraphInput.NODES);
      double part = (double) SEEN.length / NODES;
      assertEquals(part * network.score(alone(batch)), network.score(batch), 1e-6);
      assertTrue(
          stepped(network, alone(batch), part).equalsWithEps(stepped(network, batch, 1), 1e-6),
          "as if the learning rate were smaller");
      assertFalse(
          stepped(network, alone(batch), 1).equalsWithEps(stepped(network, batch, 1), 1e-6));
    }
  }

  /** The reason for two kinds of batches: should DL4J mend it, this fails and one will do. */
  @Test
  void anOutputLayerTakesTheMaskForMoreThanAWeight() {
    ComputationGraph network = network(false);
    MultiDataSet weighted = GRAPH.weightedBatch(SEEN, GraphInput.NODES);
    assertNotEquals(network.score(alone(weighted)), network.score(weighted), 0.1);
  }

  private static MultiDataSet alone(MultiDataSet batch) {
    return new MultiDataSet(
        new INDArray[] {rows(batch.getFeatures(0), SEEN)},
        new INDArray[] {rows(batch.getLabels(0), SEEN)});
  }

  /** The parameters of a copy after one step of descent. */
  private static INDArray stepped(ComputationGraph network, MultiDataSet batch, double rate) {
    ComputationGraph copy = network.clone();
    copy.setLearningRate(0.5 * rate);
    copy.fit(batch);
    return copy.params();
  }

  @Test
  void anEvaluationSeesTheSameNodes() {
    int[] seen = IntStream.range(0, NODES).filter(i -> LABELS[i] >= 0).toArray();
    ComputationGraph network = network(true);
    MultiDataSet batch = GRAPH.batch(seen, GraphInput.NODES);
    INDArray output = network.outputSingle(batch.getFeatures(0));
    Evaluation evaluation = new Evaluation(3);
    evaluation.eval(batch.getLabels(0), output, batch.getLabelsMaskArray(0));
    int[] guesses = output.argMax(1).toIntVector();
    double right = Arrays.stream(seen).filter(i -> guesses[i] == LABELS[i]).count();
    assertEquals(seen.length, evaluation.getNumRowCounter());
    assertEquals(right / seen.length, evaluation.accuracy(), 1e-12);
  }

  private static ComputationGraph network(boolean lossLayer) {
    var configuration =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .updater(new Sgd(0.5))
            .activation(Activation.SOFTMAX)
            .graphBuilder()
            .addInputs("nodes");
    if (lossLayer) {
      Layer dense = new DenseLayer.Builder().nIn(5).nOut(3).activation(Activation.IDENTITY).build();
      configuration
          .addLayer("dense", dense, "nodes")
          .addLayer("classes", new LossLayer.Builder(LossFunction.MCXENT).build(), "dense");
    } else {
      configuration.addLayer("classes", new OutputLayer.Builder().nIn(5).nOut(3).build(), "nodes");
    }
    ComputationGraph network = new ComputationGraph(configuration.setOutputs("classes").build());
    network.init();
    return network;
  }

  private static INDArray rows(INDArray array, int... rows) {
    return Nd4j.pullRows(array, 1, rows);
  }
}
