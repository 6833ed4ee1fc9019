package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The part of an expanded kernel that maps one run of equal input fields to one run of equal output
 * fields.
 *
 * @param offset where the block's coefficients {@code [outputs, inputs, elements]} begin
 * @param outputs number of output fields
 * @param inputs number of input fields
 * @param outputChannel first output channel
 * @param inputChannel first input channel
 * @param outputDimension channels of one output field
 * @param inputDimension channels of one input field
 * @param basis the basis {@code [elements, cells * inputDimension * outputDimension]}
 */
public record KernelBlock(
    long offset,
    int outputs,
    int inputs,
    int outputChannel,
    int inputChannel,
    int outputDimension,
    int inputDimension,
    INDArray basis) {

  long elements() {
    return basis.size(0);
  }

  long pairs() {
    return (long) outputs * inputs;
  }

  long coefficients() {
    return pairs() * elements();
  }
}
