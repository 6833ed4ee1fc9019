package org.slth.dl4j.layer;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.dl4j.internal.PointwiseFunction;
import org.slth.representation.FieldType;

/**
 * An activation function on every channel, <i>y</i> = &sigma;(<i>x</i>), by default ReLU.
 *
 * <p>It commutes with the group only where the group permutes the channels of each field, as it
 * does for trivial, regular and quotient representations; other fields are refused, and {@link
 * FourierNonlinearity} or {@link NormNonlinearity} takes them.
 */
public final class FieldActivation extends SlthLayer {

  @JsonProperty private final IActivation activation;

  private FieldActivation(Builder builder) {
    super(builder, builder.input);
    this.activation = builder.activation;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private FieldActivation() {
    this.activation = new ActivationReLU();
  }

  /** Returns the activation function. */
  public IActivation activation() {
    return activation;
  }

  @Override
  LayerFunction function(DataType type) {
    return PointwiseFunction.of(activation);
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    return ActivationGraph.of(activation, layerInput);
  }

  @Override
  List<Object> settings() {
    return List.of(activation);
  }

  /** Options of the activation. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends ActivationOptions<Builder> {

    /**
     * Starts an activation.
     *
     * @param type the type of input and output
     * @throws IllegalArgumentException if the group does not permute the channels of some field
     */
    public Builder(FieldType type) {
      super(type);
      requirePermutation(
          "a pointwise activation",
          "use FourierNonlinearity, GatedNonlinearity or NormNonlinearity instead");
    }

    @Override
    public FieldActivation build() {
      return new FieldActivation(this);
    }
  }
}
