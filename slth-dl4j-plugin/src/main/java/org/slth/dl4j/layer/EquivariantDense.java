package org.slth.dl4j.layer;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.slth.dl4j.internal.DenseOperation;
import org.slth.dl4j.internal.KernelOperation;
import org.slth.representation.FieldType;

/**
 * The general linear layer that commutes with a group, <i>f</i>(ρ(<i>g</i>) <i>x</i>) = σ(<i>g</i>)
 * <i>f</i>(<i>x</i>), for any group and any two types:
 *
 * <pre>
 *   y_p = sum_q sum_k w[p,q,k] B_k x_q  +  sum_r b[p,r] e_r
 * </pre>
 *
 * where B_k runs over a basis of the linear maps from input field q to output field p that commute
 * with the group ({@link org.slth.representation.IntertwinerBasis}), and e_r over the invariant
 * vectors of output field p. From {@code [batch, channels]} to {@code [batch, channels]}, without
 * an activation; the group need not act on the plane.
 *
 * <p>On every pixel of an image the same map is {@link SteerableConvolution2D} with a kernel of
 * size 1.
 *
 * @see CoefficientLayout
 */
public final class EquivariantDense extends SteerableLayer {

  private EquivariantDense(Builder builder) {
    super(builder, builder.output, KernelKind.POINTWISE, builder.hasBias);
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private EquivariantDense() {}

  @Override
  KernelOperation operation() {
    return new DenseOperation(inputType().dimension(), outputType().dimension());
  }

  @Override
  SDVariable operation(SameDiff graph, SDVariable x, SDVariable kernel) {
    return x.mmul(kernel.reshape(inputType().dimension(), outputType().dimension()));
  }

  @Override
  int spread() {
    return 1;
  }

  @Override
  String remedy() {
    return "types that share an irreducible representation have more";
  }

  @Override
  InputKind takes() {
    return InputKind.VECTORS;
  }

  @Override
  List<Object> settings() {
    return List.of(hasBias());
  }

  /** Options of the layer. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends LayerOptions<Builder> {

    private final FieldType output;
    private boolean hasBias = true;

    /**
     * Starts a layer from one type to another.
     *
     * @param input the type of the input
     * @param output the type of the output
     * @throws IllegalArgumentException if the types belong to different groups
     */
    public Builder(FieldType input, FieldType output) {
      super(input);
      this.output = requireOneGroup(output);
    }

    /** Sets whether there is a bias on the invariant vectors; the default is true. */
    public Builder hasBias(boolean hasBias) {
      this.hasBias = hasBias;
      return this;
    }

    @Override
    public EquivariantDense build() {
      return new EquivariantDense(this);
    }
  }
}
