package org.slth.dl4j.layer;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.dl4j.internal.IdentityFunction;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;

/**
 * Forgets a part of the symmetry: the numbers stay, the fields become fields of a subgroup.
 *
 * <p>What follows need commute with the subgroup only, for example with the rotations C8 inside the
 * rotations and reflections D8.
 */
public final class FieldRestriction extends SlthLayer {

  private FieldRestriction(Builder builder) {
    super(builder, builder.input.restrictedTo(builder.subgroup));
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private FieldRestriction() {}

  @Override
  LayerFunction function(DataType type) {
    return new IdentityFunction();
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    return layerInput.mul(1.0); // DL4J fails on a graph that returns its input
  }

  @Override
  List<Object> settings() {
    return List.of();
  }

  /** Options of the restriction. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends LayerOptions<Builder> {

    private final Subgroup subgroup;

    /**
     * Starts a restriction.
     *
     * @param input the type of the input
     * @param subgroup the part of its group that remains
     * @throws IllegalArgumentException if the subgroup lies in another group
     */
    public Builder(FieldType input, Subgroup subgroup) {
      super(input);
      if (!subgroup.parent().equals(input.group())) {
        throw new IllegalArgumentException(
            "expected a subgroup of %s, got one of %s"
                .formatted(input.group().name(), subgroup.parent().name()));
      }
      this.subgroup = subgroup;
    }

    @Override
    public FieldRestriction build() {
      return new FieldRestriction(this);
    }
  }
}
