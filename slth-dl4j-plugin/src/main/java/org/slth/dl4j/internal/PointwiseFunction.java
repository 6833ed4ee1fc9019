package org.slth.dl4j.internal;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.rows.FloatRectifier;

/**
 * One of DL4J's activation functions on every number.
 *
 * @param activation the activation function
 */
public record PointwiseFunction(IActivation activation) implements LayerFunction {

  /** Returns the function of an activation; the one of plain ReLU makes no copies. */
  public static LayerFunction of(IActivation activation) {
    return activation.equals(new ActivationReLU())
        ? new ReluFunction()
        : new PointwiseFunction(activation);
  }

  private record ReluFunction() implements LayerFunction {

    @Override
    public INDArray forward(INDArray input, boolean training, LayerContext context) {
      INDArray result = context.result(input.shape());
      if (FloatRectifier.takes(input)) {
        FloatRectifier.forward(input, result);
        return result;
      }
      return Nd4j.getExecutioner().exec(new RectifiedLinear(input, result));
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
      INDArray result = context.result(input.shape());
      if (FloatRectifier.takes(input)) {
        FloatRectifier.backward(input, epsilon, result);
      } else {
        Nd4j.exec(new RectifiedLinearDerivative(input, epsilon, result));
      }
      return result;
    }
  }

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
