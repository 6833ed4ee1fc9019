package org.slth.examples;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.bounds.Overparametrisation;
import org.slth.dl4j.data.LabelledImages;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.dl4j.pruning.NetworkBounds;
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
 * @param adaptive whether each input has the fewest candidates that do
 */
record PensiaTicket(
    String prefix, String label, String solver, boolean bothSigns, boolean adaptive) {

  /** Output error and probability of failure for which the theorems are asked. */
  private static final double DEMAND = 0.1;

  static final PensiaTicket NEAREST =
      new PensiaTicket("both_signs_", "both signs, nearest: ", "slth:exact", true, false);
  static final PensiaTicket FEWEST =
      new PensiaTicket("fewest_", "one sign, fewest: ", "slth:fewest", false, false);
  static final PensiaTicket SMALLEST =
      new PensiaTicket("smallest_", "one sign, smallest width: ", "slth:exact", false, true);

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
            .adaptive(adaptive)
            .nonNegativeInput(!bothSigns)
            .listener(new PruningProgress())
            .build()
            .prune(target);
    addCounts(figures, pruned);
    addBounds(figures, NetworkBounds.of(target, pruned.ticket(), DEMAND, DEMAND));
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

  private void addBounds(Figures figures, List<Overparametrisation> layers) {
    for (int l = 0; l < layers.size(); l++) {
      Overparametrisation bounds = layers.get(l);
      String layer = "layer " + l + ": ";
      add(figures, "candidates_" + l, bounds.candidates(), layer + "mean candidates", "%.2f");
      add(figures, "least_" + l, bounds.packingCandidates(), layer + "  at least", "%.2f");
      add(figures, "constant_" + l, bounds.constant(), layer + "  C of Theorem 1", "%.2f");
    }
    figures.add(prefix + "bounds", layers);
  }

  private void add(Figures figures, String key, Object value, String text, String format) {
    figures.add(prefix + key, value, label + text, format);
  }
}
