package org.slth.representation;

import java.util.List;
import org.slth.algebra.SparseVector;
import org.slth.group.CompactGroup;
import org.slth.group.Group;

/**
 * A basis of the vectors of a tensor product <i>V₁</i> ⊗ … ⊗ <i>Vₘ</i> that a group fixes.
 *
 * <p>All bases of this library are of this kind, since ρ is orthogonal: a map from <i>V</i> to
 * <i>W</i> commutes with the group if and only if it is a fixed vector of <i>W</i> ⊗ <i>V</i>.
 *
 * <p>Write the product as <i>P</i> ⊗ <i>N</i>, with <i>P</i> the factors that permute. Then
 *
 * <pre>
 * {@code (P ⊗ N)^G = ⊕ over orbits Gp of { sum over q = gp of e_q ⊗ ρ_N(g) v : v in N^S },  S = stabiliser of p.}
 * </pre>
 *
 * <p>So a basis is a list of orbits, ordered by their least index, and for each an orthonormal
 * basis of the <i>v</i> that <i>S</i> fixes, whose number is an average of characters. Elements of
 * different orbits have no entry in common. Where all factors permute, entries are exactly 0 or 1.
 *
 * <p>The cost is of order |<i>G</i>| (dim <i>P</i> + (dim <i>N</i>)²) plus (dim <i>N</i>)³ for each
 * stabiliser that occurs. Elements are kept sparse.
 */
public final class InvariantBasis {

  private final int dimension;
  private final List<SparseVector> elements;

  InvariantBasis(int dimension, List<SparseVector> elements) {
    this.dimension = dimension;
    this.elements = List.copyOf(elements);
  }

  /**
   * {@return a basis of the fixed vectors; the same one whenever and wherever it is asked}
   *
   * @param factors representations of one group, at least one
   * @throws IllegalArgumentException if they belong to different groups, or if their frequencies
   *     exceed the band limit of a compact group
   */
  public static InvariantBasis of(Representation... factors) {
    requireOneGroup(List.of(factors));
    return new InvariantSum(List.of(factors)).solve();
  }

  /**
   * {@return the number of elements of the basis, (1/|<i>G</i>|) Σ_g χ₁(<i>g</i>) … χₘ(<i>g</i>)}
   *
   * @param factors representations of one group, at least one
   * @throws IllegalArgumentException if they belong to different groups, or if their frequencies
   *     exceed the band limit of a compact group
   */
  public static int size(Representation... factors) {
    List<Representation> list = List.of(factors);
    Group group = requireOneGroup(list);
    return Characters.fixed(Characters.all(group), g -> Characters.product(list, g));
  }

  private static Group requireOneGroup(List<Representation> factors) {
    Group group = factors.get(0).group();
    factors.forEach(factor -> Names.requireGroup(group, factor));
    int frequency = factors.stream().mapToInt(Representation::frequency).sum();
    if (group instanceof CompactGroup compact && frequency > compact.bandLimit()) {
      throw new IllegalArgumentException(
          "averages over %s are exact up to frequency %d, but those of %s add up to %d"
              .formatted(
                  group.name(),
                  compact.bandLimit(),
                  factors.stream().map(Representation::name).toList(),
                  frequency));
    }
    return group;
  }

  /** {@return the number of elements} */
  public int size() {
    return elements.size();
  }

  /** {@return the dimension of the tensor product} */
  public int dimension() {
    return dimension;
  }

  /**
   * {@return an element, indexed as the tensor product is: the last factor fastest}
   *
   * @param index from 0 to {@code size() - 1}
   */
  public SparseVector element(int index) {
    return elements.get(index);
  }
}
