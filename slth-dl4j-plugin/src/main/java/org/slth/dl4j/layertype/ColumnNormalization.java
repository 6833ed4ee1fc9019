package org.slth.dl4j.layertype;

import java.util.Arrays;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.TrainedLayer;
import org.slth.representation.Representation;

/**
 * Batch normalisation of the columns of a matrix or the channels of an image, DL4J's or ours of
 * trivial fields, as it is used after training:
 *
 * <pre>
 * y = a x + s,   a = γ / sqrt(σ² + ε),   s = β - a μ
 * </pre>
 */
final class ColumnNormalization {

  private final double[] gains;
  private final double[] shifts;

  private ColumnNormalization(double[] gains, double[] shifts) {
    this.gains = gains;
    this.shifts = shifts;
  }

  /** Returns whether a configuration is one of a batch normalisation. */
  static boolean is(LayerConfiguration configuration) {
    return configuration.type().equals(BatchNormalization.class.getName())
        || configuration
            .as(FieldBatchNormalization.class)
            .filter(ColumnNormalization::isTrivial)
            .isPresent();
  }

  private static boolean isTrivial(FieldBatchNormalization normalization) {
    return normalization.inputType().fields().stream()
        .allMatch(field -> field.equals(Representation.trivial(field.group())));
  }

  /**
   * Reads gain and shift.
   *
   * @param columns how many there are
   */
  static ColumnNormalization of(TrainedLayer layer, int columns) {
    Optional<FieldBatchNormalization> fields =
        layer.configuration().as(FieldBatchNormalization.class);
    if (fields.isPresent()) {
      return of(
          layer.parameter(FieldBatchNormalization.GAMMA),
          layer.parameter(FieldBatchNormalization.BETA),
          layer.parameter(FieldBatchNormalization.MEAN),
          layer.parameter(FieldBatchNormalization.VARIANCE),
          fields.get().epsilon());
    }
    BatchNormalization conf = layer.configuration().as(BatchNormalization.class).orElseThrow();
    double[] gamma = scale(layer, BatchNormalizationParamInitializer.GAMMA, columns);
    double[] beta = scale(layer, BatchNormalizationParamInitializer.BETA, columns);
    double[] mean = layer.parameter(BatchNormalizationParamInitializer.GLOBAL_MEAN);
    return of(gamma, beta, mean, variance(layer), conf.getEps());
  }

  private static ColumnNormalization of(
      double[] gamma, double[] beta, double[] mean, double[] variance, double epsilon) {
    double[] gains = new double[gamma.length];
    double[] shifts = new double[gamma.length];
    for (int p = 0; p < gains.length; p++) {
      gains[p] = gamma[p] / Math.sqrt(variance[p] + epsilon);
      shifts[p] = beta[p] - gains[p] * mean[p];
    }
    return new ColumnNormalization(gains, shifts);
  }

  /** Returns the factor of a column. */
  double gain(int column) {
    return gains[column];
  }

  /** Returns what is added to a column. */
  double shift(int column) {
    return shifts[column];
  }

  /**
   * Returns γ or β. Where they are locked, DL4J 1.0.0-M2.1 uses them only if neither has its
   * default, γ = 1 and β = 0; a network is pruned to what it computes.
   */
  private static double[] scale(TrainedLayer layer, String name, int columns) {
    BatchNormalization conf = layer.configuration().as(BatchNormalization.class).orElseThrow();
    if (!conf.isLockGammaBeta()) {
      return layer.parameter(name);
    }
    boolean used = conf.getGamma() != 1 && conf.getBeta() != 0;
    boolean isGain = name.equals(BatchNormalizationParamInitializer.GAMMA);
    double[] values = new double[columns];
    Arrays.fill(values, isGain ? (used ? conf.getGamma() : 1) : (used ? conf.getBeta() : 0));
    return values;
  }

  private static double[] variance(TrainedLayer layer) {
    if (layer.has(BatchNormalizationParamInitializer.GLOBAL_VAR)) {
      return layer.parameter(BatchNormalizationParamInitializer.GLOBAL_VAR);
    }
    double[] logs = layer.parameter(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
    return Arrays.stream(logs).map(log -> Math.pow(10, 2 * log)).toArray();
  }
}
