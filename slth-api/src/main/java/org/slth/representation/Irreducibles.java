package org.slth.representation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slth.group.CompactGroup;
import org.slth.group.Group;
import org.slth.group.Subgroup;

/** Irreducible representations by their place, and the sums of them that compact groups have. */
final class Irreducibles {

  /** Of matrix entries, which are sums of few products of numbers up to 1. */
  private static final double ROUNDING = 1e-12;

  private Irreducibles() {}

  static IrreducibleRepresentation at(Group group, int index) {
    if (group instanceof CompactGroup compact) {
      requireIndex(group, index, compact.irreducibles().size());
      return IrreducibleRepresentation.of(compact, index);
    }
    List<IrreducibleRepresentation> all = IrreducibleRepresentation.of(group);
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

  /** A representation on a compact subgroup, if each part of it is irreducible there, too. */
  static Optional<Representation> restricted(Representation representation, Subgroup subgroup) {
    if (!(subgroup.group() instanceof CompactGroup compact)) {
      return Optional.empty();
    }
    List<IrreducibleRepresentation> all = IrreducibleRepresentation.of(compact);
    List<Representation> parts = new ArrayList<>();
    for (Representation part : representation.summands()) {
      all.stream().filter(known -> isEqual(part, subgroup, known)).forEach(parts::add);
    }
    if (parts.size() != representation.summands().size()) {
      return Optional.empty();
    }
    return Optional.of(parts.size() == 1 ? parts.get(0) : Names.directSum(parts));
  }

  private static boolean isEqual(
      Representation part, Subgroup subgroup, IrreducibleRepresentation known) {
    return part.dimension() == known.dimension()
        && IntStream.range(0, subgroup.group().samples().order())
            .allMatch(h -> part.matrix(subgroup.embed(h)).isCloseTo(known.matrix(h), ROUNDING));
  }
}
