package org.slth.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.mask.BoxThenMask;
import org.slth.mask.EdgePopup;
import org.slth.mask.GemMiner;
import org.slth.mask.GlobalThreshold;
import org.slth.mask.IterativeRedraw;
import org.slth.mask.MagnitudeRewinding;
import org.slth.mask.MaskSettings;
import org.slth.mask.MaskStep;
import org.slth.mask.MaskStrategy;
import org.slth.mask.MaskStrategyProvider;
import org.slth.mask.MaskedWeights;
import org.slth.mask.ProbabilisticMask;
import org.slth.spi.Providers;

class MaskStrategyLawsTest {

  @Test
  void everyListedStrategyKeepsTheLawsWithItsDefaults() {
    List<MaskStrategyProvider> listed = Providers.of(MaskStrategyProvider.class).all();
    assertTrue(listed.size() >= 8, listed::toString);
    listed.forEach(provider -> MaskStrategyLaws.check(provider, 0.3, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.9, 1})
  void edgePopupKeepsTheLaws(double keepFraction) {
    MaskStrategyLaws.check(new EdgePopup(), keepFraction, Map.of());
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0, 5", "0.5, 2, 3", "1, 1, 4"})
  void globalThresholdKeepsTheLaws(double keepFraction, double from, double to) {
    var options = Map.of("from", from, "to", to);
    MaskStrategyLaws.check(new GlobalThreshold(), keepFraction, options);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 7, 1", "0.5, 7, 2", "1, 4, 3"})
  void gemMinerKeepsTheLaws(double keepFraction, double epochs, double period) {
    var options = Map.of("epochs", epochs, "period", period);
    MaskStrategyLaws.check(new GemMiner(), keepFraction, options);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1, 0.5", "0.5, 3, 1", "0.9, 2, 0.9"})
  void iterativeRedrawKeepsTheLaws(double keepFraction, double period, double probability) {
    var options = Map.of("period", period, "probability", probability);
    MaskStrategyLaws.check(new IterativeRedraw(), keepFraction, options);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0", "0.5, 1", "0.9, 1"})
  void probabilisticMaskKeepsTheLaws(double keepFraction, double rescale) {
    MaskStrategyLaws.check(new ProbabilisticMask(), keepFraction, Map.of("rescale", rescale));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.01, 0", "0.5, 0.1, 10", "1, 0, 3"})
  void boxThenMaskKeepsTheLaws(double keepFraction, double epsilon, double warmup) {
    var options = Map.of("epsilon", epsilon, "warmup", warmup);
    MaskStrategyLaws.check(new BoxThenMask(), keepFraction, options);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 6, 1", "0.5, 2, 3", "1, 2, 2"})
  void magnitudeRewindingKeepsTheLaws(double keepFraction, double rounds, double period) {
    var options = Map.of("rounds", rounds, "period", period);
    MaskStrategyLaws.check(new MagnitudeRewinding(), keepFraction, options);
  }

  @Test
  void rejectsAnEffectiveWeightThatWasNotDrawn() {
    rejects(
        "what is kept is AS_DRAWN",
        () ->
            new Broken() {
              @Override
              void project(MaskedWeights weights, MaskStep step) {
                set(weights, i -> Math.nextUp(weights.weight(i)));
              }
            });
  }

  @Test
  void rejectsAWeightThatIsAsDrawnButInAnotherRound() {
    rejects(
        "what is kept is AS_DRAWN",
        () ->
            new Broken() {
              @Override
              void project(MaskedWeights weights, MaskStep step) {
                set(weights, i -> weights.drawn(i, step.iteration() / 2));
              }
            });
  }

  @Test
  void rejectsRandomNumbersOfASharedGenerator() {
    var shared = new SplittableRandom(1);
    rejects(
        "called twice changes nothing",
        () ->
            new Broken() {
              @Override
              void project(MaskedWeights weights, MaskStep step) {
                set(weights, i -> shared.nextBoolean() ? weights.weight(i) : 0);
              }
            });
  }

  @Test
  void rejectsAProjectionThatPrunesOnceMoreWhenRepeated() {
    rejects(
        "called twice changes nothing",
        () ->
            new Broken() {
              @Override
              void project(MaskedWeights weights, MaskStep step) {
                weights.setScore(0, weights.score(0) + 1);
                set(weights, weights::weight);
              }
            });
  }

  @Test
  void rejectsAHiddenMomentum() {
    rejects(
        "an instance keeps no state",
        () ->
            new Broken() {
              private double moment;

              @Override
              public void move(MaskedWeights weights, MaskStep step) {
                moment += weights.gradient(0);
                weights.setScore(0, weights.score(0) - moment);
              }
            });
  }

  @Test
  void rejectsAMemoryOfTheLastProjection() {
    rejects(
        "a function of weights, scores and step alone",
        () ->
            new Broken() {
              private int last = -1;
              private boolean all;

              @Override
              void project(MaskedWeights weights, MaskStep step) {
                if (step.iteration() != last) {
                  all = last >= 0; // another mask from the second step on
                  last = step.iteration();
                }
                set(weights, i -> all || i % 2 == 0 ? weights.weight(i) : 0);
              }
            });
  }

  @Test
  void rejectsAProjectionThatReadsTheGradient() {
    rejects(
        "a function of weights, scores and step alone",
        () ->
            new Broken() {
              @Override
              void project(MaskedWeights weights, MaskStep step) {
                if (weights.gradient(0) != 0 && !Double.isNaN(weights.gradient(0))) {
                  set(weights, weights::weight);
                }
              }
            });
  }

  @Test
  void rejectsAnEffectiveWeightLeftAsItWas() {
    rejects(
        "a function of weights, scores and step alone",
        () ->
            new Broken() {
              @Override
              void project(MaskedWeights weights, MaskStep step) {
                weights.setEffective(0, weights.weight(0));
              }
            });
  }

  @Test
  void rejectsFirstScoresOfASharedGenerator() {
    var shared = new SplittableRandom(1);
    rejects(
        "begin again",
        () ->
            new Broken() {
              @Override
              public void begin(MaskedWeights weights) {
                weights.setScore(0, shared.nextDouble());
              }
            });
  }

  /** The control of the controls: what the broken ones share breaks no law. */
  @Test
  void acceptsTheSameStrategyUnbroken() {
    MaskStrategyLaws.check(new Provider(() -> new Broken() {}), 0.5, Map.of());
  }

  private static void rejects(String law, Supplier<MaskStrategy> broken) {
    String message =
        assertThrows(
                AssertionError.class,
                () -> MaskStrategyLaws.check(new Provider(broken), 0.5, Map.of()))
            .getMessage();
    assertTrue(message.contains(law), message);
  }

  private record Provider(Supplier<MaskStrategy> strategies) implements MaskStrategyProvider {

    @Override
    public String id() {
      return "test:broken";
    }

    @Override
    public Map<String, Double> options() {
      return Map.of();
    }

    @Override
    public MaskStrategy create(MaskSettings settings) {
      return strategies.get();
    }
  }

  /** Keeps all. */
  private abstract static class Broken implements MaskStrategy {

    static void set(MaskedWeights weights, IntToDoubleFunction effective) {
      for (int i = 0; i < weights.size(); i++) {
        weights.setEffective(i, effective.applyAsDouble(i));
      }
    }

    @Override
    public Scope scope() {
      return Scope.PARAMETER;
    }

    @Override
    public Reach reach() {
      return Reach.AS_DRAWN;
    }

    @Override
    public void begin(MaskedWeights weights) {}

    @Override
    public void differentiate(MaskedWeights weights, MaskStep step) {}

    @Override
    public void move(MaskedWeights weights, MaskStep step) {}

    @Override
    public void project(List<? extends MaskedWeights> weights, MaskStep step) {
      weights.forEach(array -> project(array, step));
    }

    void project(MaskedWeights weights, MaskStep unused) {
      set(weights, weights::weight);
    }
  }
}
