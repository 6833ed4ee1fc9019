package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/** The laws of mask training, for every kind of layer with weights. */
@Tag("slow")
class MaskKindsTest {

  private static final int STEPS = 12;

  static Stream<Kind> kinds() {
    return Kind.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void weightsAreMaskedExactlyAndTheRestIsTrained(Kind kind) {
    Map<String, INDArray> drawn = Masks.drawn(kind.network());
    Model network = started(kind, Masks.score(Masks.KEEP).build());
    assertEquals(kind.masked(), Masks.names(network));
    Map<String, float[]> before = values(network);
    for (int step = 0; step < STEPS; step++) {
      Masks.fit(network, kind.data());
      Masks.assertExact(network, drawn, Masks.KEEP);
    }
    boolean flipped = false;
    for (Map.Entry<String, float[]> after : values(network).entrySet()) {
      boolean changed = !Arrays.equals(before.get(after.getKey()), after.getValue());
      boolean masked = kind.masked().contains(after.getKey());
      assertTrue(masked || changed, () -> after.getKey() + " is the same");
      flipped |= masked && changed;
    }
    assertTrue(flipped, "no mask changed");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aBudgetOfTheWholeNetworkIsKeptExactly(Kind kind) {
    Map<String, INDArray> drawn = Masks.drawn(kind.network());
    Model network =
        started(kind, Masks.score(Masks.KEEP).strategy("slth:global-threshold").build());
    for (int step = 0; step < STEPS / 2; step++) {
      Masks.fit(network, kind.data());
      Masks.assertExactTogether(network, drawn, Masks.KEEP);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void trainingHelps(Kind kind) {
    Model network = started(kind, Masks.score(0.5).build());
    double first = trainedLoss(network, kind, 1);
    double last = trainedLoss(network, kind, 40);
    assertTrue(last < first - 0.05, () -> "loss " + last + ", " + first + " at first");
  }

  private static double trainedLoss(Model network, Kind kind, int steps) {
    for (int step = 0; step < steps; step++) {
      Masks.fit(network, kind.data());
    }
    return network.score();
  }

  private static Model started(Kind kind, IUpdater updater) {
    Model network = kind.network().apply(updater);
    Masks.start(network);
    return network;
  }

  private static Map<String, float[]> values(Model network) {
    Map<String, float[]> values = new HashMap<>();
    network.paramTable().forEach((name, array) -> values.put(name, Masks.flat(array)));
    return values;
  }
}
