package org.slth.examples;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.training.MaskScore;
import org.slth.mask.MaskStrategyProvider;
import org.slth.spi.Providers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how masks are trained. */
final class MaskOptions {

  private static final double[] TABLE_FRACTIONS = {0.2, 0.5, 0.8};

  @Mixin private ScoreOptions score = new ScoreOptions();

  @Option(
      names = "--twin-rate",
      paramLabel = "X",
      description = "First learning rate of the twin (default: what suits the updater).")
  private @Nullable Double twinRate;

  @Option(
      names = "--table",
      description =
          "Run every strategy with 0.2, 0.5 and 0.8 of the weights; with --json, one line for each.")
  private boolean table;

  boolean isTable() {
    return table;
  }

  /**
   * Returns the updaters that train masks, one for each run.
   *
   * @param rateFactor of the usual first rates
   * @param epochs of each run, at least one
   * @param steps in each epoch, at least one
   * @param seed of the weights
   * @throws IllegalArgumentException if something is unknown or out of its range
   */
  List<MaskScore> scores(double rateFactor, int epochs, int steps, long seed) {
    if (!table) {
      return List.of(score.score(rateFactor, epochs, steps, seed));
    }
    if (!score.options().isEmpty()) {
      throw new IllegalArgumentException(
          "--table runs every strategy with options of its own, got --option " + score.options());
    }
    List<MaskScore> scores = new ArrayList<>();
    for (MaskStrategyProvider provider : Providers.of(MaskStrategyProvider.class).all()) {
      MaskRecipe recipe = MaskRecipe.of(provider.id(), epochs, steps);
      for (double fraction : TABLE_FRACTIONS) {
        scores.add(
            score
                .builder(fraction, recipe, rateFactor, epochs)
                .strategy(provider.id())
                .seed(seed)
                .build());
      }
    }
    return List.copyOf(scores);
  }

  /**
   * Returns the updater of the twin.
   *
   * @param rateFactor of the usual first rate
   * @param epochs of its training
   * @throws IllegalArgumentException if the rate is not positive
   */
  IUpdater twinUpdater(double rateFactor, int epochs) {
    double first = twinRate != null ? twinRate : rateFactor * score.updater().weightRate();
    if (!(first > 0)) {
      throw new IllegalArgumentException("expected a positive --twin-rate, got " + twinRate);
    }
    return score.updater().falling(first, epochs);
  }
}
