package org.slth.dl4j.pruning;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;

/** What becomes of a layer of the target: it is copied, or a masked random pair stands for it. */
sealed interface Stage {

  /** A layer that is taken over as it is. */
  record Copied(PlannedVertex vertex) implements Stage {}

  /**
   * A layer that is replaced.
   *
   * @param name what consumers call it, or the normalisation that is folded in
   * @param inputs the names of what feeds it; the first is what its coefficients act on
   * @param title its name in the target and its class, for people
   * @param signedInput whether its first input may be negative
   * @param preProcessor what reshapes its input
   */
  record Replaced(
      String name,
      List<String> inputs,
      String title,
      TargetLayer layer,
      boolean signedInput,
      Optional<InputPreProcessor> preProcessor)
      implements Stage {}
}
