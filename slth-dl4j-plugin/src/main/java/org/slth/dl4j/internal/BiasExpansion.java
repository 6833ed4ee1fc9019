package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The linear map from bias coefficients {@code [1, coefficients]}, one per invariant vector of each
 * field, to one number per channel, and its transpose.
 *
 * @param fields the invariant vectors of the output fields
 */
public record BiasExpansion(FieldInvariants fields) {

  /** Name of the parameter that holds the bias coefficients. */
  public static final String BIAS = "b";

  /** Returns the bias of every channel {@code [channels]}. */
  INDArray expand(INDArray coefficients) {
    double[] channels = fields.expand(Nd4jBridge.toDoubles(coefficients));
    return Nd4jBridge.vector(channels, coefficients.dataType());
  }

  /** Overwrites the gradient by the coefficients, given the one by the channels. */
  void contract(INDArray channelGradient, INDArray coefficientGradient) {
    double[] gradient = fields.contract(Nd4jBridge.toDoubles(channelGradient));
    Nd4jBridge.assign(coefficientGradient, gradient);
  }
}
