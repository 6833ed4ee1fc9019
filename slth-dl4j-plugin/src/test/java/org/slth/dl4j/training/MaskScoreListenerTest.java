package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.listeners.CollectScoresListener;
import org.deeplearning4j.optimize.listeners.PerformanceListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.representation.FieldType;

class MaskScoreListenerTest {

  private final List<MaskReport> reports = new ArrayList<>();

  private static ListDataSetIterator<DataSet> data() {
    return new ListDataSetIterator<>(Masks.data().asList(), 16);
  }

  private static MultiLayerNetwork network() {
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    return network;
  }

  @Test
  void reportsOncePerEpochBesideOtherListeners() {
    MultiLayerNetwork network = network();
    CollectScoresListener losses = new CollectScoresListener(1);
    network.setListeners(
        losses, new MaskScoreListener.Builder(reports::add).build(), new PerformanceListener(1000));
    network.fit(data(), 3);
    assertEquals(List.of(1, 2, 3), reports.stream().map(MaskReport::epoch).toList());
    assertEquals(List.of(3, 6, 9), reports.stream().map(MaskReport::iteration).toList());
    assertEquals(9, losses.getListScore().size());
  }

  @Test
  void reportsEveryFewIterationsToo() {
    MultiLayerNetwork network = network();
    network.setListeners(new MaskScoreListener.Builder(reports::add).every(2).build());
    network.fit(data(), 2);
    assertEquals(List.of(2, 3, 4, 6, 6), reports.stream().map(MaskReport::iteration).toList());
  }

  @Test
  void figuresAreThoseOfTheNetwork() {
    MultiLayerNetwork network = network();
    INDArray before = network.params().dup();
    network.setListeners(new MaskScoreListener.Builder(reports::add).build());
    network.fit(data(), 1);
    MaskReport report = reports.get(0);
    assertEquals(List.of("0_W", "1_W"), report.parameters().stream().map(p -> p.name()).toList());
    assertEquals(List.of(36, 18), report.parameters().stream().map(p -> p.kept()).toList());
    assertEquals(54.0 / 180, report.keptFraction(), 1e-12);
    assertEquals(36.0 / 120, report.parameters().get(0).keptFraction(), 1e-12);
    assertEquals(flips(before, network.params()), report.flips(), "flips");
    assertTrue(report.flips() > 0, "some flips");
    assertEquals(0, report.symmetry().stream().count());
  }

  /** Counts weights that became zero or not zero: all but the biases from 120 to 139. */
  private static int flips(INDArray before, INDArray after) {
    int flips = 0;
    for (int i = 0; i < 200; i++) {
      boolean weight = i < 120 || i >= 140;
      flips += weight && (before.getDouble(i) != 0) != (after.getDouble(i) != 0) ? 1 : 0;
    }
    return flips;
  }

  @Test
  void theSpreadIsThatOfAllScoresTogether() {
    MultiLayerNetwork network = network();
    network.setListeners(new MaskScoreListener.Builder(reports::add).build());
    network.fit(data(), 1);
    INDArray state = network.getUpdater().getStateViewArray();
    double sum = 0;
    double squares = 0;
    for (int i = 0;
        i < 180;
        i++) { // [w s Adam] of 120 weights, Adam of 20 biases, [w s Adam] of 60
      double score = state.getDouble(i < 120 ? 120 + i : 480 + 40 + 60 + i - 120);
      sum += score;
      squares += score * score;
    }
    double mean = sum / 180;
    assertEquals(mean, reports.get(0).meanScore(), 1e-6);
    assertEquals(Math.sqrt(squares / 180 - mean * mean), reports.get(0).scoreDeviation(), 1e-6);
  }

  @Test
  void measuresTheSymmetryOfASteerableNetwork() {
    Kind kind = Kind.steerable("C4: 2*regular");
    MultiLayerNetwork network =
        (MultiLayerNetwork) kind.network().apply(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    FieldType image = FieldType.parse("C4: trivial");
    FieldType classes = FieldType.parse("C4: 3*trivial");
    INDArray probe = kind.data().getFeatures(0);
    network.setListeners(
        new MaskScoreListener.Builder(reports::add)
            .every(1)
            .symmetry(image, classes, probe)
            .build());
    network.fit(kind.data());
    network.fit(kind.data());
    assertEquals(2, reports.size());
    for (MaskReport report : reports) {
      EquivarianceError error = report.symmetry().orElseThrow();
      assertTrue(error.maximum() < 1e-5 * error.scale(), error::toString);
    }
  }

  /** The control: were the listener to change anything, this would fail. */
  @Test
  void trainingIsTheSameWithoutIt() {
    MultiLayerNetwork watched = network();
    watched.setListeners(new MaskScoreListener.Builder(reports::add).every(1).build());
    MultiLayerNetwork alone = network();
    watched.fit(data(), 2);
    alone.fit(data(), 2);
    Masks.assertSameBits(alone, watched, "watched");
  }

  @Test
  void mistakesAreRefused() {
    assertEquals(
        "expected 1 iteration or more, got 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> new MaskScoreListener.Builder(reports::add).every(0))
            .getMessage());
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).build());
    MaskScoreListener listener = new MaskScoreListener.Builder(reports::add).build();
    String message =
        assertThrows(IllegalStateException.class, () -> listener.onEpochEnd(network)).getMessage();
    assertTrue(message.startsWith("mask training has not started"), message);
  }
}
