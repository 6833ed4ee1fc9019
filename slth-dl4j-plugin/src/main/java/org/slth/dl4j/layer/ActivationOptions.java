package org.slth.dl4j.layer;

import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.slth.representation.FieldType;

/** What the builders of layers share that apply an activation function pointwise somewhere. */
abstract class ActivationOptions<T extends ActivationOptions<T>> extends LayerOptions<T> {

  IActivation activation = new ActivationReLU();

  ActivationOptions(FieldType input) {
    super(input);
  }

  /**
   * Sets the activation function; the default is ReLU.
   *
   * @param activation a pointwise function
   */
  public T activation(IActivation activation) {
    this.activation = activation;
    return self();
  }

  /**
   * Sets the activation function; the default is ReLU.
   *
   * @param activation a pointwise function
   */
  public T activation(Activation activation) {
    return activation(activation.getActivationFunction());
  }
}
