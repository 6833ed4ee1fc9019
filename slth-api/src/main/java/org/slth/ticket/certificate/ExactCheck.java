package org.slth.ticket.certificate;

import java.util.ArrayList;
import java.util.List;
import org.slth.ticket.SubsetSumTicket;

/**
 * Whether a certificate holds for a ticket, found out bit by bit and without rounding.
 *
 * @param problems how many subset sums were added again
 * @param bits how many bits of masks were compared
 * @param missed how many problems are not within the tolerance of their layer; the certificate may
 *     say so and hold
 * @param largestError the largest of the errors
 * @param findings what does not hold, at most 100 of them; none if all does
 */
public record ExactCheck(
    long problems, long bits, long missed, double largestError, List<String> findings) {

  static final int MOST_FINDINGS = 100;

  /** Copies the list. */
  public ExactCheck {
    findings = List.copyOf(findings);
  }

  /** Returns whether everything that the certificate says is so. */
  public boolean holds() {
    return findings.isEmpty();
  }

  /**
   * Checks a certificate. Cost: of order of the size of the ticket's masks, and some microseconds a
   * problem.
   *
   * @param ticket the ticket
   * @param certificate what is said of it
   */
  public static ExactCheck of(SubsetSumTicket ticket, Certificate certificate) {
    List<String> findings = new ArrayList<>();
    if (ticket.layers().size() != certificate.layers().size()) {
      findings.add(
          "the ticket has %d layers, the certificate %d"
              .formatted(ticket.layers().size(), certificate.layers().size()));
      return new ExactCheck(0, 0, 0, 0, findings);
    }
    long problems = 0;
    long bits = 0;
    long missed = 0;
    double largest = 0;
    for (int l = 0; l < ticket.layers().size(); l++) {
      LayerCheck layer =
          new LayerCheck(
              ExactDraws.of(ticket.seed()).stream(l),
              ticket.layers().get(l),
              certificate.layers().get(l),
              findings);
      layer.run();
      problems += layer.problems();
      bits += layer.bits();
      missed += layer.missed();
      largest = Math.max(largest, layer.largestError());
    }
    return new ExactCheck(problems, bits, missed, largest, findings);
  }
}
