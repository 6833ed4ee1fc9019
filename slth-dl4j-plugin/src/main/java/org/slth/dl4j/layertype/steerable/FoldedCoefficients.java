package org.slth.dl4j.layertype.steerable;

import java.util.Arrays;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.pruning.TrainedLayer;
import org.slth.representation.FieldType;

/** The coefficients and biases of a steerable layer after the normalisation behind it. */
final class FoldedCoefficients {

  private final double[] weights; // before the gain
  private final double[] gains; // one per output field
  private final double[] bias; // one per output channel, after the gain
  private final boolean hasBias;

  private FoldedCoefficients(double[] weights, double[] gains, double[] bias, boolean hasBias) {
    this.weights = weights;
    this.gains = gains;
    this.bias = bias;
    this.hasBias = hasBias;
  }

  /** Folds. */
  static FoldedCoefficients of(TrainedLayer layer) {
    FieldType type = layer.configuration().as(SteerableLayer.class).orElseThrow().outputType();
    FieldInvariants invariants = new FieldInvariants(type);
    double[] gains = new double[type.size()];
    Arrays.fill(gains, 1);
    double[] bias = channels(layer, SteerableLayer.BIAS, invariants);
    layer.normalization().ifPresent(n -> fold(n, invariants, gains, bias));
    boolean biased =
        layer.has(SteerableLayer.BIAS)
            || (layer.normalization().isPresent() && invariants.coefficients() > 0);
    double[] weights = layer.parameter(SteerableLayer.WEIGHT);
    return new FoldedCoefficients(weights, gains, bias, biased);
  }

  /** Returns a coefficient after the gain of its output field. */
  double weight(int output, int index) {
    return gains[output] * weights[index];
  }

  /** Returns whether there is a bias. */
  boolean hasBias() {
    return hasBias;
  }

  /** Returns the bias of the output channels from one to another (exclusive). */
  double[] bias(int from, int to) {
    return Arrays.copyOfRange(bias, from, to);
  }

  private static void fold(
      TrainedLayer normalization, FieldInvariants invariants, double[] gains, double[] bias) {
    var conf = normalization.configuration().as(FieldBatchNormalization.class).orElseThrow();
    double[] variance = normalization.parameter(FieldBatchNormalization.VARIANCE);
    double[] gamma = normalization.parameter(FieldBatchNormalization.GAMMA);
    double[] beta = channels(normalization, FieldBatchNormalization.BETA, invariants);
    double[] mean = channels(normalization, FieldBatchNormalization.MEAN, invariants);
    for (int p = 0; p < gains.length; p++) {
      gains[p] = gamma[p] / Math.sqrt(variance[p] + conf.epsilon());
      for (int c = invariants.channel(p); c < invariants.channel(p + 1); c++) {
        bias[c] = gains[p] * (bias[c] - mean[c]) + beta[c];
      }
    }
  }

  /** Returns a parameter along the invariant vectors as one number per channel. */
  private static double[] channels(TrainedLayer layer, String name, FieldInvariants invariants) {
    return layer.has(name)
        ? invariants.expand(layer.parameter(name))
        : new double[invariants.channels()];
  }
}
