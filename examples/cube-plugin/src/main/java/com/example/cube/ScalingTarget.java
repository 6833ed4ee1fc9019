package com.example.cube;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slth.pruning.LayerSettings;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;

/**
 * <i>n</i> factors and biases. Input <i>q</i> &lt; <i>n</i> has one coefficient, λ = <i>w_q</i>,
 * and the constant one has <i>n</i>, the biases. Of the random pair stay, for the kept copies
 * <i>t</i>,
 *
 * <pre>
 * y_p = σ( Σ_t v[p,t] relu(u[p,t] x_p) + Σ_t v[n,p,t] relu(u[n,t]) )
 * </pre>
 *
 * <p>That is a dense layer with ReLU whose biases are <i>u</i>[<i>n</i>,<i>t</i>], and one without.
 */
final class ScalingTarget implements TargetLayer {

  private static final LayerSettings DENSE =
      LayerSettings.of("org.deeplearning4j.nn.conf.layers.DenseLayer");
  private static final LayerSettings RELU =
      LayerSettings.of("org.nd4j.linalg.activations.impl.ActivationReLU");

  private final double[] factors;
  private final double[] bias;
  private final LayerSettings activation;

  ScalingTarget(double[] factors, double[] bias, LayerSettings activation) {
    this.factors = factors.clone();
    this.bias = bias.clone();
    this.activation = activation;
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

  /** Every hidden unit of two dense layers has a bias, and weights from and to all channels. */
  @Override
  public long sourceParameters(int[] copies) {
    return IntStream.of(copies).asLongStream().sum() * (2L * factors.length + 1);
  }

  @Override
  public List<PlannedLayer> pair(MaskedPair kept) {
    int n = factors.length;
    int hidden = IntStream.range(0, inputs()).map(q -> kept.copies(q).size()).sum();
    int width = Math.max(1, hidden); // a layer has a unit, though it be 0
    double[] u = new double[n * width]; // [n, width]
    double[] ones = new double[width];
    double[] v = new double[width * n]; // [width, n]
    int h = 0;
    for (int q = 0; q <= n; q++) {
      for (int copy : kept.copies(q)) {
        if (q < n) {
          u[q * width + h] = kept.u(q, copy);
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
    LayerSettings first = DENSE.with("nin", n).with("nout", width).with("activationFn", RELU);
    LayerSettings last = DENSE.with("nin", width).with("nout", n).with("activationFn", activation);
    return List.of(
        new PlannedLayer(first, Map.of("W", u, "b", ones)),
        new PlannedLayer(last.with("hasBias", false), Map.of("W", v)));
  }
}
