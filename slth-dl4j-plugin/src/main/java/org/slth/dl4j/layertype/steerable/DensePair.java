package org.slth.dl4j.layertype.steerable;

import java.util.BitSet;
import java.util.Set;
import org.slth.dl4j.layer.EquivariantDense;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.representation.FieldType;

/** Two dense layers. */
record DensePair(EquivariantDense target) implements PairLayers {

  @Override
  public SteerableLayer first(FieldType hidden, boolean hasBias) {
    return layer(target.inputType(), hidden, hasBias);
  }

  @Override
  public SteerableLayer last(FieldType hidden) {
    return layer(hidden, target.outputType(), false);
  }

  private static SteerableLayer layer(FieldType from, FieldType to, boolean hasBias) {
    return new EquivariantDense.Builder(from, to).hasBias(hasBias).build();
  }

  /** One cell always does. */
  @Override
  public String remedy() {
    return "another group";
  }

  @Override
  public Set<BitSet> taps() {
    return Set.of(BitSet.valueOf(new long[] {1}));
  }
}
