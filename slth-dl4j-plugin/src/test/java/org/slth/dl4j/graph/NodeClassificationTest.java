package org.slth.dl4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.datasets.iterator.utilty.SingletonMultiDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingGraphTrainer;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Two communities with more edges inside than between them, features that say nothing, and the
 * labels of ten nodes: the others can be told by the edges alone.
 */
@Tag("slow")
class NodeClassificationTest {

  private static final int NODES = 60;

  private static MultiDataSet data(int firstLabel, int labels) {
    Random random = new Random(4);
    List<int[]> arcs = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < (i % 2 == j % 2 ? 0.3 : 0.03)) {
          arcs.add(new int[] {i, j});
          arcs.add(new int[] {j, i});
        }
      }
    }
    INDArray classes = Nd4j.zeros(DataType.FLOAT, NODES, 2);
    INDArray mask = Nd4j.zeros(DataType.FLOAT, NODES, 1);
    for (int i = 0; i < NODES; i++) {
      classes.putScalar(i, i % 2, 1);
      mask.putScalar(i, 0, i >= firstLabel && i < firstLabel + labels ? 1 : 0);
    }
    return new MultiDataSet(
        new INDArray[] {
          Nd4j.eye(NODES).castTo(DataType.FLOAT),
          NodeNetworks.arcs(DataType.FLOAT, arcs.toArray(int[][]::new))
        },
        new INDArray[] {classes},
        null,
        new INDArray[] {mask});
  }

  /** No layer of DL4J in it has parameters, for which DL4J would not train it by itself. */
  private static ComputationGraph network() {
    return NodeNetworks.initialized(
        NodeNetworks.configuration(DataType.FLOAT, new Adam(0.02))
            .addInputs("nodes", "edges")
            .setInputTypes(InputType.feedForward(NODES), InputType.feedForward(2))
            .addVertex(
                "first",
                new MessagePassing.Builder(NODES, 8).gcn().dropOut(0.7).build(),
                "nodes",
                "edges")
            .addLayer("relu", new ActivationLayer(Activation.RELU), "first")
            .addVertex("second", new MessagePassing.Builder(8, 2).gcn().build(), "relu", "edges")
            .addLayer(
                "out",
                new LossLayer.Builder(LossFunctions.LossFunction.MCXENT)
                    .activation(Activation.SOFTMAX)
                    .build(),
                "second")
            .setOutputs("out"));
  }

  private static double accuracy(ComputationGraph network) {
    MultiDataSet data = data(0, NODES);
    INDArray found = network.outputSingle(data.getFeatures()).argMax(1);
    INDArray right = data.getLabels(0).argMax(1);
    return found.eq(right).castTo(DataType.FLOAT).meanNumber().doubleValue();
  }

  @Test
  void learnsFromAFewLabels() {
    ComputationGraph network = network();
    assertTrue(accuracy(network) < 0.9, "before"); // the control
    for (int epoch = 0; epoch < 60; epoch++) {
      network.fit(data(0, 10));
    }
    assertTrue(accuracy(network) > 0.95, () -> "after: " + accuracy(network));
  }

  @Test
  void earlyStoppingKeepsTheBest() {
    MultiDataSet held = data(10, 20);
    EarlyStoppingConfiguration<ComputationGraph> configuration =
        new EarlyStoppingConfiguration.Builder<ComputationGraph>()
            .epochTerminationConditions(new MaxEpochsTerminationCondition(6))
            .scoreCalculator(
                new DataSetLossCalculator(new SingletonMultiDataSetIterator(held), true))
            .modelSaver(new InMemoryModelSaver<>())
            .build();
    EarlyStoppingResult<ComputationGraph> result =
        new EarlyStoppingGraphTrainer(
                configuration, network(), new SingletonMultiDataSetIterator(data(0, 10)), null)
            .fit();
    double best = result.getScoreVsEpoch().values().stream().min(Double::compare).orElseThrow();
    assertEquals(best, result.getBestModel().score(held), 1e-4);
    assertTrue(best < network().score(held), "better than at first");
  }
}
