package org.slth.examples;

import java.util.Map;
import org.slth.ticket.WeightLaw;

/**
 * How a strategy is best run for a training of a few epochs; what a user sets goes before.
 *
 * @param law of the weights
 * @param scaled whether the variance is divided by the fraction to keep
 * @param rateFactor by how much its rate exceeds that of edge-popup
 * @param options those that depend on how long training is
 */
record MaskRecipe(WeightLaw law, boolean scaled, double rateFactor, Map<String, Integer> options) {

  /**
   * Returns the recipe of a strategy, that of edge-popup for those not known here.
   *
   * @param strategy name of the strategy
   * @param epochs how many there will be
   * @param steps how many there are in each epoch
   */
  static MaskRecipe of(String strategy, int epochs, int steps) {
    return switch (strategy) {
      case "slth:biprop" -> normal(1, Map.of()); // of constants it is edge-popup
      case "slth:gem-miner" -> // scores in [0, 1]
          constant(10, Map.of("epochs", Math.max(2, epochs), "period", 1));
      case "slth:iterative-redraw" -> normal(1, Map.of("period", steps));
      case "slth:probabilistic" -> constant(30, Map.of()); // scores are log-odds
      case "slth:box" -> constant(1, Map.of("warmup", steps * epochs / 10));
      case "slth:magnitude-rewinding" -> // dense at first, and then the large weights stay
          new MaskRecipe(
              WeightLaw.NORMAL,
              false,
              1.0 / 3,
              Map.of("rounds", Math.max(1, 2 * epochs / 5), "period", 1));
      default -> constant(1, Map.of());
    };
  }

  private static MaskRecipe constant(double rateFactor, Map<String, Integer> options) {
    return new MaskRecipe(WeightLaw.SIGNED_CONSTANT, true, rateFactor, options);
  }

  private static MaskRecipe normal(double rateFactor, Map<String, Integer> options) {
    return new MaskRecipe(WeightLaw.NORMAL, true, rateFactor, options);
  }
}
