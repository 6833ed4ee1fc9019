package org.slth.dl4j.layer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.dl4j.internal.NormalizationFunction;
import org.slth.representation.FieldType;

/**
 * Batch normalisation with statistics of fields, not of channels, so that it commutes with the
 * group:
 *
 * <pre>
 *   y = gamma (x - E mean) / sqrt(var + eps) + E beta
 * </pre>
 *
 * for each field, where the columns of E are its invariant vectors e_r of squared norm dim: the
 * vector of ones for trivial, regular and quotient fields, none for non-trivial irreps. mean holds
 * the averages of e_r . x / dim over batch and pixels, var the average of |x - E mean|^2 / dim.
 *
 * <p>Parameters, one row each: {@code gamma} and {@code var} with one number per field, {@code
 * beta} and {@code mean} with one number per invariant vector of each field, in field order. {@code
 * mean} and {@code var} are running averages, moved by DL4J's {@code NoOp} updater; leave them out
 * of gradient checks. Inputs are {@code [batch, channels, height, width]} or {@code [batch,
 * channels]}.
 *
 * <p>The reference runtime serves to verify training: it normalises by the batch always, and does
 * not move the running averages.
 */
public final class FieldBatchNormalization extends SlthLayer {

  /** Name of the parameter with the factor of each field. */
  public static final String GAMMA = NormalizationFunction.GAMMA;

  /** Name of the parameter with the shift along each invariant vector. */
  public static final String BETA = NormalizationFunction.BETA;

  /** Name of the parameter with the running mean along each invariant vector. */
  public static final String MEAN = NormalizationFunction.MEAN;

  /** Name of the parameter with the running variance of each field. */
  public static final String VARIANCE = NormalizationFunction.VARIANCE;

  @JsonProperty private final double decay;
  @JsonProperty private final double epsilon;

  private FieldBatchNormalization(Builder builder) {
    super(builder, builder.input);
    this.decay = builder.decay;
    this.epsilon = builder.epsilon;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private FieldBatchNormalization() {
    this.decay = 0;
    this.epsilon = 0;
  }

  /** Returns the share of the old running averages in the new ones. */
  public double decay() {
    return decay;
  }

  /** Returns what is added to each variance. */
  public double epsilon() {
    return epsilon;
  }

  @Override
  public void defineParameters(SDLayerParams params) {
    int fields = inputType().size();
    int invariants = new FieldInvariants(inputType()).coefficients();
    params.addWeightParam(GAMMA, 1, fields);
    if (invariants > 0) {
      params.addBiasParam(BETA, 1, invariants);
      params.addBiasParam(MEAN, 1, invariants);
    }
    params.addBiasParam(VARIANCE, 1, fields);
  }

  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    params.forEach(
        (name, value) -> value.assign(name.equals(GAMMA) || name.equals(VARIANCE) ? 1 : 0));
  }

  @Override
  Set<String> statistics() {
    return Set.of(MEAN, VARIANCE);
  }

  @Override
  public IUpdater getUpdaterByParam(String paramName) {
    return statistics().contains(paramName) ? new NoOp() : super.getUpdaterByParam(paramName);
  }

  @Override
  public @Nullable List<Regularization> getRegularizationByParam(String paramName) {
    return null; // as DL4J's own batch normalisation
  }

  @Override
  LayerFunction function(DataType type) {
    return new NormalizationFunction(new FieldInvariants(inputType()), decay, epsilon);
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    return new NormalizationGraph(inputType(), epsilon).define(sameDiff, layerInput, paramTable);
  }

  @Override
  List<Object> settings() {
    return List.of(decay, epsilon);
  }

  /** Options of the normalisation. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends LayerOptions<Builder> {

    private double decay = 0.9;
    private double epsilon = 1e-5;

    /**
     * Starts a normalisation.
     *
     * @param type the type of input and output
     */
    public Builder(FieldType type) {
      super(type);
    }

    /**
     * Sets the share of the old running averages in the new ones; the default is 0.9.
     *
     * @param decay from 0 to 1
     */
    public Builder decay(double decay) {
      if (!(decay >= 0 && decay <= 1)) {
        throw new IllegalArgumentException("expected a decay from 0 to 1, got " + decay);
      }
      this.decay = decay;
      return this;
    }

    /**
     * Sets what is added to each variance; the default is 1e-5.
     *
     * @param epsilon positive
     */
    public Builder epsilon(double epsilon) {
      if (!(epsilon > 0)) {
        throw new IllegalArgumentException("expected a positive epsilon, got " + epsilon);
      }
      this.epsilon = epsilon;
      return this;
    }

    @Override
    public FieldBatchNormalization build() {
      return new FieldBatchNormalization(this);
    }
  }
}
