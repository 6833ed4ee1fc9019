package org.slth.examples.inertia;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.examples.Figures;

/**
 * What networks do on points that none has seen.
 *
 * @param types how the group acts on what they take and give
 * @param test the points
 * @param figures where the results go
 */
record InertiaFigures(InertiaNetwork types, DataSet test, Figures figures) {

  private static final int MOVED = 32;

  void addTypes() {
    figures
        .add("group", types.input().group().name(), "group", "%s")
        .add("input", types.input().toString(), "input", "%s")
        .add("hidden", types.hidden().toString(), "hidden", "%s")
        .add("output", types.output().toString(), "output", "%s");
  }

  /** Runs a network; its errors are relative to the spread of the labels and of its outputs. */
  void add(String name, MultiLayerNetwork network) {
    INDArray some =
        test.getFeatures().get(NDArrayIndex.interval(0, Math.min(MOVED, test.numExamples())));
    EquivarianceError error = EquivarianceError.of(network, types.input(), types.output(), some);
    figures
        .add(
            "error_" + name,
            error(network.output(test.getFeatures())),
            name + ": error on test points",
            "%.4f")
        .add(
            "equivariance_error_" + name,
            error.maximum() / error.scale(),
            name + ": equivariance error",
            "%.1e");
  }

  /** The error that always giving the mean would have is 1. */
  private double error(INDArray output) {
    INDArray labels = test.getLabels();
    return output.distance2(labels)
        / labels.subRowVector(labels.mean(0)).norm2Number().doubleValue();
  }

  /** Adds how far the outputs of a ticket are from those of its target. */
  void addDifference(MultiLayerNetwork target, MultiLayerNetwork ticket) {
    INDArray difference = target.output(test.getFeatures()).sub(ticket.output(test.getFeatures()));
    figures.add(
        "max_output_difference",
        difference.amaxNumber().doubleValue(),
        "ticket: largest output difference",
        "%.2e");
  }

  /** Adds what a ticket took. */
  void addCounts(LayerReport total) {
    figures
        .add("max_coefficient_error", total.maxError(), "ticket: largest coefficient error", "%.2e")
        .add("target_parameters", total.targetCoefficients(), "parameters of target", "%,d")
        .add("source_parameters", total.sourceParameters(), "parameters of random network", "%,d")
        .add("kept_parameters", total.keptParameters(), "parameters of ticket", "%,d")
        .add("missed", total.missed(), "coefficients out of tolerance", "%,d");
  }
}
