package org.slth.dl4j.layertype;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.nd4j.linalg.activations.Activation;
import org.slth.pruning.PlannedLayer;

/**
 * The layers of a pair for one of DL4J's convolutions: one on every pixel alone, and one like it.
 */
record PixelPair(ConvolutionLayer target) {

  /** Returns how many axes an image has: 1 for a sequence. */
  int axes() {
    return target instanceof Convolution1DLayer ? 1 : 2;
  }

  /** Returns how many cells the kernel has. */
  int taps() {
    int taps = 1;
    for (int axis = 0; axis < axes(); axis++) {
      taps *= target.getKernelSize()[axis];
    }
    return taps;
  }

  /**
   * Returns U.
   *
   * @param weights {@code [inputs, hidden]}
   * @param bias one number per hidden channel, or empty
   */
  PlannedLayer first(int inputs, double[] weights, double[] bias) {
    int hidden = weights.length / inputs;
    ConvolutionLayer layer = pointwise(inputs, hidden, bias.length > 0);
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(ConvolutionParamInitializer.WEIGHT_KEY, stored(weights, inputs, hidden));
    if (bias.length > 0) {
      parameters.put(ConvolutionParamInitializer.BIAS_KEY, bias);
    }
    return new PlannedLayer(layer, parameters);
  }

  private ConvolutionLayer pointwise(int inputs, int hidden, boolean hasBias) {
    if (target instanceof Convolution1DLayer sequences) {
      return new Convolution1DLayer.Builder(1)
          .nIn(inputs)
          .nOut(hidden)
          .convolutionMode(ConvolutionMode.Same)
          .rnnDataFormat(sequences.getRnnDataFormat())
          .activation(Activation.RELU)
          .hasBias(hasBias)
          .build();
    }
    return new ConvolutionLayer.Builder(1, 1)
        .nIn(inputs)
        .nOut(hidden)
        .convolutionMode(ConvolutionMode.Truncate)
        .dataFormat(target.getCnn2dDataFormat())
        .activation(Activation.RELU)
        .hasBias(hasBias)
        .build();
  }

  /**
   * Returns V.
   *
   * @param weights {@code [taps, hidden, outputs]}
   */
  PlannedLayer last(int hidden, double[] weights) {
    ConvolutionLayer layer =
        target instanceof DepthwiseConvolution2D depthwise ? whole(depthwise) : target.clone();
    layer.setNIn(hidden);
    layer.setHasBias(false);
    int outputs = weights.length / (taps() * hidden);
    double[] stored = stored(weights, hidden, outputs);
    return new PlannedLayer(layer, Map.of(ConvolutionParamInitializer.WEIGHT_KEY, stored));
  }

  private double[] stored(double[] weights, int inputs, int outputs) {
    return axes() == 1 ? weights : TapOrder.byOutput(weights, inputs, outputs);
  }

  /** Returns the convolution of all channels with the settings of a depthwise one. */
  private static ConvolutionLayer whole(DepthwiseConvolution2D depthwise) {
    return new ConvolutionLayer.Builder(depthwise.getKernelSize())
        .stride(depthwise.getStride())
        .padding(depthwise.getPadding())
        .dilation(depthwise.getDilation())
        .convolutionMode(depthwise.getConvolutionMode())
        .dataFormat(depthwise.getCnn2dDataFormat())
        .nOut(depthwise.getNOut())
        .activation(depthwise.getActivationFn())
        .build();
  }
}
