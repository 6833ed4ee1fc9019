package org.slth.dl4j.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.layer.EquivariantDense;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.layer.SteerableDeconvolution2D;
import org.slth.dl4j.layer.SteerableLayer;

/** What stands for layers with coefficients: one stock layer with the expanded weights. */
final class KernelForms {

  private KernelForms() {}

  static void dense(Sketch sketch, EquivariantDense layer) {
    Layer stock =
        new DenseLayer.Builder()
            .nIn(layer.inputType().dimension())
            .nOut(layer.outputType().dimension())
            .hasBias(sketch.has(SteerableLayer.BIAS))
            .activation(StockLayers.IDENTITY)
            .build();
    double[] weights = layer.expandedKernel(sketch.parameter(SteerableLayer.WEIGHT));
    sketch.layer(sketch.input(), stock, expanded(sketch, layer, weights));
  }

  /** DL4J's weights are [out, in, height, width]. */
  static void convolution(Sketch sketch, SteerableConvolution2D layer) {
    boolean same = layer.convolutionMode() == ConvolutionMode.Same;
    int padding = same ? 0 : layer.padding();
    Layer stock =
        new ConvolutionLayer.Builder(layer.kernelSize(), layer.kernelSize())
            .stride(layer.stride(), layer.stride())
            .padding(padding, padding)
            .dilation(layer.dilation(), layer.dilation())
            .convolutionMode(layer.convolutionMode())
            .nIn(layer.inputType().dimension())
            .nOut(layer.outputType().dimension())
            .hasBias(sketch.has(SteerableLayer.BIAS))
            .activation(StockLayers.IDENTITY)
            .build();
    int cells = layer.kernelSize() * layer.kernelSize();
    int in = layer.inputType().dimension();
    int out = layer.outputType().dimension();
    double[] kernel = layer.expandedKernel(sketch.parameter(SteerableLayer.WEIGHT));
    double[] weights = new double[kernel.length];
    for (int cell = 0; cell < cells; cell++) {
      for (int i = 0; i < in; i++) {
        for (int o = 0; o < out; o++) {
          weights[(o * in + i) * cells + cell] = kernel[(cell * in + i) * out + o];
        }
      }
    }
    sketch.layer(sketch.input(), stock, expanded(sketch, layer, weights));
  }

  /** DL4J's weights are [in, out, height, width]. */
  static void deconvolution(Sketch sketch, SteerableDeconvolution2D layer) {
    Layer stock =
        new Deconvolution2D.Builder(layer.kernelSize(), layer.kernelSize())
            .stride(layer.stride(), layer.stride())
            .padding(layer.padding(), layer.padding())
            .convolutionMode(ConvolutionMode.Truncate)
            .nIn(layer.inputType().dimension())
            .nOut(layer.outputType().dimension())
            .hasBias(sketch.has(SteerableLayer.BIAS))
            .activation(StockLayers.IDENTITY)
            .build();
    int pairs = layer.inputType().dimension() * layer.outputType().dimension();
    double[] kernel = layer.expandedKernel(sketch.parameter(SteerableLayer.WEIGHT));
    double[] weights = new double[kernel.length];
    int cells = kernel.length / pairs;
    for (int cell = 0; cell < cells; cell++) {
      for (int pair = 0; pair < pairs; pair++) {
        weights[pair * cells + cell] = kernel[cell * pairs + pair];
      }
    }
    sketch.layer(sketch.input(), stock, expanded(sketch, layer, weights));
  }

  private static Map<String, double[]> expanded(
      Sketch sketch, SteerableLayer layer, double[] weights) {
    Map<String, double[]> expanded = new LinkedHashMap<>();
    expanded.put(DefaultParamInitializer.WEIGHT_KEY, weights);
    if (sketch.has(SteerableLayer.BIAS)) {
      double[] bias = layer.expandedBias(sketch.parameter(SteerableLayer.BIAS));
      expanded.put(DefaultParamInitializer.BIAS_KEY, bias);
    }
    return expanded;
  }

  /**
   * With running statistics, y = γ (x - E μ) / (σ² + ε)^½ + E β is one number times x plus another
   * for every channel, which is what DL4J's batch normalisation does: γ and σ² are repeated for the
   * channels of a field, E μ and E β are its means and shifts.
   */
  static void normalization(Sketch sketch, FieldBatchNormalization layer) {
    FieldInvariants fields = new FieldInvariants(layer.inputType());
    Layer stock =
        new BatchNormalization.Builder()
            .nIn(fields.channels())
            .nOut(fields.channels())
            .eps(layer.epsilon())
            .decay(layer.decay())
            .useLogStd(false)
            .build();
    double[] none = new double[0]; // the fields have no invariant vectors
    Map<String, double[]> channels = new LinkedHashMap<>();
    channels.put(
        BatchNormalizationParamInitializer.GAMMA,
        repeated(fields, sketch.parameter(FieldBatchNormalization.GAMMA)));
    channels.put(
        BatchNormalizationParamInitializer.BETA,
        fields.expand(
            fields.coefficients() == 0 ? none : sketch.parameter(FieldBatchNormalization.BETA)));
    channels.put(
        BatchNormalizationParamInitializer.GLOBAL_MEAN,
        fields.expand(
            fields.coefficients() == 0 ? none : sketch.parameter(FieldBatchNormalization.MEAN)));
    channels.put(
        BatchNormalizationParamInitializer.GLOBAL_VAR,
        repeated(fields, sketch.parameter(FieldBatchNormalization.VARIANCE)));
    sketch.layer(sketch.input(), stock, channels);
  }

  private static double[] repeated(FieldInvariants fields, double[] perField) {
    double[] channels = new double[fields.channels()];
    for (int f = 0; f < fields.fields(); f++) {
      for (int c = fields.channel(f); c < fields.channel(f + 1); c++) {
        channels[c] = perField[f];
      }
    }
    return channels;
  }
}
