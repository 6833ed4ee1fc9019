package org.slth.dl4j.layer;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.activations.IActivation;
import org.slth.dl4j.internal.ActivationForms;

/** Activation functions in a SameDiff graph. */
final class ActivationGraph {

  private ActivationGraph() {}

  /**
   * Returns what an activation function makes of a variable.
   *
   * @throws UnsupportedOperationException if SameDiff has no such function
   */
  static SDVariable of(IActivation activation, SDVariable x) {
    return ActivationForms.of(activation, x)
        .orElseThrow(
            () ->
                new UnsupportedOperationException(
                    "the reference runtime does not know the activation function "
                        + activation
                        + "; use LayerRuntime.FAST"));
  }
}
