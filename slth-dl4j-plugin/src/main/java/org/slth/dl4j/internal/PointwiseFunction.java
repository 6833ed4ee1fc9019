package org.slth.dl4j.internal;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One of DL4J's activation functions on every number.
 *
 * @param activation the activation function
 */
public record PointwiseFunction(IActivation activation) implements LayerFunction {

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    INDArray result = context.result(input.shape()).assign(input);
    INDArray activated = activation.getActivation(result, training);
    return activated == result ? result : result.assign(activated);
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    INDArray scratch = input.dup('c'); // activation functions may overwrite it
    INDArray result = context.result(input.shape());
    return result.assign(activation.backprop(scratch, epsilon).getFirst());
  }
}
