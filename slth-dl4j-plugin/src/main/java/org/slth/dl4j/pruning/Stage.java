package org.slth.dl4j.pruning;

import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;

/** What becomes of a layer of the target: it is copied, or a masked random pair stands for it. */
sealed interface Stage {

  /** A layer that is taken over as it is. */
  record Copied(PlannedLayer layer) implements Stage {}

  /**
   * A layer that is replaced.
   *
   * @param signedInput whether its input may be negative
   * @param preProcessor what reshapes its input
   */
  record Replaced(TargetLayer layer, boolean signedInput, Optional<InputPreProcessor> preProcessor)
      implements Stage {}
}
