package org.slth.dl4j.pruning;

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
 * @param missed how many coefficients are not within the tolerance
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
    double seconds) {}
