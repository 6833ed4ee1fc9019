package org.slth.dl4j.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slth.representation.FieldType;

/**
 * A run of equal fields in an array whose last channels are gates, and where the gates are.
 *
 * @param fields the run
 * @param gates one trivial field for each field of the run, null if these are trivial themselves
 */
public record GatedRun(FieldRun fields, @Nullable FieldRun gates) {

  /**
   * Returns the runs of a type, in order; the gates follow its last channel.
   *
   * @param type the type without the gates
   */
  public static List<GatedRun> of(FieldType type) {
    List<FieldRun> fields = FieldRun.of(type);
    List<FieldType.Run> runs = type.runs();
    List<GatedRun> gated = new ArrayList<>();
    int gate = 0;
    for (int i = 0; i < fields.size(); i++) {
      FieldRun run = fields.get(i);
      if (runs.get(i).representation().isTrivial()) {
        gated.add(new GatedRun(run, null));
      } else {
        FieldRun gates =
            new FieldRun(type.size() + gate, type.dimension() + gate, run.count(), 1, true);
        gated.add(new GatedRun(run, gates));
        gate += run.count();
      }
    }
    return List.copyOf(gated);
  }
}
