package org.slth.dl4j.layertype;

import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.pruning.LayerType;
import org.slth.dl4j.pruning.TargetLayer;
import org.slth.dl4j.pruning.TrainedLayer;

/**
 * {@link SteerableConvolution2D} from fields on which a pointwise ReLU is equivariant, with the
 * {@link FieldBatchNormalization} behind it folded in.
 */
public final class SteerableLayerType implements LayerType {

  @Override
  public String id() {
    return "slth:steerable";
  }

  @Override
  public boolean handles(Object configuration) {
    return configuration instanceof SteerableConvolution2D;
  }

  @Override
  public boolean folds(Object configuration, Object normalization) {
    return normalization instanceof FieldBatchNormalization;
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    SteerableConvolution2D conf = (SteerableConvolution2D) layer.configuration();
    if (!conf.inputType().isPermutation()) {
      throw new IllegalArgumentException(
          "its input type %s has fields on which a pointwise ReLU is not equivariant; use trivial,"
                  .formatted(conf.inputType())
              + " regular or quotient fields");
    }
    if (conf.kernelSize() % 2 == 0 && (conf.hasBias() || layer.normalization().isPresent())) {
      throw new IllegalArgumentException(
          "its even kernel has no centre cell to carry the bias; use an odd kernel size");
    }
    return SteerableTarget.of(layer);
  }
}
