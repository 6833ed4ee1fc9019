package org.slth.dl4j.internal.construction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.slth.pruning.PlannedLayer;

/** The second layer V of a pair, without bias, to be cut and joined along its channels. */
final class LastLayer {

  private static final String WEIGHT = DefaultParamInitializer.WEIGHT_KEY; // of all these classes
  private static final String BIAS = DefaultParamInitializer.BIAS_KEY;

  private static final Set<Class<?>> KNOWN =
      Set.of(DenseLayer.class, OutputLayer.class, ConvolutionLayer.class, Convolution2D.class);

  private final FeedForwardLayer configuration; // never changed
  private final int inputs;
  private final int outputs;
  private final int taps;
  private final double[] weights; // [inputs, outputs, taps]

  private LastLayer(
      FeedForwardLayer configuration, int inputs, int outputs, int taps, double[] weights) {
    this.configuration = configuration;
    this.inputs = inputs;
    this.outputs = outputs;
    this.taps = taps;
    this.weights = weights;
  }

  /** Returns whether layers of a class can be taken apart. */
  static boolean knows(Object configuration) {
    return KNOWN.contains(configuration.getClass());
  }

  static LastLayer of(PlannedLayer planned) {
    FeedForwardLayer layer = (FeedForwardLayer) planned.configuration();
    double[] stored = planned.parameters().getOrDefault(WEIGHT, new double[0]);
    int in = Math.toIntExact(layer.getNIn());
    int out = Math.toIntExact(layer.getNOut());
    int taps = stored.length / (in * out);
    double[] weights = byInput(layer) ? stored : transposed(stored, out, in, taps);
    return new LastLayer(layer, in, out, taps, weights);
  }

  /** Dense layers keep {@code [inputs, outputs]}, convolutions {@code [outputs, inputs, taps]}. */
  private static boolean byInput(FeedForwardLayer layer) {
    return !(layer instanceof ConvolutionLayer);
  }

  private static double[] transposed(double[] from, int rows, int columns, int taps) {
    double[] to = new double[from.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        System.arraycopy(from, (r * columns + c) * taps, to, (c * rows + r) * taps, taps);
      }
    }
    return to;
  }

  int outputs() {
    return outputs;
  }

  int taps() {
    return taps;
  }

  /** Returns the layer that has input {@code i} at {@code places[i]}; all others weigh nothing. */
  LastLayer spread(int[] places, int wide) {
    double[] spread = new double[wide * outputs * taps];
    int row = outputs * taps;
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(weights, i * row, spread, places[i] * row, row);
    }
    return new LastLayer(configuration, wide, outputs, taps, spread);
  }

  /** Returns the layer with the outputs of all of them, which have the same inputs. */
  static LastLayer beside(List<LastLayer> layers) {
    LastLayer one = layers.get(0);
    int outputs = layers.stream().mapToInt(LastLayer::outputs).sum();
    LastLayer all = one.empty(outputs);
    int from = 0;
    for (LastLayer layer : layers) {
      layer.copyTo(all, from);
      from += layer.outputs;
    }
    return all;
  }

  private LastLayer empty(int wide) {
    return new LastLayer(configuration, inputs, wide, taps, new double[inputs * wide * taps]);
  }

  private void copyTo(LastLayer wider, int from) {
    int row = outputs * taps;
    for (int i = 0; i < inputs; i++) {
      int to = (i * wider.outputs + from) * taps;
      System.arraycopy(weights, i * row, wider.weights, to, row);
    }
  }

  /** Returns the layer of DL4J, with so many more outputs that see nothing but a bias of 1. */
  PlannedLayer planned(int constants) {
    LastLayer wider = constants > 0 ? empty(outputs + constants) : this;
    if (constants > 0) {
      copyTo(wider, 0);
    }
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(WEIGHT, wider.stored());
    if (constants > 0) {
      double[] bias = new double[wider.outputs];
      Arrays.fill(bias, outputs, wider.outputs, 1);
      parameters.put(BIAS, bias);
    }
    return new PlannedLayer(wider.layer(constants > 0), parameters);
  }

  private double[] stored() {
    return byInput(configuration) ? weights : transposed(weights, inputs, outputs, taps);
  }

  private FeedForwardLayer layer(boolean hasBias) {
    FeedForwardLayer layer = (FeedForwardLayer) configuration.clone();
    layer.setNIn(inputs);
    layer.setNOut(outputs);
    if (layer instanceof DenseLayer dense) {
      dense.setHasBias(hasBias);
    } else if (layer instanceof ConvolutionLayer convolution) {
      convolution.setHasBias(hasBias);
    } else if (layer instanceof BaseOutputLayer output) {
      output.setHasBias(hasBias);
    }
    return layer;
  }
}
