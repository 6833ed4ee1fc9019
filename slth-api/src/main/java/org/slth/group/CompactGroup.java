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
 * group, and everything that asks for more than <i>F</i> is refused. Another law ties frequencies
 * to products: ρ₁ ⊗ ρ₂ is a sum of irreducible representations whose frequencies are at most the
 * sum of those of ρ₁ and ρ₂.
 */
public interface CompactGroup extends Group {

  /**
   * {@return all irreducible representations up to some frequency, up to equivalence; the trivial
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
  record Irreducible(int frequency, IntFunction<Matrix> matrix) {

    /**
     * Checks the frequency.
     *
     * @param frequency the highest frequency of a matrix entry, at least 0
     * @param matrix the orthogonal matrix of an element of the samples
     */
    public Irreducible {
      if (frequency < 0) {
        throw new IllegalArgumentException("a frequency is at least 0, got " + frequency);
      }
    }
  }
}
