package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Two workers, scores averaged every third step. */
@Tag("slow")
class ParallelMaskTrainingTest {

  private static final int EPOCHS = 5;

  private static ListDataSetIterator<DataSet> data() {
    return new ListDataSetIterator<>(Masks.data(96, 6).asList(), 8);
  }

  private static ParallelWrapper.Builder<Model> wrapper(Model network) {
    ParallelWrapper.Builder<Model> builder = new ParallelWrapper.Builder<>(network);
    builder.trainingMode(ParallelWrapper.TrainingMode.AVERAGING);
    builder.workers(2);
    builder.averagingFrequency(3);
    return builder;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"slth:edge-popup", "slth:global-threshold"})
  void aNetworkIsMaskedExactlyLearnsAndGoesOn(String strategy) {
    Map<String, INDArray> drawn = Masks.drawn(Masks::network);
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).strategy(strategy).build());
    MaskTraining.start(network);
    double before = network.score(Masks.data());
    ParallelMaskTraining.fit(wrapper(network).build(), data(), EPOCHS);
    Masks.assertExactTogether(network, drawn, Masks.KEEP);
    double after = network.score(Masks.data());
    assertTrue(after < 0.7 * before, () -> "loss " + after + ", " + before + " at first");
    assertEquals(EPOCHS, network.getEpochCount());
    assertEquals(EPOCHS * 6, network.getIterationCount());
    network.fit(Masks.data());
    Masks.assertExactTogether(network, drawn, Masks.KEEP);
    assertTrue(network.score(Masks.data()) < 1.1 * after, "goes on from there");
  }

  @Test
  void aGraphIsMaskedExactlyAndLearns() {
    Map<String, INDArray> drawn = Masks.drawn(Masks::graph);
    ComputationGraph network = Masks.graph(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    double before = network.score(Masks.data());
    ParallelMaskTraining.fit(wrapper(network).build(), data(), EPOCHS);
    Masks.assertExact(network, drawn, Masks.KEEP);
    double after = network.score(Masks.data());
    assertTrue(after < 0.7 * before, () -> "loss " + after + ", " + before + " at first");
    assertEquals(EPOCHS, network.getConfiguration().getEpochCount());
  }

  /** The control: what the wrapper leaves by itself. */
  @Test
  void withoutThisClassScoresAreLost() {
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    wrapper(network).build().fit(data());
    String message =
        assertThrows(IllegalStateException.class, () -> MaskTraining.project(network)).getMessage();
    assertTrue(message.startsWith("the scores of 0_W are gone"), message);
  }

  @Test
  void listenersHearOfEpochs() {
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    List<MaskReport> reports = new ArrayList<>();
    network.setListeners(new MaskScoreListener.Builder(reports::add).build());
    ParallelMaskTraining.fit(wrapper(network).build(), data(), 2);
    assertEquals(List.of(1, 2), reports.stream().map(MaskReport::epoch).toList());
    assertEquals(List.of(6, 12), reports.stream().map(MaskReport::iteration).toList());
    assertTrue(reports.get(0).flips() > 0, "flips");
  }

  @Test
  void whatCannotWorkIsRefused() {
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).build());
    assertEquals(
        "mask training has not started: call MaskTraining.start(network) once, after init() and"
            + " before fit()",
        message(IllegalStateException.class, wrapper(network), 1));
    MaskTraining.start(network);
    ParallelWrapper.Builder<Model> sharing = wrapper(network);
    sharing.trainingMode(ParallelWrapper.TrainingMode.SHARED_GRADIENTS);
    assertEquals(
        "expected a ParallelWrapper of training mode AVERAGING, got one that shares gradients,"
            + " which moves weights that a mask must leave alone",
        message(IllegalArgumentException.class, sharing, 1));
    ParallelWrapper.Builder<Model> alone = wrapper(network);
    alone.averageUpdaters(false);
    assertEquals(
        "expected averageUpdaters(true), got false: scores are part of the updater",
        message(IllegalArgumentException.class, alone, 1));
    assertEquals(
        "expected 1 epoch or more, got 0",
        message(IllegalArgumentException.class, wrapper(network), 0));
  }

  private static <E extends Exception> String message(
      Class<E> type, ParallelWrapper.Builder<Model> wrapper, int epochs) {
    ParallelWrapper built = wrapper.build();
    try {
      return assertThrows(type, () -> ParallelMaskTraining.fit(built, data(), epochs)).getMessage();
    } finally {
      built.shutdown();
    }
  }
}
