package org.slth.representation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.Subgroup;

/**
 * A real orthogonal representation ρ of a group: ρ(<i>gh</i>) = ρ(<i>g</i>) ρ(<i>h</i>).
 *
 * <p>The elements of a group are those of its {@linkplain Group#samples() samples}: of a finite
 * group all, of a compact one the finite subgroup through which it is seen.
 *
 * <p>Instances are immutable and may be used by many threads at once. Two are equal if and only if
 * their groups and names are, and have the hash code {@code 31 * group().hashCode() +
 * name().hashCode()}. {@code RepresentationLaws.check} tests every rule stated here.
 */
public interface Representation {

  /** {@return the group that is represented} */
  Group group();

  /** {@return the text that {@link #parse} reads back, if this class made it; never changes} */
  String name();

  /** {@return the number of rows of each matrix, at least one} */
  int dimension();

  /**
   * {@return the orthogonal matrix ρ(<i>g</i>)}
   *
   * @param g an element of the group
   */
  Matrix matrix(int g);

  /**
   * {@return the character χ(<i>g</i>) = tr ρ(<i>g</i>)}
   *
   * @param g an element of the group
   */
  default double character(int g) {
    return matrix(g).trace();
  }

  /**
   * {@return the highest frequency of a matrix entry, 0 for finite groups; see {@link
   * CompactGroup#bandLimit}}
   */
  default int frequency() {
    return 0;
  }

  /**
   * {@return the representations whose block-diagonal sum this one is, in order; itself alone if it
   * is not known as a sum}
   */
  default List<Representation> summands() {
    return List.of(this);
  }

  /** {@return whether every matrix permutes the standard basis, so that ReLU commutes with it} */
  default boolean isPermutation() {
    return Permutations.of(this).isPresent();
  }

  /** {@return whether the group does nothing} */
  default boolean isTrivial() {
    Matrix identity = Matrix.identity(dimension());
    return IntStream.range(0, group().samples().order()).allMatch(g -> matrix(g).equals(identity));
  }

  /**
   * {@return the one-dimensional representation ρ(<i>g</i>) = 1, named {@code trivial}}
   *
   * @param group the group
   */
  static Representation trivial(Group group) {
    return new PermutationRepresentation(group, "trivial", 1, (g, i) -> 0);
  }

  /**
   * {@return the representation of a group on itself, ρ(<i>g</i>) <i>e_h</i> = <i>e_gh</i>, named
   * {@code regular}}
   *
   * @param group the group
   */
  static Representation regular(FiniteGroup group) {
    return new PermutationRepresentation(group, "regular", group.order(), group::multiply);
  }

  /**
   * {@return the representation on left cosets, ρ(<i>g</i>) <i>e_aH</i> = <i>e_gaH</i>, named such
   * as {@code quotient(0 4)} after the elements of <i>H</i>}
   *
   * @param subgroup the subgroup <i>H</i>
   */
  static Representation quotient(Subgroup subgroup) {
    FiniteGroup group = FiniteGroup.of(subgroup.parent());
    return new PermutationRepresentation(
        group,
        "quotient(" + Names.numbers(subgroup.elements()) + ")",
        subgroup.index(),
        (g, coset) -> subgroup.coset(group.multiply(g, subgroup.representative(coset))));
  }

  /**
   * {@return an irreducible representation, named such as {@code irrep(2)}}
   *
   * @param group the group
   * @param index its place in {@link IrreducibleRepresentation#of}
   * @throws IllegalArgumentException if there is none of that index
   */
  static IrreducibleRepresentation irreducible(Group group, int index) {
    return Irreducibles.at(group, index);
  }

  /**
   * {@return the functions on a compact group up to a frequency, ⊕<i>ᵢ</i> (<i>dᵢ</i>/δ<i>ᵢ</i>)
   * ρ<i>ᵢ</i> by the theorem of Peter and Weyl, named such as {@code fourier(3)}}
   *
   * <p>It is the regular representation, cut off; <i>dᵢ</i> is the dimension of ρ<i>ᵢ</i> and
   * δ<i>ᵢ</i> that of its {@linkplain EndomorphismType endomorphisms}. For SO(2) these are 1, cos
   * θ, sin θ, …, cos <i>F</i>θ, sin <i>F</i>θ.
   *
   * @param group the group
   * @param frequency the highest frequency <i>F</i>, at least 0
   * @throws IllegalArgumentException if the group brings no representations of that frequency
   */
  static Representation fourier(CompactGroup group, int frequency) {
    return Irreducibles.fourier(group, frequency);
  }

  /**
   * {@return a representation seen by a subgroup only, named such as {@code restricted(D4 0 1 2 3:
   * regular)}; the trivial one stays {@code trivial}}
   *
   * <p>For a compact subgroup, the parts of a sum whose matrices are those of one of its
   * irreducible representations go by that name: on SO2, {@code irrep(3)} of O2 is {@code
   * irrep(2)}.
   *
   * @param representation a representation of the parent group
   * @param subgroup the subgroup that remains
   * @throws IllegalArgumentException if the representation belongs to another group
   */
  static Representation restricted(Representation representation, Subgroup subgroup) {
    Group parent = subgroup.parent();
    Names.requireGroup(parent, representation);
    if (representation.equals(trivial(parent))) {
      return trivial(subgroup.group());
    }
    Optional<Representation> known = Irreducibles.restricted(representation, subgroup);
    if (known.isPresent()) {
      return known.get();
    }
    int[] embedding =
        IntStream.range(0, subgroup.group().samples().order()).map(subgroup::embed).toArray();
    String name =
        String.format(
            "restricted(%s %s: %s)",
            parent.name(), Names.numbers(embedding), representation.name());
    return Permutations.of(representation)
        .<Representation>map(
            images ->
                new PermutationRepresentation(
                    subgroup.group(),
                    name,
                    representation.dimension(),
                    (h, i) -> images[subgroup.embed(h)][i]))
        .orElseGet(
            () ->
                new MatrixRepresentation(
                    subgroup.group(),
                    name,
                    subgroup.group() instanceof CompactGroup ? representation.frequency() : 0,
                    h -> representation.matrix(subgroup.embed(h))));
  }

  /**
   * {@return the block-diagonal sum, named such as {@code (regular + trivial)}}
   *
   * @param summands two or more representations of one group
   * @throws IllegalArgumentException if they are fewer or belong to different groups
   */
  static Representation directSum(Representation... summands) {
    return Names.directSum(List.of(summands));
  }

  /**
   * {@return the representation ρ(<i>g</i>) <i>e_i</i> = <i>e_g(i)</i>; {@link #parse} does not
   * know its name}
   *
   * @param group the group
   * @param name a name; representations of one group and name must be the same
   * @param dimension the number of points that the group permutes, at least one
   * @param image the point to which an element, the first argument, takes a point, the second;
   *     asked once for all
   * @throws IllegalArgumentException if an element does not permute the points; that products act
   *     as products is left to {@code RepresentationLaws}
   */
  static Representation permuting(
      Group group, String name, int dimension, IntBinaryOperator image) {
    return PermutationRepresentation.checked(group, name, dimension, image);
  }

  /**
   * {@return a representation given by its matrices; {@link #parse} does not know its name}
   *
   * @param group the group
   * @param name a name; representations of one group and name must be the same
   * @param matrices ρ(<i>g</i>) for each element, orthogonal and of one size
   * @throws IllegalArgumentException if their number or sizes are wrong
   */
  static Representation of(FiniteGroup group, String name, List<Matrix> matrices) {
    return MatrixRepresentation.checked(group, name, 0, matrices);
  }

  /**
   * {@return a representation of any group given by its matrices; {@link #parse} does not know its
   * name}
   *
   * @param group the group
   * @param name a name; representations of one group and name must be the same
   * @param frequency the highest frequency of a matrix entry; 0 for a finite group
   * @param matrices ρ(<i>g</i>) for each sample, orthogonal and of one size
   * @throws IllegalArgumentException if their number or sizes are wrong
   */
  static Representation of(Group group, String name, int frequency, List<Matrix> matrices) {
    return MatrixRepresentation.checked(group, name, frequency, matrices);
  }

  /**
   * {@return the representation of that name}
   *
   * @param group the group
   * @param text {@code trivial}, {@code regular}, {@code quotient(0 4)}, {@code irrep(2)}, {@code
   *     fourier(3)}, {@code restricted(D8 0 1 2 3: regular)}, {@code (regular + trivial)}, or a
   *     name that a {@link RepresentationProvider} knows
   * @throws IllegalArgumentException if the text is malformed; the message tells where
   */
  static Representation parse(Group group, String text) {
    TextReader reader = new TextReader(text);
    Representation representation = reader.representation(group);
    reader.end();
    return representation;
  }
}
