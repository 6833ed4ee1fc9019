package org.slth.representation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slth.algebra.SparseVector;

/**
 * The fixed vectors of a product of sums, (⊕<i>ᵢ Vᵢ</i>) ⊗ (⊕<i>ⱼ Wⱼ</i>) ⊗ … = ⊕ <i>Vᵢ</i> ⊗
 * <i>Wⱼ</i> ⊗ …: solved summand by summand, in the lexicographic order of the summands. Factors
 * that permute stay whole, and equal summands are solved once.
 */
final class InvariantSum {

  /** A summand of a factor, and its first index in it. */
  private record Part(Representation representation, int offset) {}

  private final List<Representation> factors;
  private final List<List<Part>> parts; // of each factor
  private final int dimension;
  private final Map<List<Representation>, InvariantBasis> solved = new HashMap<>();
  private final List<SparseVector> elements = new ArrayList<>();

  InvariantSum(List<Representation> factors) {
    this.factors = factors;
    this.parts = factors.stream().map(InvariantSum::parts).toList();
    this.dimension =
        factors.stream().mapToInt(Representation::dimension).reduce(1, Math::multiplyExact);
  }

  InvariantBasis solve() {
    choose(new ArrayList<>());
    return new InvariantBasis(dimension, elements);
  }

  /** Takes every summand of the next factor in turn; once all are chosen, solves. */
  private void choose(List<Part> chosen) {
    if (chosen.size() == factors.size()) {
      InvariantBasis basis =
          solved.computeIfAbsent(
              chosen.stream().map(Part::representation).toList(),
              summands -> new InvariantSolver(summands).solve());
      for (int k = 0; k < basis.size(); k++) {
        elements.add(placed(basis.element(k), chosen));
      }
      return;
    }
    for (Part part : parts.get(chosen.size())) {
      chosen.add(part);
      choose(chosen);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static List<Part> parts(Representation factor) {
    if (factor.isPermutation()) {
      return List.of(new Part(factor, 0));
    }
    List<Part> parts = new ArrayList<>();
    int offset = 0;
    for (Representation summand : factor.summands()) {
      parts.add(new Part(summand, offset));
      offset += summand.dimension();
    }
    return parts;
  }

  /** An element of a product of summands as one of the product of the sums. */
  private SparseVector placed(SparseVector element, List<Part> chosen) {
    TreeMap<Integer, Double> entries = new TreeMap<>();
    element.forEach((index, value) -> entries.put(index(index, chosen), value));
    return SparseVector.of(dimension, entries);
  }

  private int index(int joint, List<Part> chosen) {
    int index = 0;
    int rest = joint;
    int stride = 1;
    for (int f = factors.size() - 1; f >= 0; f--) {
      int own = chosen.get(f).representation().dimension();
      index += (chosen.get(f).offset() + rest % own) * stride;
      rest /= own;
      stride *= factors.get(f).dimension();
    }
    return index;
  }
}
