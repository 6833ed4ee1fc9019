package org.slth.dl4j.internal.folding;

import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.slth.dl4j.internal.network.PlannedVertex;

/**
 * A convolution, plain or transposed, whose maps are its taps. DL4J keeps {@code [out, in, taps]}
 * of a plain one, {@code [in, out, taps]} of a transposed one, and uses the memory of one on
 * sequences as {@code [taps, in, out]}.
 */
record ConvolutionMixing(PlannedVertex vertex) implements Mixing {

  private static final String WEIGHT = ConvolutionParamInitializer.WEIGHT_KEY;

  private ConvolutionLayer layer() {
    return (ConvolutionLayer) vertex.configuration();
  }

  private boolean sequences() {
    return layer() instanceof Convolution1DLayer;
  }

  @Override
  public int elements() {
    int[] kernel = layer().getKernelSize();
    return sequences() ? kernel[0] : kernel[0] * kernel[1];
  }

  @Override
  public int outputs() {
    return Math.toIntExact(layer().getNOut());
  }

  @Override
  public double[] kernel() {
    double[] stored = Objects.requireNonNull(vertex.parameters().get(WEIGHT));
    int in = Math.toIntExact(layer().getNIn());
    double[] kernel = new double[stored.length];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = stored[place(i, in)];
    }
    return kernel;
  }

  /** Where the number at a place of [taps, in, out] is kept. */
  private int place(int index, int in) {
    if (sequences()) {
      return index;
    }
    int o = index % outputs();
    int h = index / outputs() % in;
    int tap = index / (outputs() * in);
    int pair = layer() instanceof Deconvolution2D ? h * outputs() + o : o * in + h;
    return pair * elements() + tap;
  }

  @Override
  public double[] bias() {
    return vertex
        .parameters()
        .getOrDefault(ConvolutionParamInitializer.BIAS_KEY, new double[outputs()]);
  }

  @Override
  public Constant constant(double[] kernel) {
    return TapSets.of(layer()).constant(kernel, outputs());
  }

  @Override
  public Object configuration(int inputs, boolean hasBias) {
    ConvolutionLayer copy = layer().clone();
    copy.setNIn(inputs);
    copy.setHasBias(hasBias);
    return copy;
  }

  @Override
  public Map<String, double[]> parameters(int inputs, double[] kernel, double[] bias) {
    double[] stored = new double[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      stored[place(i, inputs)] = kernel[i];
    }
    return DenseMixing.parameters(stored, bias);
  }
}
