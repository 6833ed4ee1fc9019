package org.slth.examples;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.data.LabelledImages;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;

/**
 * The theorem of Pensia et al. (2020) as it stands: two random layers with a ReLU between for each
 * of the target, so that candidates are products <i>uv</i>, and only masks.
 *
 * @param prefix of its figures' names
 * @param label what the table calls it
 * @param solver who chooses the subsets
 * @param bothSigns whether the pixels are taken to be of both signs, so that each weight of the
 *     first layer is a sum over <i>u</i> &gt; 0 and another over <i>u</i> &lt; 0; the hidden values
 *     of the target are behind a ReLU, and need one
 */
record PensiaTicket(String prefix, String label, String solver, boolean bothSigns) {

  static final PensiaTicket NEAREST =
      new PensiaTicket("both_signs_", "both signs, nearest: ", "slth:exact", true);
  static final PensiaTicket FEWEST =
      new PensiaTicket("fewest_", "one sign, fewest: ", "slth:fewest", false);

  /** Prunes, runs the pruned network and adds what it took and gave. */
  void addTo(
      Figures figures,
      MultiLayerNetwork target,
      INDArray expected,
      LabelledImages images,
      SubsetSumPruner.Builder options) {
    PrunedNetwork<MultiLayerNetwork> pruned =
        options
            .solver(solver)
            .nonNegativeInput(!bothSigns)
            .listener(new PruningProgress())
            .build()
            .prune(target);
    addCounts(figures, pruned);
    INDArray outputs = PensiaNetworks.outputs(pruned.network(), images);
    double difference = outputs.sub(expected).amaxNumber().doubleValue();
    double accuracy = PensiaNetworks.accuracy(outputs, images);
    add(figures, "ticket_accuracy", accuracy, "accuracy of the pruned network", "%.4f");
    add(figures, "max_output_difference", difference, "largest output difference", "%.3g");
  }

  private void addCounts(Figures figures, PrunedNetwork<MultiLayerNetwork> pruned) {
    LayerReport total = pruned.report().total();
    long chosen =
        pruned.ticket().layers().stream().mapToLong(layer -> layer.coefficients().count()).sum();
    double perWeight = chosen / (double) total.targetCoefficients();
    add(figures, "source_parameters", total.sourceParameters(), "random parameters", "%,d");
    add(figures, "masked_parameters", total.maskedParameters(), "  data-free mask", "%,d");
    add(figures, "kept_parameters", total.keptParameters(), "  kept", "%,d");
    add(figures, "kept_candidates", chosen, "  kept candidates (their v)", "%,d");
    add(figures, "kept_per_weight", perWeight, "  kept candidates per weight", "%.3f");
    add(figures, "max_coefficient_error", total.maxError(), "largest error of a weight", "%.3g");
    add(figures, "redraws", total.redraws(), "weights drawn again", "%,d");
    add(figures, "missed", total.missed(), "weights missed", "%,d");
    add(figures, "subset_sum_seconds", total.seconds(), "seconds on the clock", "%.1f");
  }

  private void add(Figures figures, String key, Object value, String text, String format) {
    figures.add(prefix + key, value, label + text, format);
  }
}
