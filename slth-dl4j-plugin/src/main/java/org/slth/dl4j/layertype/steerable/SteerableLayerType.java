package org.slth.dl4j.layertype.steerable;

import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerType;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/**
 * {@link SteerableLayer}, that is {@code EquivariantDense} and convolutions, from fields on which a
 * pointwise ReLU is equivariant, with the {@link FieldBatchNormalization} behind it folded in.
 */
public final class SteerableLayerType implements LayerType {

  @Override
  public String id() {
    return "slth:steerable";
  }

  @Override
  public boolean handles(LayerConfiguration configuration) {
    return configuration.as(SteerableLayer.class).isPresent();
  }

  @Override
  public boolean folds(LayerConfiguration configuration, LayerConfiguration normalization) {
    return normalization.as(FieldBatchNormalization.class).isPresent();
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    SteerableLayer conf = layer.configuration().as(SteerableLayer.class).orElseThrow();
    if (!conf.inputType().isPermutation()) {
      throw new IllegalArgumentException(
          "its input type %s has fields on which a pointwise ReLU is not equivariant; use trivial,"
                  .formatted(conf.inputType())
              + " regular or quotient fields");
    }
    return SteerableTarget.of(layer);
  }
}
