package org.slth.dl4j.layer;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.DropoutFunction;
import org.slth.dl4j.internal.FieldRun;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.representation.FieldType;

/**
 * Dropout that commutes with any group: in training a field of an example, with all its channels
 * and pixels, is kept and divided by the probability to keep it, or it becomes zero,
 *
 * <pre>
 *   y = v / p  with probability p,   y = 0  else
 * </pre>
 *
 * In inference it is the identity. The generator is ND4J's, as for DL4J's own dropout, which drops
 * channels one by one and so commutes with no group that mixes them.
 */
public final class FieldDropout extends SlthLayer {

  @JsonProperty private final double keepProbability;

  private FieldDropout(Builder builder) {
    super(builder, builder.input);
    this.keepProbability = builder.keepProbability;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private FieldDropout() {
    this.keepProbability = 1;
  }

  /** Returns the probability with which a field is kept. */
  public double keepProbability() {
    return keepProbability;
  }

  @Override
  LayerFunction function(DataType type) {
    return new DropoutFunction(FieldRun.of(inputType()), inputType().size(), keepProbability);
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    throw new UnsupportedOperationException(
        "the reference runtime would draw other fields for the gradient than for the output; use"
            + " LayerRuntime.FAST");
  }

  @Override
  List<Object> settings() {
    return List.of(keepProbability);
  }

  /** Options of the dropout. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends LayerOptions<Builder> {

    private final double keepProbability;

    /**
     * Starts a dropout.
     *
     * @param type the type of input and output
     * @param keepProbability above 0, at most 1
     */
    public Builder(FieldType type, double keepProbability) {
      super(type);
      if (!(keepProbability > 0 && keepProbability <= 1)) {
        throw new IllegalArgumentException(
            "expected a probability above 0 and at most 1 to keep a field, got " + keepProbability);
      }
      this.keepProbability = keepProbability;
    }

    @Override
    public FieldDropout build() {
      return new FieldDropout(this);
    }
  }
}
