package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.saver.LocalFileModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.listeners.CheckpointListener;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A training that is stopped and taken up again ends, bit for bit, where it would have ended. */
@Tag("slow")
class MaskPersistenceTest {

  private static final int STEPS = 4;

  @TempDir private Path folder;

  static Stream<Kind> kinds() {
    return Kind.all()
        .filter(
            kind ->
                kind.toString()
                    .matches("dense|graph.*|1-GNN|bidirectional.*|attention.*|C4: reg.*"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aSavedTrainingGoesOn(Kind kind) throws IOException {
    Model network = trained(kind, "slth:edge-popup");
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    goesOn(kind, network, restored(network, file), "saved");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cloneable")
  void aCopiedTrainingGoesOn(Kind kind) {
    Model network = trained(kind, "slth:edge-popup");
    Model copy =
        network instanceof ComputationGraph graph
            ? clone(graph)
            : ((MultiLayerNetwork) network).clone();
    goesOn(kind, network, copy, "cloned");
  }

  /** DL4J's clones of attention vertices have no updater, of whatever kind. */
  static Stream<Kind> cloneable() {
    return kinds().filter(kind -> !kind.name().equals("attention vertex"));
  }

  /** DL4J's clones of graphs begin to count steps again. */
  private static ComputationGraph clone(ComputationGraph graph) {
    ComputationGraph clone = graph.clone();
    clone.getConfiguration().setIterationCount(graph.getConfiguration().getIterationCount());
    clone.getConfiguration().setEpochCount(graph.getConfiguration().getEpochCount());
    return clone;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void configurationParametersAndStateAreAllThereIs(Kind kind) {
    Model network = trained(kind, "slth:global-threshold");
    Model copy;
    if (network instanceof ComputationGraph graph) {
      ComputationGraph other =
          new ComputationGraph(
              ComputationGraphConfiguration.fromJson(graph.getConfiguration().toJson()));
      other.init(network.params(), true);
      other.getUpdater().setStateViewArray(Masks.state(network));
      copy = other;
    } else {
      MultiLayerNetwork other =
          new MultiLayerNetwork(
              MultiLayerConfiguration.fromJson(
                  ((MultiLayerNetwork) network).getLayerWiseConfigurations().toJson()));
      other.init(network.params(), true);
      other.getUpdater().setStateViewArray(other, Masks.state(network), false);
      copy = other;
    }
    goesOn(kind, network, copy, "from JSON and arrays");
  }

  @Test
  void theBestNetworkOfAnEarlyStopIsMaskedAndGoesOn() {
    Map<String, INDArray> drawn = Masks.drawn(Masks::network);
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    ListDataSetIterator<DataSet> data = new ListDataSetIterator<>(Masks.data().asList(), 16);
    EarlyStoppingConfiguration<MultiLayerNetwork> configuration =
        new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
            .epochTerminationConditions(new MaxEpochsTerminationCondition(4))
            .scoreCalculator(new DataSetLossCalculator(data, true))
            .modelSaver(new LocalFileModelSaver(folder.toString()))
            .build();
    MultiLayerNetwork best =
        new EarlyStoppingTrainer(configuration, network, data).fit().getBestModel();
    Masks.assertExact(best, drawn, Masks.KEEP);
    best.fit(Masks.data());
    Masks.assertExact(best, drawn, Masks.KEEP);
  }

  @Test
  void everyCheckpointIsMaskedAndGoesOn() throws IOException {
    Map<String, INDArray> drawn = Masks.drawn(Masks::network);
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    CheckpointListener listener =
        new CheckpointListener.Builder(folder.toFile()).keepAll().saveEveryNIterations(2).build();
    network.setListeners(listener);
    for (int step = 0; step < 7; step++) {
      network.fit(Masks.data());
    }
    assertEquals(3, listener.availableCheckpoints().size());
    for (int number = 0; number < 3; number++) {
      MultiLayerNetwork checkpoint = CheckpointListener.loadCheckpointMLN(folder.toFile(), number);
      Masks.assertExact(checkpoint, drawn, Masks.KEEP);
      checkpoint.setIterationCount(checkpoint.getIterationCount() + 1); // saved before it counted
      while (checkpoint.getIterationCount() < network.getIterationCount()) {
        checkpoint.fit(Masks.data());
      }
      Masks.assertSameBits(network, checkpoint, "from checkpoint " + number);
    }
  }

  private static void goesOn(Kind kind, Model network, Model copy, String how) {
    Masks.assertSameBits(network, copy, how);
    for (int step = 0; step < STEPS; step++) {
      Masks.fit(network, kind.data());
      Masks.fit(copy, kind.data());
    }
    Masks.assertSameBits(network, copy, how + ", then trained");
    assertEquals(Masks.names(network), Masks.names(copy));
  }

  private static Model trained(Kind kind, String strategy) {
    Model network = kind.network().apply(Masks.score(Masks.KEEP).strategy(strategy).build());
    Masks.start(network);
    for (int step = 0; step < STEPS; step++) {
      Masks.fit(network, kind.data());
    }
    return network;
  }

  private static Model restored(Model network, File file) throws IOException {
    return network instanceof ComputationGraph
        ? ModelSerializer.restoreComputationGraph(file, true)
        : ModelSerializer.restoreMultiLayerNetwork(file, true);
  }
}
