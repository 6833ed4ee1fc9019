package org.slth.dl4j.internal.expansion;

import java.util.List;

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
 * @param basis the basis, apart from each other what shares no pair of channels
 */
public record KernelBlock(
    int offset,
    int outputs,
    int inputs,
    int outputChannel,
    int inputChannel,
    int outputDimension,
    int inputDimension,
    List<BasisStack> basis) {

  /** Copies the list. */
  public KernelBlock {
    basis = List.copyOf(basis);
  }

  int elements() {
    return basis.stream().mapToInt(BasisStack::total).sum();
  }

  int fieldPairs() {
    return outputs * inputs;
  }

  /** Returns where the first output's coefficients are, by element of a stack and input field. */
  int[] coefficients(BasisStack stack) {
    int elements = elements();
    int[] places = new int[stack.total() * inputs];
    for (int i = 0; i < places.length; i++) {
      places[i] = offset + i % inputs * elements + stack.element(i / inputs);
    }
    return places;
  }
}
