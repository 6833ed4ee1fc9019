package org.slth.representation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slth.group.CompactGroup;
import org.slth.group.Group;

/**
 * Irreducible representations by their place, and the sums of them that compact groups have.
 *
 * <p>Deriving those of a finite group is dear, and finds all of them: an instance remembers them.
 */
final class Irreducibles {

  private final Map<Group, List<IrreducibleRepresentation>> derived = new HashMap<>();

  Irreducibles() {}

  IrreducibleRepresentation at(Group group, int index) {
    if (group instanceof CompactGroup compact) {
      requireIndex(group, index, compact.irreducibles().size());
      return IrreducibleRepresentation.of(compact, index);
    }
    List<IrreducibleRepresentation> all =
        derived.computeIfAbsent(group, IrreducibleRepresentation::of);
    requireIndex(group, index, all.size());
    return all.get(index);
  }

  private static void requireIndex(Group group, int index, int size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          String.format(
              "%s has irreducible representations 0..%d, got %d", group.name(), size - 1, index));
    }
  }

  static Representation fourier(CompactGroup group, int frequency) {
    List<CompactGroup.Irreducible> known = group.irreducibles();
    int highest = known.get(known.size() - 1).frequency();
    if (frequency < 0 || frequency > highest) {
      throw new IllegalArgumentException(
          "%s has frequencies 0..%d, got %d".formatted(group.name(), highest, frequency));
    }
    List<Representation> summands = new ArrayList<>();
    for (int i = 0; i < known.size() && known.get(i).frequency() <= frequency; i++) {
      IrreducibleRepresentation irreducible = IrreducibleRepresentation.of(group, i);
      int multiplicity = irreducible.dimension() / irreducible.type().dimension();
      summands.addAll(Collections.nCopies(multiplicity, irreducible));
    }
    return MatrixRepresentation.sum(group, "fourier(" + frequency + ")", summands);
  }
}
