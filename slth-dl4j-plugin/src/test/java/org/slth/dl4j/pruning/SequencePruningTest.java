package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.network.ReplacedLayers;
import org.slth.dl4j.internal.network.StockConvolutions;

/** Tickets of DL4J's convolution of sequences, in every mode. */
class SequencePruningTest {

  private static Convolution1DLayer.Builder builder(int size, int stride, int padding) {
    return new Convolution1DLayer.Builder(size, stride, padding)
        .nIn(StockConvolutions.CHANNELS)
        .nOut(3)
        .activation(Activation.TANH);
  }

  private static INDArray sequences() {
    Nd4j.getRandom().setSeed(7);
    return Nd4j.randn(DataType.FLOAT, 4, StockConvolutions.CHANNELS, 11);
  }

  private static PrunedNetwork<MultiLayerNetwork> pruned(MultiLayerNetwork target) {
    ReplacedLayers.checkLaws(target, false);
    return new SubsetSumPruner.Builder(1).tolerance(1e-4).build().prune(target);
  }

  private static void assertPruned(MultiLayerNetwork target, INDArray x) {
    PrunedNetwork<MultiLayerNetwork> pruned = pruned(target);
    double gap = StockConvolutions.difference(target.output(x), pruned.network().output(x));
    assertTrue(gap > 0 && gap < 5e-4, () -> "gap " + gap);
    assertEquals(
        pruned.network().params(), SubsetSumPruner.rebuild(pruned.ticket(), target).params());
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,0,1,Truncate",
    "3,1,1,1,Truncate",
    "4,2,1,1,Truncate",
    "3,2,1,1,Strict",
    "3,1,0,1,Same",
    "4,2,0,1,Same",
    "5,3,0,1,Same",
    "3,1,0,1,Causal",
    "2,2,0,1,Causal",
    "3,1,0,2,Causal",
    "2,2,0,3,Causal"
  })
  void aConvolutionOfSequencesIsPruned(
      int size, int stride, int padding, int dilation, ConvolutionMode mode) {
    Convolution1DLayer layer =
        builder(size, stride, padding).dilation(dilation).convolutionMode(mode).build();
    assertPruned(StockConvolutions.chain(layer), sequences());
  }

  @ParameterizedTest
  @EnumSource(RNNFormat.class)
  void channelsMayComeLast(RNNFormat format) {
    Convolution1DLayer layer = builder(3, 1, 1).rnnDataFormat(format).build();
    INDArray x = format == RNNFormat.NCW ? sequences() : sequences().permute(0, 2, 1).dup();
    assertPruned(StockConvolutions.chain(layer), x);
  }

  @Test
  void aGraphOfSequencesIsPruned() {
    ComputationGraph target =
        StockConvolutions.graph(builder(3, 2, 0).convolutionMode(ConvolutionMode.Causal).build());
    PrunedNetwork<ComputationGraph> pruned =
        new SubsetSumPruner.Builder(1).tolerance(1e-4).build().prune(target);
    INDArray x = sequences();
    double gap =
        StockConvolutions.difference(target.outputSingle(x), pruned.network().outputSingle(x));
    assertTrue(gap > 0 && gap < 5e-4, () -> "gap " + gap);
  }

  /** The mask of the input passes both layers of a pair on its way to the pooling. */
  @Test
  void aMaskPassesThePair() {
    MultiLayerNetwork target =
        StockConvolutions.chain(
            builder(3, 2, 0).convolutionMode(ConvolutionMode.Causal).build(),
            new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
    INDArray mask = Nd4j.ones(DataType.FLOAT, 4, 11);
    mask.putRow(1, Nd4j.createFromArray(1f, 1f, 1f, 1f, 1f, 0f, 0f, 0f, 0f, 0f, 0f));
    INDArray x = sequences();
    INDArray expected = target.output(x, false, mask, null);
    INDArray actual = pruned(target).network().output(x, false, mask, null);
    double gap = StockConvolutions.difference(expected, actual);
    assertTrue(gap > 0 && gap < 5e-4, () -> "gap " + gap);
    assertTrue(StockConvolutions.difference(expected, target.output(x)) > 0.01, "no mask");
  }

  /**
   * What DL4J cannot run with oneDNN: the pair has the numbers of that for the same target without
   * dilation, and V its dilation.
   */
  @Test
  void aDilationIsKept() {
    MultiLayerNetwork plain = pruned(StockConvolutions.chain(builder(3, 1, 1).build())).network();
    MultiLayerNetwork dilated =
        pruned(StockConvolutions.chain(builder(3, 1, 2).dilation(2).build())).network();
    assertEquals(plain.params(), dilated.params());
    ConvolutionLayer v =
        (ConvolutionLayer) dilated.getLayerWiseConfigurations().getConf(1).getLayer();
    assertEquals(2, v.getDilation()[0]);
    assertEquals(2, v.getPadding()[0]);
  }

  @Test
  void aBiasThatPaddingHidesIsRefused() {
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    MultiLayerNetwork network = StockConvolutions.chain(builder(4, 1, 2).build());
    assertEquals(
        "this network cannot be pruned: layer 0 (Convolution1DLayer): each of its taps meets zero"
            + " padding somewhere, so none makes of ones a bias that is the same on every pixel; use"
            + " hasBias(false) and no normalization behind it, or a padding of at most [1]",
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage());
    assertPruned(StockConvolutions.chain(builder(4, 1, 2).hasBias(false).build()), sequences());
  }
}
