package org.vendor.slth;

import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerType;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/** A fault: claims layers of 13 channels, which another type handles, and fails on those of 19. */
public final class CovetousLayerType implements LayerType {

  @Override
  public String id() {
    return "vendor:covetous";
  }

  @Override
  public boolean handles(LayerConfiguration configuration) {
    int channels = Channels.of(configuration);
    if (channels == 19) {
      throw new IllegalStateException("too many");
    }
    return channels == 13;
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    throw new IllegalStateException("was asked");
  }
}
