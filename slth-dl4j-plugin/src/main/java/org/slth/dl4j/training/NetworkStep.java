package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slth.mask.MaskStep;
import org.slth.mask.MaskStrategy;

/**
 * Gathers the masked arrays of one step of one network, for strategies that see all together: the
 * updaters of a network step one after the other on one thread, and the last one masks.
 */
final class NetworkStep {

  private static final ThreadLocal<NetworkStep> CURRENT = new ThreadLocal<>();

  private final MaskScore config;
  private final MaskStep step;
  private final int expected;
  private final List<ParameterWeights> arrays = new ArrayList<>();

  private NetworkStep(MaskScore config, MaskStep step) {
    this.config = config;
    this.step = step;
    this.expected = config.arrays();
  }

  /** Returns what gathers the arrays of this step on this thread. */
  static NetworkStep current(MaskScore config, MaskStep step) {
    NetworkStep current = CURRENT.get();
    if (current == null || !current.config.equals(config) || !current.step.equals(step)) {
      if (current != null
          && current.config.equals(config)
          && current.step.iteration() + 1 == step.iteration()) {
        throw new IllegalStateException(
            "only %d of %d masked parameters were trained in the last step; strategies for the whole"
                    .formatted(current.arrays.size(), current.expected)
                + " network need all: call MaskTraining.start after freezing layers");
      }
      current = new NetworkStep(config, step);
      CURRENT.set(current);
    }
    return current;
  }

  /** Adds arrays and, if they are the last, masks all. */
  void add(List<ParameterWeights> more, MaskStrategy strategy) {
    arrays.addAll(more);
    if (arrays.size() == expected) {
      CURRENT.remove();
      arrays.sort(Comparator.comparingInt(array -> array.parameter().number()));
      strategy.project(arrays, step);
    } else {
      more.forEach(NetworkStep::keep);
    }
  }

  /** Lets DL4J subtract nothing, should the others never come. */
  private static void keep(ParameterWeights array) {
    for (int i = 0; i < array.size(); i++) {
      array.setEffective(i, array.effective(i));
    }
  }
}
