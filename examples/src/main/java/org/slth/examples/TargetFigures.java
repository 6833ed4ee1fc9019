package org.slth.examples;

import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.group.PlanarGroup;

/**
 * What a trained network does on test images, where there is no ticket.
 *
 * @param symmetry how images are turned to measure the equivariance error
 * @param training the network
 * @param test images that it has not seen
 */
record TargetFigures(PlanarGroup symmetry, Training training, RotatedImages test) {

  /** Runs the network. */
  Figures measured() {
    double accuracy = OutputComparison.accuracy(training.network(), test);
    EquivarianceError error = TicketFigures.invariance(training.network(), symmetry, test);
    String all = "equivariance error, all elements";
    String exact = "  elements exact on the grid";
    return new Figures()
        .add("group", symmetry.name(), "group", "%s")
        .add("target_accuracy", accuracy, "target accuracy", "%.4f")
        .add("test_images", test.count(), "images tested with", "%,d")
        .add("equivariance_error_target", error.maximum(), all, "%.2e")
        .add("exact_equivariance_error_target", error.maximumOfExact(), exact, "%.2e")
        .add("equivariance_errors_target", TicketFigures.perElement(error))
        .add("target_parameters", training.network().numParams(), "parameters of target", "%,d")
        .add("train_seconds", training.seconds(), "seconds of training", "%.1f");
  }
}
