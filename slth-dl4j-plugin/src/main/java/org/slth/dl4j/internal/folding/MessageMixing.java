package org.slth.dl4j.internal.folding;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Propagation;
import org.slth.dl4j.internal.network.PlannedVertex;

/** Message passing, whose maps are its propagations. */
record MessageMixing(MessagePassing layer, PlannedVertex vertex) implements Mixing {

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
    return Objects.requireNonNull(vertex.parameters().get(MessagePassing.WEIGHT));
  }

  @Override
  public double[] bias() {
    return vertex.parameters().getOrDefault(MessagePassing.BIAS, new double[outputs()]);
  }

  /** Only the identity makes ones of ones on every graph. */
  @Override
  public Constant constant(double[] kernel) {
    double[] bias = new double[outputs()];
    double[] others = kernel.clone();
    int own = layer.basis().indexOf(Propagation.IDENTITY);
    if (own >= 0) {
      System.arraycopy(kernel, own * outputs(), bias, 0, outputs());
      Arrays.fill(others, own * outputs(), (own + 1) * outputs(), 0);
    }
    return Constant.unless(others, bias);
  }

  @Override
  public Object configuration(int inputs, boolean hasBias) {
    return new MessagePassing.Builder(inputs, outputs())
        .basis(layer.basis().toArray(Propagation[]::new))
        .hasBias(hasBias)
        .dropOut(layer.dropOut())
        .runtime(layer.runtime())
        .build();
  }

  @Override
  public Map<String, double[]> parameters(int inputs, double[] kernel, double[] bias) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(MessagePassing.WEIGHT, kernel);
    if (bias.length > 0) {
      parameters.put(MessagePassing.BIAS, bias);
    }
    return parameters;
  }
}
