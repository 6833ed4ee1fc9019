package org.slth.examples;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slth.dl4j.training.MaskScore;
import org.slth.ticket.WeightLaw;
import picocli.CommandLine.Option;

/** The options that say how one mask is trained; a command takes them as a {@code @Mixin}. */
public final class ScoreOptions {

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

  /**
   * Returns the updater that trains the mask.
   *
   * @param rateFactor of the usual first rate
   * @param epochs of the training, at least one
   * @param steps in each epoch, at least one
   * @param seed of the weights
   * @throws IllegalArgumentException if something is unknown or out of its range
   */
  public MaskScore score(double rateFactor, int epochs, int steps, long seed) {
    MaskRecipe recipe = MaskRecipe.of(strategy, epochs, steps);
    return builder(keepFraction, recipe, rateFactor, epochs).strategy(strategy).seed(seed).build();
  }

  /** Returns one whose strategy and seed are still to be set. */
  MaskScore.Builder builder(double fraction, MaskRecipe recipe, double rateFactor, int epochs) {
    if (rate != null && !(rate > 0)) {
      throw new IllegalArgumentException("expected a positive --rate, got " + rate);
    }
    double usual = rateFactor * updater.maskRate();
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

  TrainingUpdater updater() {
    return updater;
  }

  Map<String, Double> options() {
    return options;
  }
}
