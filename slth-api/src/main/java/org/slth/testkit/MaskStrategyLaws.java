package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.slth.mask.MaskSettings;
import org.slth.mask.MaskStep;
import org.slth.mask.MaskStrategy;
import org.slth.mask.MaskStrategy.Reach;
import org.slth.mask.MaskStrategy.Scope;
import org.slth.mask.MaskStrategyProvider;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.WeightLaw;

/** The laws of {@link MaskStrategy}, checked on trainings of a few small arrays. */
public final class MaskStrategyLaws {

  private static final int EPOCHS = 7;
  private static final int STEPS = 3; // per epoch
  private static final List<List<Integer>> SIZES =
      List.of(List.of(1, 2), List.of(50, 7), List.of(3, 31, 16));

  private MaskStrategyLaws() {}

  /**
   * Checks every law that the interface states, in trainings of seven epochs with three steps each,
   * whose gradients are random; for weights of every law, as doubles and as floats.
   *
   * <p>To compare a strategy with what it would be had it forgotten everything but its options,
   * each step is repeated by a new instance.
   *
   * @param provider makes the strategy
   * @param keepFraction how many of the weights to keep
   * @param options values that differ from the defaults; choose such that all that may happen
   *     happens within these steps
   * @throws AssertionError if it breaks a law
   */
  public static void check(
      MaskStrategyProvider provider, double keepFraction, Map<String, Double> options) {
    ProviderLaws.checkIdentity(provider);
    Map<String, Double> values = new TreeMap<>(provider.options());
    values.putAll(options);
    MaskSettings settings = new MaskSettings(keepFraction, values);
    for (List<Integer> sizes : SIZES) {
      for (WeightLaw law : WeightLaw.values()) {
        for (boolean floats : new boolean[] {true, false}) {
          String name = "%s of %s weights %s".formatted(provider.id(), law, sizes);
          new Training(name, provider, settings, provider.create(settings))
              .run(draw(sizes, law, floats));
        }
      }
    }
  }

  private static List<ArrayWeights> draw(List<Integer> sizes, WeightLaw law, boolean floats) {
    List<ArrayWeights> arrays = new ArrayList<>();
    for (int size : sizes) {
      SourceDraw stream = SourceDraw.of(7).stream(arrays.size());
      arrays.add(ArrayWeights.draw(law, stream, size, floats));
    }
    return arrays;
  }

  private static List<ArrayWeights> copies(List<ArrayWeights> arrays) {
    return arrays.stream().map(ArrayWeights::copy).toList();
  }

  private static void project(MaskStrategy strategy, List<ArrayWeights> arrays, MaskStep step) {
    if (strategy.scope() == Scope.NETWORK) {
      strategy.project(arrays, step);
    } else {
      arrays.forEach(array -> strategy.project(List.of(array), step));
    }
  }

  private static void step(MaskStrategy strategy, List<ArrayWeights> arrays, MaskStep step) {
    for (ArrayWeights array : arrays) {
      strategy.differentiate(array, step);
      for (int i = 0; i < array.size(); i++) {
        array.setGradient(i, 0.5 * array.gradient(i)); // an updater
      }
      strategy.move(array, step);
    }
  }

  /** One instance, and the repetitions by others. */
  private record Training(
      String name, MaskStrategyProvider provider, MaskSettings settings, MaskStrategy strategy) {

    void run(List<ArrayWeights> arrays) {
      List<ArrayWeights> again = copies(arrays);
      arrays.forEach(strategy::begin);
      again.forEach(provider.create(settings)::begin);
      requireSame(arrays, again, new MaskStep(0, 0), "begin again sets the same scores");
      checkProjection(arrays, new MaskStep(0, 0));
      var random = new SplittableRandom(3);
      for (int t = 0; t < EPOCHS * STEPS; t++) {
        MaskStep step = new MaskStep(t, t / STEPS);
        arrays.forEach(array -> differentiateLoss(array, random));
        again = copies(arrays);
        step(strategy, arrays, step);
        step(provider.create(settings), again, step);
        requireSame(arrays, again, step, "an instance keeps no state: a new one moves alike");
        checkProjection(arrays, step);
      }
    }

    private static void differentiateLoss(ArrayWeights array, SplittableRandom random) {
      array.pass();
      for (int i = 0; i < array.size(); i++) {
        array.setGradient(i, random.nextDouble(-1, 1));
      }
    }

    private void checkProjection(List<ArrayWeights> arrays, MaskStep step) {
      List<ArrayWeights> alone = copies(arrays);
      alone.forEach(ArrayWeights::forgetPass);
      project(strategy, arrays, step);
      arrays.forEach(array -> checkReach(array, step));
      List<ArrayWeights> twice = copies(arrays);
      project(strategy, twice, step);
      requireSame(arrays, twice, step, "a projection called twice changes nothing");
      project(provider.create(settings), alone, step);
      requireSame(
          arrays, alone, step, "a projection is a function of weights, scores and step alone");
    }

    private void checkReach(ArrayWeights array, MaskStep step) {
      int rounds = strategy.reach() == Reach.REDRAWN ? step.iteration() + 1 : 1;
      for (int i = 0; i < array.size(); i++) {
        double value = array.next(i);
        boolean within = value == 0 || strategy.reach() == Reach.ANY;
        for (int round = 0; !within && round < rounds; round++) {
          within = value == array.drawn(i, round);
        }
        require(
            within,
            "%s at %s: what is kept is %s, weight %d is %s but was drawn as %s",
            name,
            step,
            strategy.reach(),
            i,
            value,
            array.drawn(i, 0));
      }
    }

    private void requireSame(
        List<ArrayWeights> arrays, List<ArrayWeights> others, MaskStep step, String law) {
      for (int a = 0; a < arrays.size(); a++) {
        require(arrays.get(a).sameState(others.get(a)), "%s at %s: %s", name, step, law);
      }
    }
  }
}
