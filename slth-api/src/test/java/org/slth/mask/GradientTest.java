package org.slth.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.mask.Twins.Relaxed;
import org.slth.testkit.ArrayWeights;

/** Each derivative by scores against the difference quotient of what it stands for. */
class GradientTest {

  private static final double TOLERANCE = 1e-8; // of difference quotients with h = 1e-6
  private static final MaskStep STEP = new MaskStep(3, 1);

  private final ArrayWeights weights = Twins.draw(0.3, -0.2, 0.9, -0.7, 0.5, 0.1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slth:edge-popup",
        "slth:global-threshold",
        "slth:biprop",
        "slth:iterative-redraw"
      })
  void straightThroughIsTheDerivativeAtWeightTimesMagnitudeOfScore(String name) {
    assertGradient(name, (i, score) -> weights.weight(i) * Math.abs(score));
  }

  @Test
  void afterItsWarmupTheBoxIsStraightThrough() {
    MaskStrategy box = Twins.strategy("slth:box", 0.5, "warmup", 3);
    Relaxed relaxed = (i, score) -> weights.weight(i) * Math.abs(score);
    assertEquals(0, Twins.gradientError(box, weights, STEP, relaxed), TOLERANCE);
  }

  /** The control: with the sign of the score left out, the quotient differs. */
  @Test
  void theWrongSignIsNoDerivative() {
    Relaxed relaxed = (i, score) -> weights.weight(i) * score;
    double error =
        Twins.gradientError(Twins.strategy("slth:edge-popup", 0.5), weights, STEP, relaxed);
    assertTrue(error > 0.1, () -> "error " + error);
  }

  @Test
  void gemMinersIsTheDerivativeAtWeightTimesScoreAndZeroWhereFrozen() {
    weights.setScore(1, -1);
    weights.setScore(3, -1);
    assertGradient("slth:gem-miner", (i, score) -> score < 0 ? 0 : weights.weight(i) * score);
  }

  @Test
  void theCoinsIsTheDerivativeOfTheExpectedWeight() {
    assertGradient("slth:probabilistic", (i, score) -> weights.weight(i) / (1 + Math.exp(-score)));
  }

  @Test
  void theFactorOfRescaledCoinsCountsAsAConstant() {
    MaskStrategy rescaled = Twins.strategy("slth:probabilistic", 0.5, "rescale", 1);
    weights.setEffective(0, 1);
    weights.setEffective(4, -1);
    weights.pass(); // two kept of six
    Relaxed relaxed = (i, score) -> 3 * weights.weight(i) / (1 + Math.exp(-score));
    assertEquals(0, Twins.gradientError(rescaled, weights, STEP, relaxed), TOLERANCE);
  }

  @Test
  void theBaselinesIsTheDerivativeByTheWeightAndZeroWherePruned() {
    weights.setScore(2, 0);
    int pruned = 2;
    assertGradient("slth:magnitude-rewinding", (i, score) -> i == pruned ? 0 : score);
  }

  private void assertGradient(String name, Relaxed relaxed) {
    MaskStrategy strategy = Twins.strategy(name, 0.5);
    assertEquals(0, Twins.gradientError(strategy, weights, STEP, relaxed), TOLERANCE);
  }
}
