package org.slth.dl4j.pruning;

import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.slth.ticket.SubsetSumTicket;

/**
 * A ticket and the network it is: random weights under masks, ready to run.
 *
 * @param ticket seed and masks
 * @param network the pruned network. Hidden copies that no subset uses are left out of it, since
 *     they would only multiply by zero; every weight it has is one of the random source network, or
 *     zero where the mask cuts it
 * @param report what the search took and gave
 * @param <M> the class of the target: MultiLayerNetwork or ComputationGraph
 */
public record PrunedNetwork<M extends Model>(
    SubsetSumTicket ticket, M network, PruningReport report) {
  /** Returns the same with a report of its output. */
  PrunedNetwork<M> with(OutputReport output) {
    PruningReport full =
        new PruningReport(
            report.construction(), report.depth(), report.layers(), Optional.of(output));
    return new PrunedNetwork<>(ticket, network, full);
  }
}
