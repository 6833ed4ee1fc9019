package com.example.cube;

import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerType;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/**
 * Lets DL4J's {@code ElementWiseMultiplicationLayer}, <i>y</i> = σ(<i>w</i> ∘ <i>x</i> + <i>b</i>),
 * be pruned.
 */
public final class ScalingLayerType implements LayerType {

  private static final String CLASS =
      "org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer";

  @Override
  public String id() {
    return "example:scaling";
  }

  @Override
  public boolean handles(LayerConfiguration configuration) {
    return configuration.type().equals(CLASS);
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    return new ScalingTarget(
        layer.parameter("W"), layer.parameter("b"), layer.settings().nested("activationFn"));
  }
}
