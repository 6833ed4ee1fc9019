package org.vendor.slth;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerSettings;
import org.slth.pruning.LayerType;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/**
 * What somebody else writes for a layer that SLTH does not know, y = σ(w ∘ x + b), with nothing of
 * DL4J on the class path.
 */
public final class ScalingLayerType implements LayerType {

  private static final String SCALING =
      "org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer";
  private static final LayerSettings DENSE =
      LayerSettings.of("org.deeplearning4j.nn.conf.layers.DenseLayer");
  private static final LayerSettings RELU =
      LayerSettings.of("org.nd4j.linalg.activations.impl.ActivationReLU");

  @Override
  public String id() {
    return "vendor:scaling";
  }

  @Override
  public boolean handles(LayerConfiguration configuration) {
    return configuration.type().equals(SCALING);
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    LayerSettings activation = layer.settings().nested("activationFn");
    if (activation.type().endsWith(".ActivationCube")) {
      throw new IllegalArgumentException("cubes are too steep; use another activation");
    }
    return new Scaling(activation, layer.parameter("W"), layer.parameter("b"));
  }

  private static final class Scaling implements TargetLayer {

    private final LayerSettings activation;
    private final double[] factors;
    private final double[] bias;

    Scaling(LayerSettings activation, double[] factors, double[] bias) {
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
    public List<PlannedLayer> pair(MaskedPair kept) {
      int n = factors.length;
      int hidden = IntStream.rangeClosed(0, n).map(q -> kept.copies(q).size()).sum();
      hidden = Math.max(1, hidden);
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
      LayerSettings first = DENSE.with("nin", n).with("nout", hidden).with("activationFn", RELU);
      LayerSettings last = DENSE.with("nin", hidden).with("nout", n).with("hasBias", false);
      return List.of(
          new PlannedLayer(first, Map.of("W", u, "b", ones)),
          new PlannedLayer(last.with("activationFn", activation), Map.of("W", v)));
    }
  }
}
