package org.slth.representation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.Group;

/**
 * A real representation without invariant subspaces but 0 and itself.
 *
 * <p>The irreducible representations of a finite group are ordered by dimension, then by their
 * characters, larger ones first, element by element; so {@code irrep(0)} is the trivial one. The
 * first element of order 2 that does not act as ±1 acts by a diagonal matrix. With <i>d_i</i> their
 * dimensions and δ_i those of their {@linkplain EndomorphismType types}, Σ <i>d_i</i>² / δ_i =
 * |<i>G</i>|.
 */
public final class IrreducibleRepresentation implements Representation {

  private final MatrixRepresentation matrices;
  private final int index;
  private final EndomorphismType type;

  IrreducibleRepresentation(
      Group group, int index, EndomorphismType type, int frequency, IntFunction<Matrix> matrix) {
    this.matrices = new MatrixRepresentation(group, "irrep(" + index + ")", frequency, matrix);
    this.index = index;
    this.type = type;
  }

  /**
   * {@return all irreducible representations, up to equivalence}
   *
   * <p>For a finite group they are derived from its multiplication alone, up to rounding; the cost
   * is of order |<i>G</i>|³, a few milliseconds for a hundred elements. A compact group brings
   * them, up to some frequency.
   *
   * @param group a group
   */
  public static List<IrreducibleRepresentation> of(Group group) {
    if (!(group instanceof CompactGroup compact)) {
      return RegularDecomposition.irreducibles(group.samples());
    }
    return IntStream.range(0, compact.irreducibles().size())
        .mapToObj(index -> of(compact, index))
        .toList();
  }

  /** The irreducible representation that a compact group has at a place. */
  static IrreducibleRepresentation of(CompactGroup group, int index) {
    CompactGroup.Irreducible known = group.irreducibles().get(index);
    double norm =
        IntStream.range(0, group.samples().order())
            .mapToDouble(g -> Math.pow(known.matrix().apply(g).trace(), 2))
            .average()
            .orElseThrow();
    return new IrreducibleRepresentation(
        group,
        index,
        EndomorphismType.ofDimension((int) Math.round(norm)),
        known.frequency(),
        known.matrix());
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
  public Group group() {
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
  public int frequency() {
    return matrices.frequency();
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
