package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.slth.dl4j.internal.network.ReplacedLayers;
import org.slth.dl4j.internal.network.StockConvolutions;
import org.slth.dl4j.internal.network.StockConvolutions.Settings;

/** DL4J's batch normalisation behind its convolutions, with statistics that are not the first. */
class ConvolutionNormalizationTest {

  private static final String PLAIN = "3x2 stride 2x1 padding 1x0 dilation 1x1 Truncate";

  private static BatchNormalization normalization(String kind, CNN2DFormat format, int channels) {
    BatchNormalization.Builder builder =
        new BatchNormalization.Builder().nIn(channels).nOut(channels).dataFormat(format);
    return switch (kind) {
      case "log" -> builder.build();
      case "variance" -> builder.useLogStd(false).build();
      case "locked" -> builder.lockGammaBeta(true).build();
      case "locked gain and shift" -> builder.lockGammaBeta(true).gamma(2).beta(3).build();
      case "locked gain" -> builder.lockGammaBeta(true).gamma(2).build(); // which DL4J ignores
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static void assertFolded(MultiLayerNetwork target, INDArray x, int layers) {
    if (target.getLayer(1).getParam("var") != null) {
      INDArray variance = target.getLayer(1).getParam("var");
      variance.assign(Transforms.abs(variance).addi(0.1));
    }
    ReplacedLayers.checkLaws(target, false);
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(1).tolerance(1e-4).build().prune(target);
    INDArray expected = target.output(x);
    double gap = StockConvolutions.difference(expected, pruned.network().output(x));
    assertTrue(gap > 0 && gap < 1e-3, () -> "gap " + gap);
    INDArray unfolded = target.feedForwardToLayer(0, x).get(1);
    double effect = StockConvolutions.difference(unfolded, target.feedForwardToLayer(1, x).get(2));
    assertTrue(effect > 0.1, "the normalisation does nothing");
    assertEquals(layers, pruned.network().getnLayers());
  }

  @ParameterizedTest
  @CsvSource({
    "convolution,log,NCHW,true",
    "convolution,variance,NCHW,false",
    "convolution,locked,NHWC,true",
    "convolution,locked gain and shift,NCHW,true",
    "convolution,locked gain,NCHW,true",
    "depthwise,log,NCHW,true",
    "depthwise,variance,NHWC,false",
    "separable,log,NCHW,false",
    "separable,log,NHWC,true"
  })
  void aNormalisationOfImagesIsFolded(String layer, String kind, CNN2DFormat format, boolean bias) {
    Settings settings = Settings.parse(PLAIN).with(format);
    ConvolutionLayer convolution =
        StockConvolutions.layer(layer, settings, Activation.IDENTITY, bias);
    int channels = layer.equals("depthwise") ? 4 : 3;
    MultiLayerNetwork target =
        StockConvolutions.chain(
            convolution,
            normalization(kind, format, channels),
            new ActivationLayer.Builder().activation(Activation.TANH).build());
    int parts = layer.equals("separable") ? 2 : 1;
    assertFolded(target, StockConvolutions.images(format), 2 * parts + 1);
  }

  /** In the one format in which DL4J normalises channels. */
  @Test
  void aNormalisationOfSequencesIsFolded() {
    MultiLayerNetwork target =
        StockConvolutions.chain(
            new Convolution1DLayer.Builder(3, 1, 1)
                .nIn(2)
                .nOut(3)
                .rnnDataFormat(RNNFormat.NWC)
                .activation(Activation.IDENTITY)
                .build(),
            normalization("log", CNN2DFormat.NHWC, 3));
    Nd4j.getRandom().setSeed(7);
    assertFolded(target, Nd4j.randn(DataType.FLOAT, 4, 11, 2), 2);
  }

  @Test
  void aNormalisationBehindAnActivationIsRefused() {
    MultiLayerNetwork network =
        StockConvolutions.chain(
            StockConvolutions.layer("convolution", Settings.parse(PLAIN), Activation.RELU, true),
            normalization("log", CNN2DFormat.NCHW, 3));
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    String message =
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage();
    assertTrue(message.contains("layer 1 (BatchNormalization): it can only be folded"), message);
  }
}
