package org.slth.dl4j.layer;

import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/** What the builders of all layers share. */
abstract class LayerOptions<T extends LayerOptions<T>> extends SameDiffLayer.Builder<T> {

  final FieldType input;
  LayerRuntime runtime = LayerRuntime.FAST;

  LayerOptions(FieldType input) {
    this.input = input;
  }

  /**
   * Chooses what runs the layer; the default is {@link LayerRuntime#FAST}.
   *
   * @param runtime which of the two
   */
  public T runtime(LayerRuntime runtime) {
    this.runtime = runtime;
    return self();
  }

  final void requirePermutation(String operation, String wayOut) {
    for (int f = 0; f < input.size(); f++) {
      Representation field = input.fields().get(f);
      if (!field.isPermutation()) {
        throw new IllegalArgumentException(
            "%s needs fields whose channels the group permutes, got %s as field %d of %s; %s, or"
                    .formatted(operation, field.name(), f, input, wayOut)
                + " trivial, regular or quotient fields");
      }
    }
  }

  /** Returns the output type, which must be of the input's group. */
  final FieldType requireOneGroup(FieldType output) {
    if (!input.group().equals(output.group())) {
      throw new IllegalArgumentException(
          "input and output need one group, got "
              + input.group().name()
              + " and "
              + output.group().name()
              + "; FieldRestriction leads from a group to a subgroup");
    }
    return output;
  }

  static PoolingType requireMaxOrAvg(PoolingType type) {
    if (type != PoolingType.MAX && type != PoolingType.AVG) {
      throw new IllegalArgumentException("expected pooling type MAX or AVG, got " + type);
    }
    return type;
  }

  @SuppressWarnings("unchecked")
  final T self() {
    return (T) this;
  }
}
