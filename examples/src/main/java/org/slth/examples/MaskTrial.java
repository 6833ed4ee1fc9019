package org.slth.examples;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;
import org.slth.group.PlanarGroup;

/**
 * A masked network beside its twin, both trained.
 *
 * @param score how the mask was trained
 * @param masked the network whose weights are random
 * @param twin the same network with its weights trained, if there is one
 */
record MaskTrial(MaskScore score, Result masked, Optional<Result> twin) {

  private static final String ROW = "%-24s  %4s  %10s  %8s  %7s%n";

  /**
   * A trained network.
   *
   * @param accuracy fraction of the test images that it classifies right
   */
  record Result(Training training, double accuracy) {}

  /** How many weights of an array a mask keeps. */
  private record Kept(String name, int weights, int kept) {}

  /** Adds what both reach, and how many weights the mask keeps. */
  void addTo(Figures figures) {
    List<Kept> arrays = arrays();
    figures
        .add("strategy", score.strategyName(), "strategy", "%s")
        .add("keep_fraction", score.keepFraction(), "fraction to keep", "%s")
        .add("masked_weights", arrays.stream().mapToInt(Kept::weights).sum(), "weights", "%,d")
        .add("kept_weights", kept(), "weights kept", "%,d")
        .add("arrays", arrays)
        .add("mask_accuracy", masked.accuracy(), "accuracy of the masked network", "%.4f");
    twin.ifPresent(
        other -> figures.add("twin_accuracy", other.accuracy(), "accuracy of the twin", "%.4f"));
    figures.add("seconds_mask", masked.training().seconds(), "seconds of the mask", "%.1f");
    twin.ifPresent(
        other ->
            figures.add("seconds_twin", other.training().seconds(), "seconds of the twin", "%.1f"));
    figures
        .add("law", score.law().name(), "law of the weights", "%s")
        .add("updater", score.inner().getClass().getSimpleName(), "updater", "%s")
        .add("rate", score.getLearningRate(0, 0), "first rate", "%.3g")
        .add("settings", score.toString());
  }

  /** Adds how far both are from ignoring a turn of the image. */
  void addSymmetry(Figures figures, PlanarGroup symmetry, RotatedImages test) {
    add(figures.add("group", symmetry.name(), "group", "%s"), "mask", masked, symmetry, test);
    twin.ifPresent(other -> add(figures, "twin", other, symmetry, test));
  }

  /** Returns the first lines of a table of trials. */
  static String heading(Optional<Result> twin) {
    String other =
        twin.map(
                result ->
                    String.format(Locale.ROOT, "accuracy of the twin  %.4f%n", result.accuracy()))
            .orElse("");
    return other + String.format(ROW, "strategy", "keep", "kept", "accuracy", "seconds");
  }

  /** Returns this trial as a line of that table. */
  String line() {
    return String.format(
        ROW,
        score.strategyName(),
        score.keepFraction(),
        String.format(Locale.ROOT, "%,d", kept()),
        String.format(Locale.ROOT, "%.4f", masked.accuracy()),
        String.format(Locale.ROOT, "%.1f", masked.training().seconds()));
  }

  private int kept() {
    return arrays().stream().mapToInt(Kept::kept).sum();
  }

  private List<Kept> arrays() {
    return MaskTraining.states(masked.training().network()).stream()
        .map(state -> new Kept(state.name(), state.mask().size(), state.mask().count()))
        .toList();
  }

  private static void add(
      Figures figures, String key, Result result, PlanarGroup symmetry, RotatedImages test) {
    EquivarianceError error = TicketFigures.invariance(result.training().network(), symmetry, test);
    String all = "equivariance error, all elements: ";
    String exact = "  elements exact on the grid: ";
    figures
        .add("equivariance_error_" + key, error.maximum(), all + key, "%.2e")
        .add("exact_equivariance_error_" + key, error.maximumOfExact(), exact + key, "%.2e");
  }
}
