package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;
import org.slth.dl4j.internal.network.ReplacedLayers;
import org.slth.dl4j.internal.network.StockConvolutions;
import org.slth.dl4j.internal.network.StockConvolutions.Settings;

/** Tickets of DL4J's own convolutions of images: the pruned network is run beside the target. */
class ConvolutionPruningTest {

  private static final String PLAIN = "3x3 stride 1x1 padding 1x1 dilation 1x1 Truncate";

  private static Layer layer(String kind, String settings) {
    return StockConvolutions.layer(kind, Settings.parse(settings), Activation.TANH, true);
  }

  private static void assertPruned(MultiLayerNetwork target, INDArray images) {
    ReplacedLayers.checkLaws(target, false);
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(1).tolerance(1e-4).build().prune(target);
    assertTrue(pruned.report().reached(), () -> "\n" + pruned.report());
    INDArray expected = target.output(images);
    double gap = StockConvolutions.difference(expected, pruned.network().output(images));
    assertTrue(gap > 0 && gap < 5e-4, () -> "gap " + gap);
    assertTrue(expected.amaxNumber().doubleValue() > 0.3, "the target gives nothing");
    assertEquals(
        pruned.network().params(), SubsetSumPruner.rebuild(pruned.ticket(), target).params());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1x1 stride 1x1 padding 0x0 dilation 1x1 Truncate",
        "3x3 stride 1x1 padding 1x1 dilation 1x1 Truncate",
        "3x2 stride 2x1 padding 1x0 dilation 1x1 Truncate",
        "5x4 stride 1x3 padding 2x1 dilation 1x1 Truncate",
        "2x2 stride 2x2 padding 0x0 dilation 1x1 Truncate",
        "3x3 stride 2x2 padding 1x1 dilation 1x1 Strict",
        "3x3 stride 1x1 padding 0x0 dilation 1x1 Same",
        "4x3 stride 2x3 padding 0x0 dilation 1x1 Same",
        "2x5 stride 1x2 padding 0x0 dilation 1x1 Same",
        "3x3 stride 1x1 padding 2x3 dilation 2x3 Truncate",
        "3x2 stride 2x1 padding 0x0 dilation 2x3 Truncate",
        "3x3 stride 1x1 padding 0x0 dilation 2x3 Same"
      })
  void aConvolutionIsPruned(String settings) {
    assertPruned(
        StockConvolutions.chain(layer("convolution", settings)),
        StockConvolutions.images(CNN2DFormat.NCHW));
  }

  @ParameterizedTest
  @CsvSource({
    "depthwise,3x3 stride 1x1 padding 1x1 dilation 1x1 Truncate",
    "depthwise,3x2 stride 2x1 padding 1x0 dilation 1x1 Truncate",
    "depthwise,4x3 stride 2x3 padding 0x0 dilation 1x1 Same",
    "separable,3x3 stride 1x1 padding 1x1 dilation 1x1 Truncate",
    "separable,3x2 stride 2x1 padding 1x0 dilation 1x1 Truncate",
    "separable,4x3 stride 2x3 padding 0x0 dilation 1x1 Same",
    "depthwise,3x3 stride 1x1 padding 2x3 dilation 2x3 Truncate",
    "separable,3x3 stride 1x1 padding 2x3 dilation 2x3 Truncate",
    "depthwise,3x3 stride 1x1 padding 0x0 dilation 2x3 Same",
  })
  void aConvolutionOfFewerWeightsIsPruned(String kind, String settings) {
    assertPruned(
        StockConvolutions.chain(layer(kind, settings)), StockConvolutions.images(CNN2DFormat.NCHW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"convolution", "depthwise", "separable"})
  void channelsMayComeLast(String kind) {
    Settings settings = Settings.parse(PLAIN).with(CNN2DFormat.NHWC);
    assertPruned(
        StockConvolutions.chain(StockConvolutions.layer(kind, settings, Activation.TANH, true)),
        StockConvolutions.images(CNN2DFormat.NHWC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"convolution", "depthwise", "separable"})
  void aConvolutionInAGraphIsPruned(String kind) {
    ComputationGraph target = StockConvolutions.graph(layer(kind, PLAIN));
    ReplacedLayers.checkLaws(target, false);
    PrunedNetwork<ComputationGraph> pruned =
        new SubsetSumPruner.Builder(1).tolerance(1e-4).build().prune(target);
    INDArray images = StockConvolutions.images(CNN2DFormat.NCHW);
    double gap =
        StockConvolutions.difference(
            target.outputSingle(images), pruned.network().outputSingle(images));
    assertTrue(gap > 0 && gap < 5e-4, () -> "gap " + gap);
    assertEquals(
        pruned.network().params(), SubsetSumPruner.rebuild(pruned.ticket(), target).params());
  }

  /** DL4J's class of this name has no builder of its own. */
  @Test
  void aConvolution2DIsPruned() {
    Convolution2D layer = new Convolution2D();
    ConvolutionLayer model = (ConvolutionLayer) layer("convolution", PLAIN);
    layer.setNIn(model.getNIn());
    layer.setNOut(model.getNOut());
    layer.setKernelSize(model.getKernelSize());
    layer.setStride(model.getStride());
    layer.setPadding(model.getPadding());
    layer.setActivationFn(model.getActivationFn());
    layer.setWeightInitFn(new WeightInitXavier());
    layer.setIUpdater(new Sgd(0.1));
    assertPruned(StockConvolutions.chain(layer), StockConvolutions.images(CNN2DFormat.NCHW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3x3 stride 1x1 padding 1x2 dilation 1x1 Truncate | a padding of at most [1, 1]
          3x3 stride 1x1 padding 4x1 dilation 3x2 Truncate | a padding of at most [3, 2]
          3x3 stride 1x1 padding 4x1 dilation 3x1 Strict | a padding of at most [3, 1]
          2x3 stride 1x1 padding 0x0 dilation 2x1 Same | an odd kernel size
          """)
  void aBiasThatPaddingHidesIsRefused(String settings, String remedy) {
    for (String kind : List.of("convolution", "depthwise")) {
      MultiLayerNetwork network = StockConvolutions.chain(layer(kind, settings));
      SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
      String message =
          assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage();
      assertTrue(message.contains("each of its taps meets zero padding somewhere"), message);
      assertTrue(message.endsWith("or " + remedy), message);
    }
  }

  /** What is hidden from a bias is not hidden from the rest. */
  @ParameterizedTest
  @ValueSource(strings = {"convolution", "depthwise", "separable"})
  void withoutABiasAnyPaddingWillDo(String kind) {
    Settings settings = Settings.parse("2x3 stride 1x1 padding 1x2 dilation 1x1 Truncate");
    Layer layer = StockConvolutions.layer(kind, settings, Activation.TANH, false);
    assertPruned(StockConvolutions.chain(layer), StockConvolutions.images(CNN2DFormat.NCHW));
  }

  /** In V the centre alone takes the constant. */
  @Test
  void aBiasIsTheSameOnEveryPixel() {
    MultiLayerNetwork target = StockConvolutions.chain(layer("convolution", PLAIN));
    target.getLayer(0).getParam("W").assign(0);
    MultiLayerNetwork pruned =
        new SubsetSumPruner.Builder(1).tolerance(1e-4).build().prune(target).network();
    INDArray images = StockConvolutions.images(CNN2DFormat.NCHW);
    assertEquals(
        0, StockConvolutions.difference(pruned.output(images), pruned.output(images.mul(9))));
    assertTrue(StockConvolutions.difference(target.output(images), pruned.output(images)) < 1e-4);
    INDArray v = pruned.getLayer(1).getParam("W");
    long kept = v.neq(0).castTo(v.dataType()).sumNumber().longValue();
    long centre =
        v.get(all(), all(), point(1), point(1)).neq(0).castTo(v.dataType()).sumNumber().longValue();
    assertEquals(kept, centre);
  }

  /** As many problems as weights and biases: a separable one has fewer than its product. */
  @Test
  void coefficientsAreTheWeights() {
    assertEquals(List.of(2L * 3 * 9 + 3), coefficients("convolution"));
    assertEquals(List.of(2L * 2 * 9 + 4), coefficients("depthwise"));
    assertEquals(List.of(2L * 2 * 9, 4L * 3 + 3), coefficients("separable"));
  }

  private static List<Long> coefficients(String kind) {
    return new SubsetSumPruner.Builder(1)
            .candidates(4)
            .tolerance(9)
            .build()
            .prune(StockConvolutions.chain(layer(kind, PLAIN)))
            .report()
            .layers()
            .stream()
            .map(LayerReport::targetCoefficients)
            .toList();
  }
}
