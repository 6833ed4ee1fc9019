package org.slth.representation;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.LinearGroup;
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
    return Transfer.quotient(subgroup);
  }

  /**
   * {@return the representation by which a group of matrices moves points, named {@code vector}}
   *
   * @param group the group
   */
  static Representation vector(LinearGroup group) {
    int frequency = group instanceof CompactGroup ? 1 : 0;
    return new MatrixRepresentation(group, "vector", frequency, group::action);
  }

  /**
   * {@return an irreducible representation, named such as {@code irrep(2)}}
   *
   * @param group the group
   * @param index its place in {@link IrreducibleRepresentation#of}
   * @throws IllegalArgumentException if there is none of that index
   */
  static IrreducibleRepresentation irreducible(Group group, int index) {
    return new Irreducibles().at(group, index);
  }

  /**
   * {@return the functions on a compact group up to a frequency, ⊕<i>ᵢ</i> (<i>dᵢ</i>/δ<i>ᵢ</i>)
   * ρ<i>ᵢ</i> by the theorem of Peter and Weyl, named such as {@code fourier(3)}}
   *
   * <p>It is the regular representation, cut off: for SO(2) 1, cos θ, sin θ, …, sin <i>F</i>θ. The
   * δ<i>ᵢ</i> are the dimensions of the {@linkplain EndomorphismType endomorphisms}.
   *
   * @param group the group
   * @param frequency the highest frequency <i>F</i>, at least 0
   * @throws IllegalArgumentException if the group brings no representations of that frequency
   */
  static Representation fourier(CompactGroup group, int frequency) {
    return Irreducibles.fourier(group, frequency);
  }

  /**
   * {@return a representation seen by a subgroup only, named such as {@code restricted(D4:
   * regular)} or {@code restricted(S3 0 5: regular)}, see {@link Subgroup#isNatural}; the trivial
   * one stays {@code trivial}}
   *
   * @param representation a representation of the parent group
   * @param subgroup the subgroup that remains
   * @throws IllegalArgumentException if the representation belongs to another group
   */
  static Representation restricted(Representation representation, Subgroup subgroup) {
    return Transfer.restricted(representation, subgroup);
  }

  /**
   * {@return one copy of a representation σ of a subgroup for each left coset <i>r_cH</i>,
   * ρ(<i>g</i>)(<i>e_c</i> ⊗ <i>v</i>) = <i>e_d</i> ⊗ σ(<i>h</i>)<i>v</i> where <i>g r_c</i> =
   * <i>r_d h</i>, named such as {@code induced(C4: irrep(1))} or {@code induced(S2 0 5: regular)}}
   *
   * <p>The <i>r_c</i> are the least elements of their cosets. Of the trivial representation this is
   * the {@linkplain #quotient quotient}. It permutes if σ does.
   *
   * @param representation a representation σ of the subgroup <i>H</i>
   * @param subgroup the subgroup <i>H</i> of a group <i>G</i>
   * @throws IllegalArgumentException if the representation belongs to another group, or if a
   *     compact <i>G</i> has infinitely many cosets
   */
  static Representation induced(Representation representation, Subgroup subgroup) {
    return Transfer.induced(representation, subgroup);
  }

  /**
   * {@return the block-diagonal sum, named such as {@code (regular + trivial)}}
   *
   * @param summands two or more representations of one group
   * @throws IllegalArgumentException if they are fewer or belong to different groups
   */
  static Representation directSum(Representation... summands) {
    return Combination.directSum(List.of(summands));
  }

  /**
   * {@return the tensor product ρ₁(<i>g</i>) ⊗ ρ₂(<i>g</i>) ⊗ …, named such as {@code (regular *
   * irrep(1))}; the index of the last factor runs fastest, frequencies add up}
   *
   * @param factors two or more representations of one group
   * @throws IllegalArgumentException if they are fewer or belong to different groups
   */
  static Representation tensorProduct(Representation... factors) {
    return Combination.tensorProduct(List.of(factors));
  }

  /**
   * {@return the representation ρ(<i>g</i>) <i>e_i</i> = <i>e_g(i)</i>; {@link #parse} does not
   * know its name}
   *
   * @param group the group
   * @param name a name; representations of one group and name must be the same
   * @param dimension the number of points, at least one
   * @param image where an element, the first argument, takes a point; asked once for all
   * @throws IllegalArgumentException if an element does not permute the points; that products act
   *     as products is left to {@code RepresentationLaws}
   */
  static Representation permuting(
      Group group, String name, int dimension, IntBinaryOperator image) {
    return PermutationRepresentation.checked(group, name, dimension, image);
  }

  /**
   * {@return the same as {@link #of(Group, String, int, List)}, with frequency 0}
   *
   * @param group the group
   * @param name a name; representations of one group and name must be the same
   * @param matrices ρ(<i>g</i>) for each element, orthogonal and of one size
   */
  static Representation of(FiniteGroup group, String name, List<Matrix> matrices) {
    return MatrixRepresentation.checked(group, name, 0, matrices);
  }

  /**
   * {@return a representation given by its matrices; {@link #parse} does not know its name}
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
   *     fourier(3)}, {@code restricted(D8: regular)}, {@code induced(C4: irrep(1))}, {@code
   *     (regular + trivial)}, {@code (regular * irrep(1))}, or a name that a {@link
   *     RepresentationProvider} knows, such as {@code vector}
   * @throws IllegalArgumentException if the text is malformed; the message tells where
   */
  static Representation parse(Group group, String text) {
    TextReader reader = new TextReader(text);
    Representation representation = reader.representation(group);
    reader.end();
    return representation;
  }
}
