package org.slth.dl4j.internal.folding;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.internal.network.PlannedVertex;
import org.slth.tensor.DiagramBasis;

/** A layer on tensors, whose maps are diagrams. */
record TensorMixing(KOrderLayer layer, PlannedVertex vertex) implements Mixing {

  @Override
  public int elements() {
    return layer.basis().size();
  }

  @Override
  public int outputs() {
    return layer.nOut();
  }

  @Override
  public double[] kernel() {
    return Objects.requireNonNull(vertex.parameters().get(KOrderLayer.WEIGHT));
  }

  @Override
  public double[] bias() {
    int numbers = layer.basis().biases().size() * outputs();
    return vertex.parameters().getOrDefault(KOrderLayer.BIAS, new double[numbers]);
  }

  /**
   * One diagram for each element of the bias makes it of ones; from which order 0 asks for means.
   */
  @Override
  public Constant constant(double[] kernel) {
    DiagramBasis basis = layer.basis();
    double[] bias = new double[basis.biases().size() * outputs()];
    double[] others = kernel.clone();
    boolean sums = layer.outputOrder() == 0 && layer.inputOrder() > 0 && !layer.isMean();
    for (int e = 0; e < basis.biases().size() && !sums; e++) {
      int from = basis.constant(e) * outputs();
      System.arraycopy(kernel, from, bias, e * outputs(), outputs());
      Arrays.fill(others, from, from + outputs(), 0);
    }
    return Constant.unless(others, bias);
  }

  @Override
  public Object configuration(int inputs, boolean hasBias) {
    return new KOrderLayer.Builder(layer.inputOrder(), layer.outputOrder(), inputs, layer.nOut())
        .hasBias(hasBias)
        .contractionSize(layer.contractionSize())
        .runtime(layer.runtime())
        .build();
  }

  @Override
  public Map<String, double[]> parameters(int inputs, double[] kernel, double[] bias) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(KOrderLayer.WEIGHT, kernel);
    if (bias.length > 0) {
      parameters.put(KOrderLayer.BIAS, bias);
    }
    return parameters;
  }
}
