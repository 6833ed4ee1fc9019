package org.slth.dl4j.internal.folding;

import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.internal.network.PlannedVertex;

/**
 * A layer that is linear, or homogeneous, in the channels of its first input: <i>y</i><sub>o</sub>
 * = Σ K[e, h, o] B<sub>e</sub> x<sub>h</sub>, with maps B<sub>e</sub> that act on every channel
 * alike.
 */
interface Mixing {

  /** Reads a layer, if it is one. */
  static Optional<Mixing> of(PlannedVertex vertex) {
    Class<?> type = vertex.configuration().getClass();
    if (type == DenseLayer.class || type == OutputLayer.class) {
      return Optional.of(new DenseMixing(vertex));
    }
    if (type == ConvolutionLayer.class
        || type == Deconvolution2D.class
        || type == Convolution1DLayer.class
        || type == Convolution1D.class) {
      return Optional.of(new ConvolutionMixing(vertex));
    }
    if (vertex.configuration() instanceof MessagePassing layer) {
      return Optional.of(new MessageMixing(layer, vertex));
    }
    return vertex.configuration() instanceof KOrderLayer layer
        ? Optional.of(new TensorMixing(layer, vertex))
        : Optional.empty();
  }

  /** Returns the number of maps. */
  int elements();

  /** Returns the number of outputs. */
  int outputs();

  /** Returns K, {@code [elements, channels, outputs]}. */
  double[] kernel();

  /** Returns the numbers of the bias, or zeros if there is none. */
  double[] bias();

  /**
   * Returns the bias that channels of ones become.
   *
   * @param kernel what mixes it, {@code [elements, outputs]}
   */
  Constant constant(double[] kernel);

  /**
   * Returns the configuration of such a layer on other channels.
   *
   * @param inputs how many
   */
  Object configuration(int inputs, boolean hasBias);

  /**
   * Returns its parameters.
   *
   * @param kernel {@code [elements, inputs, outputs]}
   * @param bias its numbers, none if there is no bias
   */
  Map<String, double[]> parameters(int inputs, double[] kernel, double[] bias);
}
