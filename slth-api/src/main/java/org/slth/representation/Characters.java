package org.slth.representation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;

/** Averages of characters, which count dimensions. */
final class Characters {

  /** Far above rounding, far below the distance of two whole numbers. */
  private static final double WHOLE = 1e-6;

  private Characters() {}

  /** The dimension of the fixed vectors: the average of the character over some elements. */
  static int fixed(int[] subgroup, IntToDoubleFunction character) {
    double sum = 0;
    for (int g : subgroup) {
      sum += character.applyAsDouble(g);
    }
    double average = sum / subgroup.length;
    long whole = Math.round(average);
    if (!(Math.abs(average - whole) < WHOLE)) {
      throw new IllegalArgumentException(
          "expected representations, but an average of characters is not whole: " + average);
    }
    return Math.toIntExact(whole);
  }

  /** The type of an irreducible representation, or nothing if its character shows it to be none. */
  static Optional<EndomorphismType> type(FiniteGroup group, IntToDoubleFunction character) {
    double norm = 0;
    double indicator = 0;
    for (int g = 0; g < group.order(); g++) {
      norm += Math.pow(character.applyAsDouble(g), 2) / group.order();
      indicator += character.applyAsDouble(group.multiply(g, g)) / group.order();
    }
    return EndomorphismType.of(norm, indicator);
  }

  static int[] all(Group group) {
    return IntStream.range(0, group.samples().order()).toArray();
  }

  static double product(List<Representation> factors, int g) {
    double product = 1;
    for (Representation factor : factors) {
      product *= factor.character(g);
    }
    return product;
  }
}
