package org.slth.dl4j.internal;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One of DL4J's activation functions on arrays that may be overwritten; plain ReLU makes no copies.
 *
 * @param activation the activation function
 */
public record PointwiseMap(IActivation activation) {

  /** Returns the values of the function; {@code x} is overwritten. */
  INDArray value(INDArray x, boolean training) {
    return isRelu()
        ? Nd4j.getExecutioner().exec(new RectifiedLinear(x, x))
        : activation.getActivation(x, training);
  }

  /** Returns its slopes times the errors; both arrays are overwritten. */
  INDArray gradient(INDArray x, INDArray errors) {
    if (isRelu()) {
      Nd4j.exec(new RectifiedLinearDerivative(x, errors, errors));
      return errors;
    }
    return activation.backprop(x, errors).getFirst();
  }

  private boolean isRelu() {
    return activation.equals(new ActivationReLU());
  }
}
