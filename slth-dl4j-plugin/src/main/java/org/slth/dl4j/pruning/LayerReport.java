package org.slth.dl4j.pruning;

import java.util.stream.IntStream;
import org.slth.dl4j.internal.construction.ChainLayer;
import org.slth.pruning.TargetLayer;
import org.slth.search.LayerOutcome;
import org.slth.ticket.TicketLayer;

/**
 * What the pruning of one layer took and gave.
 *
 * @param layer name of the layer: its number or name in the target network and its class
 * @param tolerance the coefficient error asked for
 * @param targetCoefficients equivariant coefficients of the target, biases included
 * @param sourceParameters parameters of the random pair (U, V)
 * @param maskedParameters those left after the data-free mask
 * @param keptParameters those left in the ticket
 * @param maxError largest error of a coefficient (for a signed input: of either part)
 * @param meanError mean error of the coefficients
 * @param redraws how many problems had their candidates drawn anew
 * @param missed how many subset sums are not within the tolerance
 * @param seconds wall-clock seconds for all subset sums of the layer
 */
public record LayerReport(
    String layer,
    double tolerance,
    long targetCoefficients,
    long sourceParameters,
    long maskedParameters,
    long keptParameters,
    double maxError,
    double meanError,
    long redraws,
    long missed,
    double seconds) {

  /** Returns the report on what a search found for a layer. */
  static LayerReport of(TargetLayer layer, LayerOutcome outcome, double seconds) {
    TicketLayer ticket = outcome.ticket();
    boolean fed =
        layer instanceof ChainLayer chain && chain.isFed(); // its copies are no parameters
    return new LayerReport(
        ticket.name(),
        ticket.tolerance(),
        IntStream.range(0, layer.inputs()).mapToLong(layer::problems).sum(),
        layer.sourceParameters(outcome.pair().copies()),
        outcome.pair().maskedParameters(layer) - (fed ? outcome.pair().usableCopies() : 0),
        ticket.coefficients().count() + (fed ? 0 : ticket.copies().count()),
        outcome.maximumError(),
        outcome.meanError(),
        ticket.redraws().size(),
        outcome.missed(),
        seconds);
  }
}
