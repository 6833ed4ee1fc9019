package org.slth.dl4j.layer;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;

/** Activation functions in a SameDiff graph. */
final class ActivationGraph {

  private static final List<Activation> KNOWN =
      List.of(
          Activation.RELU,
          Activation.TANH,
          Activation.SIGMOID,
          Activation.ELU,
          Activation.SELU,
          Activation.SOFTPLUS,
          Activation.CUBE,
          Activation.LEAKYRELU,
          Activation.SWISH,
          Activation.IDENTITY);

  private ActivationGraph() {}

  /**
   * Returns what an activation function makes of a variable.
   *
   * @throws UnsupportedOperationException if SameDiff has no such function
   */
  static SDVariable of(IActivation activation, SDVariable x) {
    return KNOWN.stream()
        .filter(known -> known.getActivationFunction().equals(activation))
        .findFirst()
        .orElseThrow(
            () ->
                new UnsupportedOperationException(
                    "the reference runtime does not know the activation function "
                        + activation
                        + "; use LayerRuntime.FAST"))
        .asSameDiff(x.getSameDiff(), x);
  }
}
