package org.slth.search;

import java.util.Arrays;
import org.slth.pruning.SourcePair;
import org.slth.ticket.TicketLayer;

/**
 * The masks that were found for a layer, and how good they are. The error of a problem is |Σ
 * <i>vu</i> - λ| over what is kept.
 *
 * @param pair the random pair
 * @param ticket what is kept of it
 * @param maximumError largest error of a problem
 * @param meanError mean error of the problems
 * @param missed how many problems are not within the tolerance
 */
public record LayerOutcome(
    SourcePair pair, TicketLayer ticket, double maximumError, double meanError, long missed) {

  static LayerOutcome of(SourcePair pair, TicketLayer ticket, double[] errors) {
    return new LayerOutcome(
        pair,
        ticket,
        Arrays.stream(errors).max().orElse(0),
        Arrays.stream(errors).average().orElse(0),
        Arrays.stream(errors).filter(error -> error > ticket.tolerance()).count());
  }
}
