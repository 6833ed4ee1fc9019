package org.slth.dl4j.internal;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.rows.Moments;

/**
 * Batch normalisation of fields. With E the map from the coefficients of invariant vectors to
 * channels, d the dimension of a field and N the number of samples (batch times pixels),
 *
 * <pre>
 *   m = mean of E^T x / d        v = mean of |x - E m|^2 / d        y = gamma (x - E m) / sigma + E beta
 *   sigma = sqrt(v + eps)
 * </pre>
 *
 * so that y is one number times x plus another, for each channel. Since x - E m has no invariant
 * part on average, v does not change with m to first order, and with P = E E^T / d and x^ = (x - E
 * m) / sigma
 *
 * <pre>
 *   dbeta = E^T sum(dy)     dgamma = sum(dy . x^)     dx = gamma / sigma (dy - P mean(dy) - x^ dgamma / (N d))
 * </pre>
 *
 * Two passes over the data each way: sums over each channel's pixels, and a multiplication by one
 * number per channel; what lies between works on Java arrays of one number per channel.
 */
public final class NormalizationFunction implements LayerFunction {

  /** Name of the parameter with the factor of each field. */
  public static final String GAMMA = "gamma";

  /** Name of the parameter with the shift along each invariant vector. */
  public static final String BETA = "beta";

  /** Name of the running mean along each invariant vector. */
  public static final String MEAN = "mean";

  /** Name of the running variance of each field. */
  public static final String VARIANCE = "var";

  private final FieldInvariants fields;
  private final double decay;
  private final double epsilon;
  private @Nullable Statistics batch; // of the last forward pass in training

  /** The mean of each invariant vector and the variance of each field. */
  private static final class Statistics {
    final double[] mean;
    final double[] variance;

    Statistics(double[] mean, double[] variance) {
      this.mean = mean;
      this.variance = variance;
    }
  }

  /**
   * Creates the function of a layer.
   *
   * @param fields the fields and their invariant vectors
   * @param decay the share of the old running statistics in the new ones
   * @param epsilon what is added to every variance
   */
  public NormalizationFunction(FieldInvariants fields, double decay, double epsilon) {
    this.fields = fields;
    this.decay = decay;
    this.epsilon = epsilon;
  }

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    Channels x = Channels.of(input);
    Statistics statistics = running(context);
    if (training) {
      statistics = ofBatch(x);
      batch = statistics;
    }
    double[] scale = scales(statistics, context);
    double[] shift = fields.expand(doubles(context, BETA));
    double[] mean = fields.expand(statistics.mean);
    for (int c = 0; c < shift.length; c++) {
      shift[c] -= scale[c] * mean[c];
    }
    INDArray result = context.result(input.shape());
    x.affine(scale, shift, Channels.of(result));
    return result;
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    Channels x = Channels.of(input);
    Channels dy = Channels.of(epsilon);
    Statistics statistics = batch == null ? ofBatch(x) : batch;
    batch = null;
    Moments moments = dy.moments(x);
    double[] sums = moments.sums();
    double[] products = moments.products();
    double[] mean = fields.expand(statistics.mean);
    double[] dGamma = new double[fields.fields()];
    for (int f = 0; f < dGamma.length; f++) {
      for (int c = fields.channel(f); c < fields.channel(f + 1); c++) {
        dGamma[f] += (products[c] - mean[c] * sums[c]) / sigma(statistics, f);
      }
    }
    Nd4jBridge.assign(context.gradient(GAMMA), dGamma);
    if (fields.coefficients() > 0) {
      Nd4jBridge.assign(context.gradient(BETA), fields.contract(sums));
    }
    updateRunning(statistics, context);
    return inputGradient(x, dy, sums, dGamma, statistics, context, context.result(input.shape()));
  }

  /** dx = scale dy + slope x + shift, for each channel. */
  private INDArray inputGradient(
      Channels x,
      Channels dy,
      double[] sums,
      double[] dGamma,
      Statistics statistics,
      LayerContext context,
      INDArray result) {
    double samples = x.samples();
    double[] scale = scales(statistics, context);
    double[] projected = fields.expand(fields.coordinates(sums));
    double[] mean = fields.expand(statistics.mean);
    double[] slope = new double[scale.length];
    double[] shift = new double[scale.length];
    for (int f = 0; f < dGamma.length; f++) {
      for (int c = fields.channel(f); c < fields.channel(f + 1); c++) {
        double share = dGamma[f] / (samples * fields.dimension(f) * sigma(statistics, f));
        slope[c] = -scale[c] * share;
        shift[c] = -scale[c] * projected[c] / samples - slope[c] * mean[c];
      }
    }
    dy.combine(scale, x, slope, shift, Channels.of(result));
    return result;
  }

  private Statistics ofBatch(Channels x) {
    Moments moments = x.moments(x);
    double samples = x.samples();
    double[] mean = fields.coordinates(moments.sums());
    for (int r = 0; r < mean.length; r++) {
      mean[r] /= samples;
    }
    double[] centre = fields.expand(mean);
    double[] squares = x.squaresAround(centre, moments);
    double[] variance = new double[fields.fields()];
    for (int f = 0; f < variance.length; f++) {
      for (int c = fields.channel(f); c < fields.channel(f + 1); c++) {
        variance[f] += squares[c] / (samples * fields.dimension(f));
      }
    }
    return new Statistics(mean, variance);
  }

  private Statistics running(LayerContext context) {
    return new Statistics(doubles(context, MEAN), doubles(context, VARIANCE));
  }

  /** As DL4J does it: the running statistics move by minus their gradient, with no updater. */
  private void updateRunning(Statistics batch, LayerContext context) {
    if (fields.coefficients() > 0) {
      double[] oldMean = doubles(context, MEAN);
      Nd4jBridge.assign(context.gradient(MEAN), step(oldMean, batch.mean));
    }
    double[] oldVariance = doubles(context, VARIANCE);
    Nd4jBridge.assign(context.gradient(VARIANCE), step(oldVariance, batch.variance));
  }

  private double[] step(double[] old, double[] now) {
    double[] step = new double[old.length];
    for (int i = 0; i < step.length; i++) {
      step[i] = (1 - decay) * (old[i] - now[i]);
    }
    return step;
  }

  private double[] scales(Statistics statistics, LayerContext context) {
    double[] gamma = doubles(context, GAMMA);
    double[] scale = new double[fields.channels()];
    for (int f = 0; f < gamma.length; f++) {
      for (int c = fields.channel(f); c < fields.channel(f + 1); c++) {
        scale[c] = gamma[f] / sigma(statistics, f);
      }
    }
    return scale;
  }

  private double sigma(Statistics statistics, int field) {
    return Math.sqrt(statistics.variance[field] + epsilon);
  }

  private double[] doubles(LayerContext context, String name) {
    boolean absent = fields.coefficients() == 0 && (name.equals(BETA) || name.equals(MEAN));
    return absent ? new double[0] : Nd4jBridge.toDoubles(context.parameter(name));
  }
}
