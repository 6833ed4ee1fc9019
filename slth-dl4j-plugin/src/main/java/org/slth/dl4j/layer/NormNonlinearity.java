package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.FieldRun;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.dl4j.internal.NormFunction;
import org.slth.representation.FieldType;

/**
 * A nonlinearity for fields of any orthogonal representation: it keeps the direction of each
 * field's vector <i>v</i> and shortens it,
 *
 * <pre>
 *   y = max(|v| - b, 0) v / |v|
 * </pre>
 *
 * with one bias b for each field, the parameter {@code b}. Inputs are {@code [batch, channels,
 * height, width]} or {@code [batch, channels]}.
 */
public final class NormNonlinearity extends SlthLayer {

  /** Name of the parameter that holds one bias for each field. */
  public static final String BIAS = NormFunction.BIAS;

  @JsonProperty private final double initialBias;

  private NormNonlinearity(Builder builder) {
    super(builder, builder.input);
    this.initialBias = builder.initialBias;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private NormNonlinearity() {
    this.initialBias = 0;
  }

  /** Returns the bias that each field starts with. */
  public double initialBias() {
    return initialBias;
  }

  @Override
  public void defineParameters(SDLayerParams params) {
    params.addBiasParam(BIAS, 1, inputType().size());
  }

  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    params.values().forEach(bias -> bias.assign(initialBias));
  }

  @Override
  LayerFunction function(DataType type) {
    return new NormFunction(FieldRun.of(inputType()));
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    List<SDVariable> parts = new ArrayList<>();
    for (RunGraph run : RunGraph.of(inputType())) {
      SDVariable v = run.read(layerInput);
      SDVariable norms = run.norms(v);
      SDVariable bias = named(paramTable, BIAS);
      SDVariable own =
          run.whole() ? bias : RunGraph.numbers(bias, run.run().field(), run.run().count());
      SDVariable excess = norms.sub(own.reshape(1, run.run().count(), 1, 1));
      SDVariable factor = sameDiff.nn().relu(excess, 0).div(norms);
      parts.add(run.write(layerInput, v.mul(factor)));
    }
    return RunGraph.joined(sameDiff, parts);
  }

  @Override
  List<Object> settings() {
    return List.of(initialBias);
  }

  /** Options of the nonlinearity. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends LayerOptions<Builder> {

    private double initialBias = 0.1;

    /**
     * Starts a nonlinearity.
     *
     * @param type the type of input and output
     */
    public Builder(FieldType type) {
      super(type);
    }

    /**
     * Sets the bias that each field starts with; the default is 0.1.
     *
     * @param initialBias 0 for the identity, more to switch off short vectors
     */
    public Builder initialBias(double initialBias) {
      if (!Double.isFinite(initialBias)) {
        throw new IllegalArgumentException("expected a finite bias, got " + initialBias);
      }
      this.initialBias = initialBias;
      return this;
    }

    @Override
    public NormNonlinearity build() {
      return new NormNonlinearity(this);
    }
  }
}
