package org.slth.group;

import java.util.List;
import java.util.function.IntFunction;
import org.slth.algebra.Matrix;

/**
 * A compact group with infinitely many elements, such as SO(2), known by its irreducible
 * representations and seen through a finite subgroup.
 *
 * <p>The law that makes this exact: with <i>F</i> the {@link #bandLimit}, and ρ₁, ρ₂, … any
 * irreducible representations whose frequencies add up to at most <i>F</i>,
 *
 * <pre>
 * average over s in samples() of ρ₁(s) ⊗ ρ₂(s) ⊗ …  =  ∫ ρ₁(g) ⊗ ρ₂(g) ⊗ … dg   (Haar measure)
 * </pre>
 *
 * <p>So the maps and kernels that commute with the samples are those that commute with the whole
 * group, and everything that asks for more than <i>F</i> is refused. Instances are immutable, are
 * equal if and only if their names are, have the hash code of their name, and may be used by many
 * threads at once. {@code GroupLaws.check(group)} tests the rules.
 */
public interface CompactGroup extends Group {

  /**
   * {@return the irreducible representations up to some frequency, up to equivalence; the trivial
   * one first, none of a lower frequency behind one of a higher}
   */
  List<Irreducible> irreducibles();

  /** {@return the sum of frequencies up to which averages over the samples are exact} */
  int bandLimit();

  /**
   * One irreducible representation.
   *
   * @param frequency the highest frequency of a matrix entry, at least 0
   * @param matrix the orthogonal matrix of an element of the samples
   */
  record Irreducible(int frequency, IntFunction<Matrix> matrix) {}
}
