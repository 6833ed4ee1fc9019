package org.slth.examples.graph;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.dl4j.pruning.PruningReport;
import org.slth.examples.Figures;

/**
 * A ticket beside its target, both run on the same test data.
 *
 * @param targetAccuracy of the target
 * @param ticketAccuracy of the pruned random network
 * @param maxCoefficientError the largest error of a coefficient
 * @param targetCoefficients coefficients that were pruned for
 * @param sourceParameters parameters of the random network
 * @param keptParameters parameters of it that the ticket keeps
 * @param overparametrisation source parameters per target coefficient
 * @param keptFraction kept parameters per source parameter
 * @param missed coefficients out of tolerance
 * @param redraws candidates drawn anew
 * @param seconds of the subset sums
 */
record TicketResult(
    double targetAccuracy,
    double ticketAccuracy,
    double maxCoefficientError,
    long targetCoefficients,
    long sourceParameters,
    long keptParameters,
    double overparametrisation,
    double keptFraction,
    long missed,
    long redraws,
    double seconds) {

  static TicketResult of(PruningReport report, double targetAccuracy, double ticketAccuracy) {
    LayerReport total = report.total();
    double source = total.sourceParameters();
    return new TicketResult(
        targetAccuracy,
        ticketAccuracy,
        total.maxError(),
        total.targetCoefficients(),
        total.sourceParameters(),
        total.keptParameters(),
        source / total.targetCoefficients(),
        total.keptParameters() / source,
        total.missed(),
        total.redraws(),
        total.seconds());
  }

  /** Adds means over tickets of one kind of network, if there are any. */
  static void addTo(Figures figures, String key, List<TicketResult> tickets) {
    if (tickets.isEmpty()) {
      return;
    }
    add(figures, key, tickets, "target_accuracy", TicketResult::targetAccuracy, "%.4f");
    add(figures, key, tickets, "ticket_accuracy", TicketResult::ticketAccuracy, "%.4f");
    add(figures, key, tickets, "overparametrisation", TicketResult::overparametrisation, "%.1f");
    add(figures, key, tickets, "kept_fraction", TicketResult::keptFraction, "%.4f");
    add(figures, key, tickets, "subset_sum_seconds", TicketResult::seconds, "%.2f");
    figures
        .add(
            key + "_max_coefficient_error",
            tickets.stream().mapToDouble(TicketResult::maxCoefficientError).max().orElseThrow(),
            key + ": largest coefficient error",
            "%.2e")
        .add(
            key + "_missed",
            tickets.stream().mapToLong(TicketResult::missed).sum(),
            key + ": coefficients out of tolerance",
            "%d");
  }

  private static void add(
      Figures figures,
      String key,
      List<TicketResult> tickets,
      String name,
      ToDoubleFunction<TicketResult> figure,
      String format) {
    figures.add(
        key + "_" + name,
        Sample.of(tickets, figure).mean(),
        key + ": " + name.replace('_', ' '),
        format);
  }
}
