package org.slth.dl4j.internal.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.params.DepthwiseConvolutionParamInitializer;
import org.deeplearning4j.nn.params.SeparableConvolutionParamInitializer;
import org.nd4j.linalg.activations.Activation;

/**
 * A separable convolution as the two layers that it is: a depthwise convolution, and behind it a
 * 1x1 convolution with its bias and activation. Each is a target of its own, with as many
 * coefficients as weights; their product as one target would have a coefficient for every tap,
 * input and output.
 */
final class SeparableParts {

  private SeparableParts() {}

  /**
   * Returns the vertices with every separable convolution in two. The second keeps the name; the
   * first is called after it, as in {@code name-depthwise}.
   */
  static List<TargetVertex> split(List<TargetVertex> vertices) {
    Set<String> taken = new HashSet<>();
    vertices.forEach(vertex -> taken.add(vertex.name()));
    List<TargetVertex> parts = new ArrayList<>();
    for (TargetVertex vertex : vertices) {
      if (vertex.configuration().getClass() == SeparableConvolution2D.class) {
        TargetVertex depthwise = depthwise(vertex, freeName(vertex.name(), taken));
        parts.add(depthwise);
        parts.add(pointwise(vertex, depthwise.name()));
      } else {
        parts.add(vertex);
      }
    }
    return parts;
  }

  private static String freeName(String name, Set<String> taken) {
    String free = name + "-depthwise";
    for (int i = 2; !taken.add(free); i++) {
      free = name + "-depthwise-" + i;
    }
    return free;
  }

  private static TargetVertex depthwise(TargetVertex vertex, String name) {
    SeparableConvolution2D whole = (SeparableConvolution2D) vertex.configuration();
    DepthwiseConvolution2D layer =
        new DepthwiseConvolution2D.Builder(whole.getKernelSize())
            .stride(whole.getStride())
            .padding(whole.getPadding())
            .dilation(whole.getDilation())
            .convolutionMode(whole.getConvolutionMode())
            .dataFormat(whole.getCnn2dDataFormat())
            .depthMultiplier(whole.getDepthMultiplier())
            .nIn(whole.getNIn())
            .activation(Activation.IDENTITY)
            .hasBias(false)
            .build();
    double[] weights =
        Objects.requireNonNull(
            vertex.parameters().get(SeparableConvolutionParamInitializer.DEPTH_WISE_WEIGHT_KEY));
    int rows = whole.getDepthMultiplier() * Math.toIntExact(whole.getNIn());
    return new TargetVertex(
        name,
        vertex.inputs(),
        layer,
        Map.of(DepthwiseConvolutionParamInitializer.WEIGHT_KEY, reordered(weights, whole, rows)),
        vertex.preProcessor());
  }

  /** Returns {@code [m, q, taps]} as {@code [taps, q, m]}. */
  private static double[] reordered(double[] weights, SeparableConvolution2D whole, int rows) {
    int multiplier = whole.getDepthMultiplier();
    int inputs = rows / multiplier;
    int taps = weights.length / rows;
    double[] reordered = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      int tap = i % taps;
      int q = i / taps % inputs;
      int m = i / taps / inputs;
      reordered[(tap * inputs + q) * multiplier + m] = weights[i];
    }
    return reordered;
  }

  private static TargetVertex pointwise(TargetVertex vertex, String depthwise) {
    SeparableConvolution2D whole = (SeparableConvolution2D) vertex.configuration();
    ConvolutionLayer layer =
        new ConvolutionLayer.Builder(1, 1)
            .convolutionMode(ConvolutionMode.Truncate)
            .dataFormat(whole.getCnn2dDataFormat())
            .nIn(whole.getNIn() * whole.getDepthMultiplier())
            .nOut(whole.getNOut())
            .activation(whole.getActivationFn())
            .hasBias(whole.hasBias())
            .build();
    Map<String, double[]> parameters = new LinkedHashMap<>(vertex.parameters());
    parameters.remove(SeparableConvolutionParamInitializer.DEPTH_WISE_WEIGHT_KEY);
    parameters.put(
        ConvolutionParamInitializer.WEIGHT_KEY,
        parameters.remove(SeparableConvolutionParamInitializer.POINT_WISE_WEIGHT_KEY));
    return new TargetVertex(vertex.name(), List.of(depthwise), layer, parameters, Optional.empty());
  }
}
