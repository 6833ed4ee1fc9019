package org.vendor.slth;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.slth.dl4j.pruning.LayerType;
import org.slth.dl4j.pruning.MaskedPair;
import org.slth.dl4j.pruning.PlannedLayer;
import org.slth.dl4j.pruning.TargetLayer;
import org.slth.dl4j.pruning.TrainedLayer;

/** What somebody else writes for a layer that SLTH does not know: y = σ(w ∘ x + b). */
public final class ScalingLayerType implements LayerType {

  @Override
  public String id() {
    return "vendor:scaling";
  }

  @Override
  public boolean handles(Object configuration) {
    return configuration.getClass() == ElementWiseMultiplicationLayer.class;
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    var conf = (ElementWiseMultiplicationLayer) layer.configuration();
    if (conf.getActivationFn().toString().equals("cube")) {
      throw new IllegalArgumentException("cubes are too steep; use another activation");
    }
    return new Scaling(conf.getActivationFn(), layer.parameter("W"), layer.parameter("b"));
  }

  private static final class Scaling implements TargetLayer {

    private final IActivation activation;
    private final double[] factors;
    private final double[] bias;

    Scaling(IActivation activation, double[] factors, double[] bias) {
      this.activation = activation;
      this.factors = factors;
      this.bias = bias;
    }

    @Override
    public int inputs() {
      return factors.length + 1;
    }

    @Override
    public boolean hasConstant() {
      return true;
    }

    @Override
    public double[] targets(int input) {
      return input < factors.length ? new double[] {factors[input]} : bias.clone();
    }

    @Override
    public long sourceParameters(int[] copies) {
      return IntStream.of(copies).asLongStream().sum() * (2L * factors.length + 1);
    }

    @Override
    public IActivation activation() {
      return activation;
    }

    @Override
    public List<PlannedLayer> pair(MaskedPair kept) {
      int n = factors.length;
      int hidden = IntStream.rangeClosed(0, n).map(q -> kept.copies(q).size()).sum();
      double[] u = new double[n * hidden];
      double[] ones = new double[hidden];
      double[] v = new double[hidden * n];
      int h = 0;
      for (int q = 0; q <= n; q++) {
        for (int copy : kept.copies(q)) {
          if (q < n) {
            u[q * hidden + h] = kept.u(q, copy);
            v[h * n + q] = kept.v(q, 0, copy);
          } else {
            ones[h] = kept.u(q, copy);
            for (int p = 0; p < n; p++) {
              v[h * n + p] = kept.v(q, p, copy);
            }
          }
          h++;
        }
      }
      DenseLayer first =
          new DenseLayer.Builder().nIn(n).nOut(hidden).activation(Activation.RELU).build();
      DenseLayer last =
          new DenseLayer.Builder()
              .nIn(hidden)
              .nOut(n)
              .activation(activation)
              .hasBias(false)
              .build();
      return List.of(
          new PlannedLayer(first, Map.of("W", u, "b", ones)),
          new PlannedLayer(last, Map.of("W", v)));
    }
  }
}
