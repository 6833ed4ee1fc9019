package org.slth.examples;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.group.CompactGroup;
import org.slth.group.PlanarGroup;
import org.slth.representation.FieldType;
import org.slth.representation.FourierTransform;

/**
 * What a target and its ticket do on the same test images.
 *
 * @param symmetry how images are turned to measure the equivariance errors
 * @param training the target
 * @param pruned the ticket
 * @param test images that neither has seen
 */
record TicketFigures(
    PlanarGroup symmetry,
    Training training,
    PrunedNetwork<MultiLayerNetwork> pruned,
    RotatedImages test) {

  private static final int TURNED_IMAGES = 64;
  private static final int COMPACT_TURNS = 24;

  /** Runs both networks. */
  TicketReport run() {
    try (Progress progress = new Progress("test images", test.count())) {
      return new TicketReport(
          OutputComparison.of(training.network(), pruned.network(), test, progress),
          invariance(training.network(), symmetry, test),
          invariance(pruned.network(), symmetry, test));
    }
  }

  /** Returns the figures of a run. */
  Figures measured(TicketReport run) {
    Figures figures = new Figures();
    figures.add("group", symmetry.name(), "group", "%s");
    addOutputs(figures, run.outputs());
    addSymmetry(figures, run.target(), run.ticket());
    addCounts(figures);
    return figures;
  }

  private static void addOutputs(Figures figures, OutputComparison outputs) {
    figures
        .add("target_accuracy", outputs.targetAccuracy(), "target accuracy", "%.4f")
        .add("ticket_accuracy", outputs.ticketAccuracy(), "ticket accuracy", "%.4f")
        .add("max_output_difference", outputs.maxDifference(), "largest output difference", "%.2e");
  }

  private static void addSymmetry(
      Figures figures, EquivarianceError target, EquivarianceError ticket) {
    String all = "equivariance error, all elements: ";
    String exact = "  elements exact on the grid: ";
    figures
        .add("equivariance_error_target", target.maximum(), all + "target", "%.2e")
        .add("equivariance_error_ticket", ticket.maximum(), all + "ticket", "%.2e")
        .add("exact_equivariance_error_target", target.maximumOfExact(), exact + "target", "%.2e")
        .add("exact_equivariance_error_ticket", ticket.maximumOfExact(), exact + "ticket", "%.2e")
        .add("equivariance_errors_target", perElement(target))
        .add("equivariance_errors_ticket", perElement(ticket));
  }

  private void addCounts(Figures figures) {
    LayerReport total = pruned.report().total();
    double source = total.sourceParameters();
    figures
        .add("test_images", test.count(), "images tested with", "%,d")
        .add("max_coefficient_error", total.maxError(), "largest coefficient error", "%.2e")
        .add("target_parameters", total.targetCoefficients(), "parameters of target", "%,d")
        .add("source_parameters", total.sourceParameters(), "parameters of random network", "%,d")
        .add("masked_parameters", total.maskedParameters(), "  after the data-free mask", "%,d")
        .add("kept_parameters", total.keptParameters(), "parameters of ticket", "%,d")
        .add("overparametrisation", source / total.targetCoefficients(), "random / target", "%.1f")
        .add("kept_fraction", total.keptParameters() / source, "ticket / random", "%.4f")
        .add("redraws", total.redraws(), "candidates drawn anew", "%,d")
        .add("missed", total.missed(), "coefficients out of tolerance", "%,d")
        .add("train_seconds", training.seconds(), "seconds of training", "%.1f")
        .add("subset_sum_seconds", total.seconds(), "seconds of subset sums", "%.1f")
        .add("layers", pruned.report().layers());
  }

  /** Returns how far a network is from ignoring what a group does to some of the images. */
  static EquivarianceError invariance(
      MultiLayerNetwork network, PlanarGroup symmetry, RotatedImages test) {
    INDArray some = test.batch(0, Math.min(TURNED_IMAGES, test.count())).getFeatures();
    FieldType grey = FieldType.trivial(symmetry, 1);
    FieldType classes = FieldType.trivial(symmetry, test.classes());
    return EquivarianceError.of(
        images -> network.output(images, false), grey, classes, some, elements(symmetry));
  }

  /** All elements of a finite group; of another those that turn by multiples of 15 degrees. */
  private static int[] elements(PlanarGroup symmetry) {
    return symmetry instanceof CompactGroup
        ? FourierTransform.turns(symmetry, COMPACT_TURNS)
        : IntStream.range(0, symmetry.samples().order()).toArray();
  }

  static double[] perElement(EquivarianceError error) {
    return Arrays.stream(error.elements()).mapToDouble(error::of).toArray();
  }
}
