package org.slth.representation;

import java.util.List;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;

/**
 * A real representation without invariant subspaces but 0 and itself.
 *
 * <p>The irreducible representations of a group are ordered by dimension, then by their characters,
 * larger ones first, element by element; so {@code irrep(0)} is the trivial one. The first element
 * of order 2 that does not act as ±1 acts by a diagonal matrix. With <i>d_i</i> their dimensions
 * and δ_i those of their {@linkplain EndomorphismType types}, Σ <i>d_i</i>² / δ_i = |<i>G</i>|.
 */
public final class IrreducibleRepresentation implements Representation {

  private final MatrixRepresentation matrices;
  private final int index;
  private final EndomorphismType type;

  IrreducibleRepresentation(
      FiniteGroup group, int index, EndomorphismType type, List<Matrix> matrices) {
    this.matrices = new MatrixRepresentation(group, "irrep(" + index + ")", matrices::get);
    this.index = index;
    this.type = type;
  }

  /**
   * {@return all irreducible representations, up to equivalence}
   *
   * <p>The cost is of order |<i>G</i>|³, a few milliseconds for a hundred elements. The result
   * depends on the multiplication of the group alone, up to rounding.
   *
   * @param group a finite group
   */
  public static List<IrreducibleRepresentation> of(FiniteGroup group) {
    return RegularDecomposition.irreducibles(group);
  }

  /** {@return what commutes with this representation} */
  public EndomorphismType type() {
    return type;
  }

  /** {@return the place among the irreducible representations of the group} */
  public int index() {
    return index;
  }

  @Override
  public FiniteGroup group() {
    return matrices.group();
  }

  @Override
  public String name() {
    return matrices.name();
  }

  @Override
  public int dimension() {
    return matrices.dimension();
  }

  @Override
  public Matrix matrix(int g) {
    return matrices.matrix(g);
  }

  @Override
  public boolean equals(Object other) {
    return matrices.equals(other);
  }

  @Override
  public int hashCode() {
    return matrices.hashCode();
  }

  @Override
  public String toString() {
    return matrices.toString();
  }
}
