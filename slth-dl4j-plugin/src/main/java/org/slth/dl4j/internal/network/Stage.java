package org.slth.dl4j.internal.network;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;

/** What becomes of a layer of the target: it is copied, or a masked random pair stands for it. */
public sealed interface Stage {

  /** A layer that is taken over as it is. */
  record Copied(PlannedVertex vertex) implements Stage {}

  /**
   * A layer that is replaced.
   *
   * @param name what consumers call it, or the normalisation that is folded in
   * @param inputs the names of what feeds it; the first is what its coefficients act on
   * @param title its name in the target and its class, for people
   * @param configuration of the layer in the target
   * @param type the id of its layer type
   * @param signedInput whether its first input may be negative
   * @param preProcessor what reshapes its input
   */
  record Replaced(
      String name,
      List<String> inputs,
      String title,
      Object configuration,
      String type,
      TargetLayer layer,
      boolean signedInput,
      Optional<InputPreProcessor> preProcessor)
      implements Stage {

    /**
     * Returns the layers of a masked pair, each with a configuration of DL4J.
     *
     * @throws IllegalArgumentException if the layer type plans what DL4J does not know
     */
    public List<PlannedLayer> planned(MaskedPair kept) {
      List<PlannedLayer> pair = layer.pair(kept);
      if (pair.isEmpty()) {
        throw new IllegalArgumentException(type + " plans no layer for " + title);
      }
      return pair.stream().map(this::resolved).toList();
    }

    private PlannedLayer resolved(PlannedLayer planned) {
      try {
        Object configuration = ConfigurationJson.configuration(planned.configuration());
        return new PlannedLayer(configuration, planned.parameters());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s plans a layer that cannot be built: %s".formatted(type, e.getMessage()), e);
      }
    }
  }
}
