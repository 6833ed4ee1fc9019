package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.FieldRun;
import org.slth.dl4j.internal.GatedFunction;
import org.slth.dl4j.internal.GatedRun;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.representation.FieldType;

/**
 * A nonlinearity for fields of any representation: each field's vector <i>v</i> is multiplied by a
 * number between 0 and 1 that an invariant channel of its own, its gate <i>g</i>, decides,
 *
 * <pre>
 *   y = v / (1 + exp(-g))
 * </pre>
 *
 * <p>Trivial fields need no gate: they get an activation function, by default ReLU. The input holds
 * the fields and then one trivial field for each field that is not trivial, {@link #gated}; the
 * layer below has that as its output type. Inputs are {@code [batch, channels, height, width]} or
 * {@code [batch, channels]}.
 */
public final class GatedNonlinearity extends SlthLayer {

  @JsonProperty private final IActivation activation;

  private GatedNonlinearity(Builder builder) {
    super(builder, builder.fields);
    this.activation = builder.activation;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private GatedNonlinearity() {
    this.activation = new ActivationReLU();
  }

  /**
   * Returns the input type that gives some fields: the fields, then one gate for each of them that
   * is not trivial, in their order.
   *
   * @param fields the type of the output
   */
  public static FieldType gated(FieldType fields) {
    int gates =
        fields.runs().stream()
            .filter(run -> !run.representation().isTrivial())
            .mapToInt(FieldType.Run::count)
            .sum();
    return gates == 0 ? fields : fields.plus(FieldType.trivial(fields.group(), gates));
  }

  /** Returns the activation function of trivial fields. */
  public IActivation activation() {
    return activation;
  }

  @Override
  LayerFunction function(DataType type) {
    return new GatedFunction(GatedRun.of(outputType()), outputType().dimension(), activation);
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    List<SDVariable> parts = new ArrayList<>();
    boolean whole = inputType().runs().size() == 1;
    for (GatedRun gated : GatedRun.of(outputType())) {
      RunGraph run = new RunGraph(gated.fields(), whole);
      SDVariable v = run.read(layerInput);
      FieldRun gates = gated.gates();
      SDVariable y =
          gates == null
              ? ActivationGraph.of(activation, v)
              : v.mul(sameDiff.nn().sigmoid(new RunGraph(gates, false).read(layerInput)));
      parts.add(run.write(layerInput, y));
    }
    return RunGraph.joined(sameDiff, parts);
  }

  @Override
  List<Object> settings() {
    return List.of(activation);
  }

  /** Options of the nonlinearity; the activation is that of trivial fields. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends ActivationOptions<Builder> {

    private final FieldType fields;

    /**
     * Starts a nonlinearity.
     *
     * @param fields the type of the output; that of the input is {@link #gated}
     */
    public Builder(FieldType fields) {
      super(gated(fields));
      this.fields = fields;
    }

    @Override
    public GatedNonlinearity build() {
      return new GatedNonlinearity(this);
    }
  }
}
