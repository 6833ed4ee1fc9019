package org.vendor.slth;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slth.pruning.LayerSettings;
import org.slth.pruning.TrainedLayer;
import org.slth.testkit.LayerTypeLaws;

/** The whole test of somebody else's layer type. */
class ScalingLayerTypeTest {

  @Test
  void keepsTheLawsOfLayerTypes() {
    LayerSettings scaling =
        LayerSettings.of("org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer")
            .with(
                "activationFn",
                LayerSettings.of("org.nd4j.linalg.activations.impl.ActivationReLU"));
    double[] numbers = {0.5, -1, 2};
    LayerTypeLaws.check(
        new ScalingLayerType(), TrainedLayer.of(scaling, Map.of("W", numbers, "b", numbers)));
  }
}
