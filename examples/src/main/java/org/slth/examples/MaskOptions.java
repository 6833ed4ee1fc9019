package org.slth.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.training.MaskScore;
import org.slth.mask.MaskStrategyProvider;
import org.slth.spi.Providers;
import org.slth.ticket.WeightLaw;
import picocli.CommandLine.Option;

/** The options that say how masks are trained. */
final class MaskOptions {

  private static final double[] TABLE_FRACTIONS = {0.2, 0.5, 0.8};

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = "slth:edge-popup",
      description = "How scores become a mask (default: ${DEFAULT-VALUE}).")
  private String strategy = "";

  @Option(
      names = "--option",
      paramLabel = "KEY=NUMBER",
      description = "An option of the strategy; may be given several times.")
  private Map<String, Double> options = new TreeMap<>();

  @Option(
      names = "--keep-fraction",
      paramLabel = "X",
      defaultValue = "0.5",
      description = "Fraction of the weights that stay (default: ${DEFAULT-VALUE}).")
  private double keepFraction;

  @Option(
      names = "--law",
      paramLabel = "LAW",
      description =
          "Law of the random weights: ${COMPLETION-CANDIDATES} (default: what suits the strategy).")
  private @Nullable WeightLaw law;

  @Option(
      names = "--scaled",
      negatable = true,
      description =
          "Whether to divide the variance of the weights by the fraction (default: what suits the"
              + " strategy).")
  private @Nullable Boolean scaled;

  @Option(
      names = "--updater",
      paramLabel = "NAME",
      defaultValue = "adam",
      description =
          "What moves the scores, and the weights of the twin: adam, nesterovs or sgd (default:"
              + " ${DEFAULT-VALUE}).")
  private TrainingUpdater updater = TrainingUpdater.ADAM;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description =
          "First learning rate of the scores, which falls along half a cosine (default: what suits"
              + " the strategy).")
  private @Nullable Double rate;

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
    if (rate != null && !(rate > 0)) {
      throw new IllegalArgumentException("expected a positive --rate, got " + rate);
    }
    double usual = rateFactor * updater.maskRate();
    if (!table) {
      MaskRecipe recipe = MaskRecipe.of(strategy, epochs, steps);
      return List.of(
          builder(keepFraction, recipe, usual, epochs).strategy(strategy).seed(seed).build());
    }
    if (!options.isEmpty()) {
      throw new IllegalArgumentException(
          "--table runs every strategy with options of its own, got --option " + options);
    }
    List<MaskScore> scores = new ArrayList<>();
    for (MaskStrategyProvider provider : Providers.of(MaskStrategyProvider.class).all()) {
      MaskRecipe recipe = MaskRecipe.of(provider.id(), epochs, steps);
      for (double fraction : TABLE_FRACTIONS) {
        scores.add(
            builder(fraction, recipe, usual, epochs).strategy(provider.id()).seed(seed).build());
      }
    }
    return List.copyOf(scores);
  }

  private MaskScore.Builder builder(double fraction, MaskRecipe recipe, double usual, int epochs) {
    double first = rate != null ? rate : usual * recipe.rateFactor();
    MaskScore.Builder builder =
        new MaskScore.Builder(fraction)
            .law(law != null ? law : recipe.law())
            .scaled(scaled != null ? scaled : recipe.scaled())
            .inner(updater.falling(first, epochs));
    recipe.options().forEach(builder::option);
    options.forEach(builder::option);
    return builder;
  }

  /**
   * Returns the updater of the twin.
   *
   * @param rateFactor of the usual first rate
   * @param epochs of its training
   * @throws IllegalArgumentException if the rate is not positive
   */
  IUpdater twinUpdater(double rateFactor, int epochs) {
    double first = twinRate != null ? twinRate : rateFactor * updater.weightRate();
    if (!(first > 0)) {
      throw new IllegalArgumentException("expected a positive --twin-rate, got " + twinRate);
    }
    return updater.falling(first, epochs);
  }
}
