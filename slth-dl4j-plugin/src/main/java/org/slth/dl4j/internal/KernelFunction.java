package org.slth.dl4j.internal;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A linear layer whose kernel and bias are combinations of basis elements.
 *
 * @param operation what is done with the kernel and the input
 * @param kernel the kernel
 * @param biases the expansion of the bias, null for none
 */
public record KernelFunction(
    KernelOperation operation, ExpandedKernel kernel, @Nullable BiasExpansion biases)
    implements LayerFunction {

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    INDArray weights = operation.weights(kernel.forward(training, context));
    INDArray result = context.result(operation.resultShape(input.shape()));
    INDArray[] inputs =
        biases == null
            ? new INDArray[] {input, weights}
            : new INDArray[] {input, weights, biases.expand(context.parameter(BiasExpansion.BIAS))};
    operation.forward(inputs, result);
    return result;
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    INDArray weights = operation.weights(kernel.backward(context));
    INDArray result = context.result(input.shape());
    if (!context.wantsInputGradient()) {
      result.assign(0);
    }
    INDArray byWeights = Nd4j.createUninitialized(weights.dataType(), weights.shape(), 'c');
    if (biases == null) {
      operation.backward(
          new INDArray[] {input, weights, epsilon},
          new INDArray[] {result, byWeights},
          context.wantsInputGradient());
    } else {
      INDArray bias = biases.expand(context.parameter(BiasExpansion.BIAS));
      INDArray byBias = Nd4j.createUninitialized(bias.dataType(), bias.shape(), 'c');
      operation.backward(
          new INDArray[] {input, weights, bias, epsilon},
          new INDArray[] {result, byWeights, byBias},
          context.wantsInputGradient());
      biases.contract(byBias, context.gradient(BiasExpansion.BIAS));
    }
    kernel.contract(operation.kernel(byWeights), context);
    return result;
  }

  @Override
  public boolean takesDropout() {
    return true;
  }
}
