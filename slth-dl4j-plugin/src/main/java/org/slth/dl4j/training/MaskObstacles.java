package org.slth.dl4j.training;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What in a network would move weights that a mask must leave alone. */
final class MaskObstacles {

  private MaskObstacles() {}

  /** Checks that steps are those of the updater: line searches scale them. */
  static void requireDescent(Model network) {
    OptimizationAlgorithm algorithm = network.conf().getOptimizationAlgo();
    if (algorithm != OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT) {
      throw new IllegalArgumentException(
          "expected the optimization algorithm STOCHASTIC_GRADIENT_DESCENT, got " + algorithm);
    }
  }

  /** Checks that nothing moves a weight after the updater. */
  static void requireUnconstrained(TrainedLayer layer, String parameter) {
    for (LayerConstraint constraint : layer.constraints()) {
      if (constraint.getParams().contains(parameter)) {
        throw new IllegalArgumentException(
            "a constraint moves weights that a mask must leave alone: take %s off %s"
                .formatted(constraint.getClass().getSimpleName(), parameter));
      }
    }
  }

  /**
   * Checks that a parameter is where its updater takes it to be. DL4J lays out the bias of some
   * layers first and updates it last.
   */
  static void requirePlace(String name, INDArray parameter, INDArray updated) {
    if (parameter.offset() != updated.offset()) {
      throw new IllegalArgumentException(
          ("parameter %s lies at %d, and DL4J's updater takes it to be at %d: build the layer"
                  + " without a bias, by hasBias(false)")
              .formatted(name, parameter.offset(), updated.offset()));
    }
  }
}
