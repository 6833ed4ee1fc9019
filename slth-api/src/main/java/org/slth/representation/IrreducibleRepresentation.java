package org.slth.representation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
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
public final class IrreducibleRepresentation extends NamedRepresentation {

  private final int index;
  private final EndomorphismType type;
  private final int frequency;
  private final List<Matrix> matrices;

  IrreducibleRepresentation(
      Group group, int index, EndomorphismType type, int frequency, IntFunction<Matrix> matrix) {
    super(group, "irrep(" + index + ")");
    this.index = index;
    this.type = type;
    this.frequency = frequency;
    this.matrices = IntStream.range(0, group.samples().order()).mapToObj(matrix).toList();
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
    FiniteGroup samples = group.samples();
    List<Matrix> matrices = IntStream.range(0, samples.order()).mapToObj(known.matrix()).toList();
    EndomorphismType type =
        Characters.type(samples, g -> matrices.get(g).trace())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "number %d of what %s calls irreducible is not"
                            .formatted(index, group.name())));
    return new IrreducibleRepresentation(group, index, type, known.frequency(), matrices::get);
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
  public int dimension() {
    return matrices.get(0).rows();
  }

  @Override
  public Matrix matrix(int g) {
    return matrices.get(g);
  }

  @Override
  public int frequency() {
    return frequency;
  }
}
