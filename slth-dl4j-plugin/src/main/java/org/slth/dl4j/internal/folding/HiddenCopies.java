package org.slth.dl4j.internal.folding;

import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.slth.dl4j.internal.network.PlannedVertex;

/**
 * What a layer makes of its input behind a ReLU: hidden copies max(<i>u</i><sub>h</sub>
 * <i>x</i><sub>q(h)</sub>, 0), or constants.
 */
final class HiddenCopies {

  private final int inputs;
  private final int[] input; // for each copy its input channel, -1 for a constant
  private final double[] values; // for each copy u, or the constant, which is not negative

  private HiddenCopies(int inputs, int[] input, double[] values) {
    this.inputs = inputs;
    this.input = input;
    this.values = values;
  }

  /** Reads a linear layer, if it is one of copies. */
  static Optional<HiddenCopies> of(PlannedVertex vertex) {
    if (!actsOnPixels(vertex.configuration())) {
      return Optional.empty();
    }
    FeedForwardLayer layer = (FeedForwardLayer) vertex.configuration();
    int in = Math.toIntExact(layer.getNIn());
    int out = Math.toIntExact(layer.getNOut());
    double[] stored =
        Objects.requireNonNull(vertex.parameters().get(DefaultParamInitializer.WEIGHT_KEY));
    double[] bias =
        vertex.parameters().getOrDefault(DefaultParamInitializer.BIAS_KEY, new double[out]);
    boolean byOutput = layer.getClass() == ConvolutionLayer.class; // else [in, out]
    int[] input = new int[out];
    double[] values = new double[out];
    for (int h = 0; h < out; h++) {
      input[h] = -1;
      values[h] = Math.max(bias[h], 0);
      for (int q = 0; q < in; q++) {
        double u = stored[byOutput ? h * in + q : q * out + h];
        boolean other = input[h] >= 0 || bias[h] != 0;
        if (u != 0 && other) {
          return Optional.empty();
        }
        if (u != 0) {
          input[h] = q;
          values[h] = u;
        }
      }
    }
    return Optional.of(new HiddenCopies(in, input, values));
  }

  private static boolean actsOnPixels(Object configuration) {
    if (configuration.getClass() == DenseLayer.class) {
      return !((DenseLayer) configuration).hasLayerNorm();
    }
    if (configuration.getClass() != ConvolutionLayer.class
        && !(configuration instanceof Convolution1DLayer)) {
      return false;
    }
    ConvolutionLayer layer = (ConvolutionLayer) configuration;
    boolean pointwise = true;
    int axes = layer.getKernelSize().length;
    for (int axis = 0; axis < (configuration instanceof Convolution1DLayer ? 1 : axes); axis++) {
      pointwise &= layer.getKernelSize()[axis] == 1 && layer.getStride()[axis] == 1;
      pointwise &= layer.getPadding()[axis] == 0;
    }
    return pointwise;
  }

  /** Returns the number of input channels. */
  int inputs() {
    return inputs;
  }

  /** Returns the number of copies. */
  int count() {
    return input.length;
  }

  /** Returns the input channel of a copy, -1 for a constant. */
  int input(int copy) {
    return input[copy];
  }

  /** Returns <i>u</i> of a copy, or the constant. */
  double value(int copy) {
    return values[copy];
  }
}
