package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** Masks beside other updaters, regularization and clipping. */
class MaskUpdatersTest {

  private static final int STEPS = 10;

  /** A masked layer, an ordinary one, and a masked output that keeps another fraction. */
  private static MultiLayerNetwork mixed(IUpdater first, IUpdater second, IUpdater last) {
    DenseLayer one = Masks.dense();
    one.setIUpdater(first);
    DenseLayer two = new DenseLayer.Builder().nIn(20).nOut(20).updater(second).build();
    OutputLayer three = Masks.denseOutput();
    three.setIUpdater(last);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            Masks.configuration(new Adam(1e-2)).list().layer(one).layer(two).layer(three).build());
    network.init();
    return network;
  }

  private static ComputationGraph mixedGraph(IUpdater first, IUpdater second, IUpdater last) {
    DenseLayer one = Masks.dense();
    one.setIUpdater(first);
    DenseLayer two = new DenseLayer.Builder().nIn(20).nOut(20).updater(second).build();
    OutputLayer three = Masks.denseOutput();
    three.setIUpdater(last);
    ComputationGraph network =
        new ComputationGraph(
            Masks.configuration(new Adam(1e-2))
                .graphBuilder()
                .addInputs("in")
                .addLayer("0", one, "in")
                .addLayer("1", two, "0")
                .addLayer("2", three, "1")
                .setOutputs("2")
                .build());
    network.init();
    return network;
  }

  @ParameterizedTest(name = "graph {0}")
  @ValueSource(booleans = {false, true})
  void eachLayerHasItsOwnFraction(boolean graph) {
    IUpdater some = Masks.score(0.3).build();
    IUpdater most = Masks.score(0.6).inner(new Sgd(0.1)).build();
    Adam adam = new Adam(1e-2);
    Model network = graph ? mixedGraph(some, adam, most) : mixed(some, adam, most);
    Masks.start(network);
    assertEquals(List.of("0_W", "2_W"), Masks.names(network));
    float[] ordinary = Masks.flat(network.paramTable().get("1_W"));
    double loss = Masks.loss(network, Masks.data());
    for (int step = 0; step < STEPS; step++) {
      Masks.fit(network, Masks.data());
      List<Integer> kept =
          MaskTraining.states(network).stream().map(s -> s.mask().count()).toList();
      assertEquals(List.of(36, 36), kept);
    }
    float[] trained = Masks.flat(network.paramTable().get("1_W"));
    assertFalse(Arrays.equals(ordinary, trained), "the ordinary layer is trained");
    for (float weight : trained) {
      assertTrue(weight != 0, "the ordinary layer is not masked");
    }
    assertTrue(Masks.loss(network, Masks.data()) < loss, "training helps");
  }

  /** With a second network beside it in the same thread, step by step. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"slth:edge-popup", "slth:global-threshold"})
  void networksInTurnDoNotDisturbEachOther(String strategy) {
    IUpdater updater = Masks.score(Masks.KEEP).strategy(strategy).build();
    MultiLayerNetwork alone = Masks.network(updater);
    MaskTraining.start(alone);
    for (int step = 0; step < STEPS; step++) {
      alone.fit(Masks.data());
    }
    MultiLayerNetwork one = Masks.network(updater);
    ComputationGraph other = Masks.graph(updater);
    MaskTraining.start(one);
    MaskTraining.start(other);
    for (int step = 0; step < STEPS; step++) {
      one.fit(Masks.data());
      other.fit(Masks.data());
    }
    Masks.assertSameBits(alone, one, "beside another");
    assertArrayEquals(Masks.flat(alone.params()), Masks.flat(other.params()), "graph");
  }

  static void assertExactWith(Consumer<NeuralNetConfiguration.Builder> option, IUpdater inner) {
    Function<IUpdater, Model> network =
        updater -> {
          NeuralNetConfiguration.Builder configuration = Masks.configuration(updater);
          option.accept(configuration);
          return Masks.network(configuration);
        };
    Map<String, INDArray> drawn = Masks.drawn(network);
    Model trained = network.apply(Masks.score(Masks.KEEP).inner(inner).build());
    Masks.start(trained);
    double loss = Masks.loss(trained, Masks.data());
    for (int step = 0; step < STEPS; step++) {
      Masks.fit(trained, Masks.data());
      Masks.assertExact(trained, drawn, Masks.KEEP);
    }
    double after = Masks.loss(trained, Masks.data());
    assertTrue(after < loss, () -> "loss " + after + ", " + loss + " at first");
  }

  @Test
  void everyInnerUpdaterWillDo() {
    for (IUpdater inner :
        List.of(new Sgd(0.5), new Nesterovs(0.1, 0.9), new RmsProp(1e-2), new Adam(1e-2))) {
      assertExactWith(conf -> {}, inner);
    }
  }

  @Test
  void regularizationLeavesWeightsAsDrawn() {
    assertExactWith(conf -> conf.l2(1e-3), new Adam(1e-2));
    assertExactWith(conf -> conf.l1(1e-4), new Adam(1e-2));
    assertExactWith(conf -> conf.l2(1e-3).l1(1e-4).l2Bias(1e-3), new Sgd(0.5));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(GradientNormalization.class)
  void clippingLeavesWeightsAsDrawn(GradientNormalization clipping) {
    assertExactWith(
        conf -> conf.gradientNormalization(clipping).gradientNormalizationThreshold(0.5),
        new Adam(1e-2));
  }

  @Test
  void dropoutLeavesWeightsAsDrawn() {
    assertExactWith(conf -> conf.dropOut(0.9), new Adam(1e-2));
  }
}
