package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/** Mask training in plain SameDiff graphs. */
class GraphMaskTrainingTest {

  private static final double KEEP = 0.3;

  private final DataSet data = data();

  @ParameterizedTest
  @ValueSource(strings = {"slth:edge-popup", "slth:global-threshold"})
  void keepsTheFractionAsDrawnAfterEveryStep(String strategy) {
    SameDiff graph = graph(strategy);
    MaskTraining.start(graph, "w0", "w1");
    INDArray bias = graph.getVariable("b0").getArr().dup();
    double loss = loss(graph);
    for (int step = 0; step < 60; step++) {
      graph.fit(data);
      long kept = 0;
      long all = 0;
      for (String name : new String[] {"w0", "w1"}) {
        INDArray weights = graph.getVariable(name).getArr();
        long here = kept(weights, Math.sqrt(2.0 / weights.size(0) / KEEP));
        if (strategy.equals("slth:edge-popup")) {
          assertEquals(Math.round(KEEP * weights.length()), here, name);
        }
        kept += here;
        all += weights.length();
      }
      assertEquals(Math.round(KEEP * all), kept);
    }
    assertTrue(loss(graph) < 0.8 * loss, loss(graph) + " from " + loss);
    assertNotEquals(bias, graph.getVariable("b0").getArr(), "the inner updater trains biases");
  }

  @Test
  void continuesBitForBitFromAFile(@TempDir Path directory) {
    SameDiff graph = graph("slth:edge-popup");
    MaskTraining.start(graph, "w0", "w1");
    for (int i = 0; i < 5; i++) {
      graph.fit(data);
    }
    File file = directory.resolve("graph.fb").toFile();
    graph.save(file, true);
    SameDiff restored = SameDiff.load(file, true);
    for (int i = 0; i < 5; i++) {
      graph.fit(data);
      restored.fit(data);
    }
    for (String name : new String[] {"w0", "w1", "b0"}) {
      assertArrayEquals(
          graph.getVariable(name).getArr().dup('c').data().asFloat(),
          restored.getVariable(name).getArr().dup('c').data().asFloat(),
          name);
    }
  }

  @Test
  void canBeginAnew() {
    SameDiff graph = graph("slth:edge-popup");
    MaskTraining.start(graph, "w0");
    graph.fit(data);
    INDArray once = graph.getVariable("w0").getArr().dup();
    MaskTraining.start(graph, "w0");
    graph.fit(data);
    assertEquals(36, kept(once, Math.sqrt(2.0 / 6 / KEEP)));
    assertEquals(36, kept(graph.getVariable("w0").getArr(), Math.sqrt(2.0 / 6 / KEEP)));
  }

  @Test
  void tellsWhatIsMissing(@TempDir Path directory) {
    SameDiff graph = graph("slth:edge-popup");
    assertEquals(
        "mask training has not started: call MaskTraining.start(network) once, after init() and"
            + " before fit()",
        assertThrows(IllegalStateException.class, () -> graph.fit(data)).getMessage());
    assertTrue(
        refused(graph).startsWith("expected the names of the variables to mask; this graph"));
    assertEquals(
        "expected a variable to mask, but the graph has none named w7", refused(graph, "w7"));
    graph.setTrainingConfig(config(new Adam(1e-2)).build());
    assertTrue(refused(graph, "w0").startsWith("expected a training configuration whose updater"));
    graph.setTrainingConfig(config(score("slth:edge-popup")).minimize(false).build());
    assertEquals("mask training minimizes a loss, got minimize(false)", refused(graph, "w0"));
    graph.setTrainingConfig(config(score("slth:edge-popup")).weightDecay(0.1, true).build());
    assertEquals(MaskLink.WEIGHT_DECAY, refused(graph, "w0"));

    SameDiff other = graph("slth:edge-popup");
    MaskTraining.start(other, "w0");
    File file = directory.resolve("graph.fb").toFile();
    other.save(file, false);
    SameDiff restored = SameDiff.load(file, false);
    assertEquals(
        "the scores of this graph are gone, as when it is saved without its updater state: call"
            + " MaskTraining.start to begin anew",
        assertThrows(IllegalStateException.class, () -> restored.fit(data)).getMessage());
  }

  private static String refused(SameDiff graph, String... variables) {
    return assertThrows(IllegalArgumentException.class, () -> MaskTraining.start(graph, variables))
        .getMessage();
  }

  private static long kept(INDArray weights, double sigma) {
    long kept = 0;
    for (float value : weights.dup('c').data().asFloat()) {
      if (value != 0) {
        assertEquals((float) sigma, Math.abs(value));
        kept++;
      }
    }
    return kept;
  }

  private double loss(SameDiff graph) {
    return graph
        .output(Map.of("x", data.getFeatures(), "y", data.getLabels()), "loss")
        .get("loss")
        .sumNumber()
        .doubleValue();
  }

  private static MaskScore score(String strategy) {
    return new MaskScore.Builder(KEEP).strategy(strategy).inner(new Adam(1e-2)).build();
  }

  private static TrainingConfig.Builder config(IUpdater updater) {
    return TrainingConfig.builder()
        .updater(updater)
        .dataSetFeatureMapping("x")
        .dataSetLabelMapping("y");
  }

  private static SameDiff graph(String strategy) {
    Nd4j.getRandom().setSeed(9);
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 6);
    SDVariable y = graph.placeHolder("y", DataType.FLOAT, -1, 3);
    SDVariable w0 = graph.var("w0", Nd4j.randn('f', 6, 20));
    SDVariable b0 = graph.var("b0", Nd4j.zeros(20));
    SDVariable w1 = graph.var("w1", Nd4j.randn(20, 3));
    SDVariable hidden = graph.math().tanh(x.mmul(w0).add(b0));
    graph.loss().softmaxCrossEntropy("loss", y, hidden.mmul(w1), null);
    graph.setTrainingConfig(config(score(strategy)).build());
    return graph;
  }

  private static DataSet data() {
    Nd4j.getRandom().setSeed(5);
    INDArray features = Nd4j.randn(64, 6);
    INDArray labels = Nd4j.zeros(64, 3);
    for (int i = 0; i < 64; i++) {
      int label = features.getDouble(i, 0) > 0.5 ? 0 : features.getDouble(i, 1) > 0 ? 1 : 2;
      labels.putScalar(i, label, 1);
    }
    return new DataSet(features, labels);
  }
}
