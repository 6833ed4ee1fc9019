package org.vendor.slth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slth.pruning.LayerSettings;
import org.slth.pruning.LayerType;
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

  /** Neither DL4J nor ND4J is there when it is compiled. */
  @Test
  void compilesAgainstTheApiAlone(@TempDir Path classes) throws URISyntaxException {
    Path api = Path.of(LayerType.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String source = "src/test/java/org/vendor/slth/%s.java";
    assertEquals(0, compile(classes, api, source.formatted("ScalingLayerType")));
    assertNotEquals(0, compile(classes, classes, source.formatted("ScalingLayerType")));
  }

  private static int compile(Path classes, Path classPath, String source) {
    return ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            new ByteArrayOutputStream(),
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            classPath.toString(),
            source);
  }
}
