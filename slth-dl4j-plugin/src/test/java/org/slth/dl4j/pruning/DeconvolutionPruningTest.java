package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.network.ReplacedLayers;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.layer.SteerableDeconvolution2D;
import org.slth.representation.FieldType;

/** Tickets of transposed convolutions, and the kernels that make their biases. */
class DeconvolutionPruningTest {

  private static final FieldType IMAGE = FieldType.parse("C4: 2*trivial");
  private static final FieldType HIDDEN = FieldType.parse("C4: regular + trivial");
  private static final FieldType OUTPUT = FieldType.parse("C4: regular + irrep(1) + trivial");

  private static SteerableDeconvolution2D.Builder layer(int size, int stride, int padding) {
    return new SteerableDeconvolution2D.Builder(HIDDEN, OUTPUT)
        .kernelSize(size)
        .stride(stride)
        .padding(padding);
  }

  private static MultiLayerNetwork network(Layer... layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().seed(3).dataType(DataType.DOUBLE).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    Nd4j.getRandom().setSeed(5);
    INDArray shift = Nd4j.randn(DataType.DOUBLE, network.params().shape()).muli(0.2);
    network.params().addi(Nd4j.math().abs(shift)); // statistics too
    return network;
  }

  private static MultiLayerNetwork network(SteerableDeconvolution2D.Builder layer) {
    return network(
        new SteerableConvolution2D.Builder(IMAGE, HIDDEN).padding(1).build(),
        new FieldActivation.Builder(HIDDEN).build(),
        layer.build(),
        new FieldBatchNormalization.Builder(OUTPUT).build());
  }

  private static INDArray images(int height, int width) {
    Nd4j.getRandom().setSeed(6);
    return Nd4j.randn(DataType.DOUBLE, 3, IMAGE.dimension(), height, width);
  }

  /** In parts of the largest output. */
  private static double difference(MultiLayerNetwork a, MultiLayerNetwork b, INDArray x) {
    INDArray expected = a.output(x);
    double gap = expected.sub(b.output(x)).amaxNumber().doubleValue();
    return gap / expected.amaxNumber().doubleValue();
  }

  /** Of sizes where a border is near every pixel, and where few are. */
  @ParameterizedTest
  @CsvSource({
    "3,1,1", "3,1,2", "5,1,2", "1,1,0", "2,2,0", "4,2,1", "3,2,1", "5,2,2", "6,3,2", "3,3,0",
    "7,3,2"
  })
  void thePrunedNetworkComputesTheTarget(int size, int stride, int padding) {
    MultiLayerNetwork target = network(layer(size, stride, padding));
    ReplacedLayers.checkLaws(target, false);
    PrunedNetwork<MultiLayerNetwork> pruned = new SubsetSumPruner.Builder(1).build().prune(target);
    assertTrue(pruned.report().reached(), () -> "\n" + pruned.report());
    for (int[] shape : new int[][] {{3, 3}, {3, 5}, {9, 8}}) {
      INDArray x = images(shape[0], shape[1]);
      double gap = difference(target, pruned.network(), x);
      assertTrue(gap > 0 && gap < 1e-3, () -> "gap " + gap + " at " + x.shapeInfoToString());
    }
    MultiLayerNetwork coarse =
        new SubsetSumPruner.Builder(1).candidates(3).tolerance(100).build().prune(target).network();
    assertTrue(difference(target, coarse, images(5, 5)) > 1e-2, "the ticket was not coarse");
    EquivarianceError error = EquivarianceError.of(coarse, IMAGE, OUTPUT, images(5, 5));
    assertTrue(error.maximum() < 1e-12, error::toString);
  }

  /** No kernel of the basis adds up to one on every pixel: the outermost see fewer cells. */
  @ParameterizedTest
  @CsvSource({"3,1,0", "3,2,0", "2,3,0", "4,2,0", "4,3,0"})
  void aBiasThatNoKernelMakesIsRefused(int size, int stride, int padding) {
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    MultiLayerNetwork biased = network(layer(size, stride, padding));
    String message =
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(biased)).getMessage();
    assertTrue(
        message.startsWith(
            "this network cannot be pruned: layer 2 (SteerableDeconvolution2D): no kernel of its"
                + " basis makes of ones a bias that is the same on every pixel; use hasBias(false)"),
        message);
    MultiLayerNetwork plain =
        network(
            new FieldActivation.Builder(HIDDEN).build(),
            layer(size, stride, padding).hasBias(false).build());
    INDArray x = Nd4j.randn(DataType.DOUBLE, 2, HIDDEN.dimension(), 4, 4);
    assertTrue(difference(plain, pruner.prune(plain).network(), x) < 1e-3);
  }

  /** Of equal solutions, that of the fewest and innermost cells: one for the bias of each field. */
  @Test
  void theCentreCellsMakeTheBias() {
    MultiLayerNetwork target = network(layer(5, 1, 2));
    LayerReport report =
        new SubsetSumPruner.Builder(1).build().prune(target).report().layers().get(1);
    int weights = layer(5, 1, 2).<SteerableDeconvolution2D>build().layout().total();
    assertEquals(weights + 2, report.targetCoefficients()); // irrep(1) has no invariant
  }
}
