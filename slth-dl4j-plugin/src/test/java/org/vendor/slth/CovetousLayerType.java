package org.vendor.slth;

import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.slth.dl4j.pruning.LayerType;
import org.slth.dl4j.pruning.TargetLayer;
import org.slth.dl4j.pruning.TrainedLayer;

/** A fault: claims layers of 13 channels, which another type handles. */
public final class CovetousLayerType implements LayerType {

  @Override
  public String id() {
    return "vendor:covetous";
  }

  @Override
  public boolean handles(Object configuration) {
    return configuration instanceof ElementWiseMultiplicationLayer layer && layer.getNOut() == 13;
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    throw new IllegalStateException("was asked");
  }
}
