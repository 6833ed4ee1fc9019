package org.vendor.slth;

import java.util.List;
import java.util.Map;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerSettings;
import org.slth.pruning.LayerType;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/**
 * Takes the place of another type for layers of 17 and more channels but 19, and plans what cannot
 * be built.
 */
public final class WilfulLayerType implements LayerType {

  private static final LayerSettings DENSE =
      LayerSettings.of("org.deeplearning4j.nn.conf.layers.DenseLayer");

  private static final Map<Integer, Object> PLANS =
      Map.of(
          17, "a dense layer",
          23, LayerSettings.of("java.lang.String"),
          29, LayerSettings.of("org.vendor.NoSuchLayer"),
          31, DENSE.with("nIn", 31).with("nOut", 31),
          37, DENSE.with("nin", "many"),
          41, DENSE.with("nin", 41).with("nout", 41));

  @Override
  public String id() {
    return "vendor:wilful";
  }

  @Override
  public int priority() {
    return 5;
  }

  @Override
  public boolean handles(LayerConfiguration configuration) {
    return PLANS.containsKey(Channels.of(configuration));
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    int channels = layer.settings().integer("nout");
    return new Wilful(PLANS.getOrDefault(channels, ""), channels * channels);
  }

  private record Wilful(Object plan, int numbers) implements TargetLayer {

    @Override
    public int inputs() {
      return 1;
    }

    @Override
    public boolean hasConstant() {
      return false;
    }

    @Override
    public double[] targets(int input) {
      return new double[] {0.5};
    }

    @Override
    public long sourceParameters(int[] copies) {
      return numbers;
    }

    /** Leaves out the bias. */
    @Override
    public List<PlannedLayer> pair(MaskedPair kept) {
      return List.of(new PlannedLayer(plan, Map.of("W", new double[numbers])));
    }
  }
}
