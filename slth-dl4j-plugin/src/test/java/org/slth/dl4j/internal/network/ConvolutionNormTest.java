package org.slth.dl4j.internal.network;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.network.StockConvolutions.Settings;
import org.slth.pruning.TargetLayer;

/** The bound of the operator norm of a convolution, from its coefficients. */
class ConvolutionNormTest {

  @ParameterizedTest
  @CsvSource({
    "convolution,3x3 stride 1x1 padding 1x1 dilation 1x1 Truncate",
    "convolution,3x2 stride 2x1 padding 0x0 dilation 1x1 Same",
    "depthwise,3x3 stride 1x1 padding 1x1 dilation 1x1 Truncate"
  })
  void noImageIsStretchedMore(String kind, String settings) {
    boolean bias = false;
    MultiLayerNetwork network =
        StockConvolutions.chain(
            StockConvolutions.layer(kind, Settings.parse(settings), Activation.IDENTITY, bias));
    TargetLayer layer =
        ((Stage.Replaced) NetworkReader.read(TargetGraph.of(network), false).get(0)).layer();
    double[][] targets =
        IntStream.range(0, layer.inputs()).mapToObj(layer::targets).toArray(double[][]::new);
    double bound = layer.normBound(targets).orElseThrow();
    INDArray x = StockConvolutions.images(CNN2DFormat.NCHW);
    double[] stretches =
        IntStream.range(0, (int) x.size(0))
            .mapToDouble(
                i -> {
                  INDArray image = x.get(interval(i, i + 1));
                  return network.output(image).norm2Number().doubleValue()
                      / image.norm2Number().doubleValue();
                })
            .toArray();
    for (double stretch : stretches) {
      assertTrue(stretch > 0 && stretch <= bound, () -> stretch + " > " + bound);
    }
    double sum = network.params().norm1Number().doubleValue();
    assertTrue(bound < sum, () -> "bound " + bound + ", sum of all weights " + sum);
  }
}
