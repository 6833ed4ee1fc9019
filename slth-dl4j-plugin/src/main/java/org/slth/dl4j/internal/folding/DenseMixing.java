package org.slth.dl4j.internal.folding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.slth.dl4j.internal.network.PlannedVertex;

/** A dense layer, whose only map is the identity. */
record DenseMixing(PlannedVertex vertex) implements Mixing {

  private static final String WEIGHT = DefaultParamInitializer.WEIGHT_KEY;
  private static final String BIAS = DefaultParamInitializer.BIAS_KEY;

  private FeedForwardLayer layer() {
    return (FeedForwardLayer) vertex.configuration();
  }

  @Override
  public int elements() {
    return 1;
  }

  @Override
  public int outputs() {
    return Math.toIntExact(layer().getNOut());
  }

  @Override
  public double[] kernel() {
    return Objects.requireNonNull(vertex.parameters().get(WEIGHT));
  }

  @Override
  public double[] bias() {
    return vertex.parameters().getOrDefault(BIAS, new double[outputs()]);
  }

  @Override
  public Constant constant(double[] kernel) {
    return new Constant(kernel, 0);
  }

  @Override
  public Object configuration(int inputs, boolean hasBias) {
    FeedForwardLayer copy = (FeedForwardLayer) layer().clone();
    copy.setNIn(inputs);
    if (copy instanceof DenseLayer dense) {
      dense.setHasBias(hasBias);
    } else {
      ((OutputLayer) copy).setHasBias(hasBias);
    }
    return copy;
  }

  @Override
  public Map<String, double[]> parameters(int inputs, double[] kernel, double[] bias) {
    return parameters(kernel, bias);
  }

  static Map<String, double[]> parameters(double[] weights, double[] bias) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(WEIGHT, weights);
    if (bias.length > 0) {
      parameters.put(BIAS, bias);
    }
    return parameters;
  }
}
