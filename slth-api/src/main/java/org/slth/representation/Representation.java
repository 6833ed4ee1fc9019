package org.slth.representation;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;

/**
 * A real orthogonal representation ρ of a finite group: ρ(<i>gh</i>) = ρ(<i>g</i>) ρ(<i>h</i>).
 *
 * <p>Instances are immutable and may be used by many threads at once. Two are equal if and only if
 * their groups and names are, and have the hash code {@code 31 * group().hashCode() +
 * name().hashCode()}. {@code RepresentationLaws.check} tests every rule stated here.
 */
public interface Representation {

  /** {@return the group that is represented} */
  FiniteGroup group();

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

  /** {@return whether every matrix permutes the standard basis, so that ReLU commutes with it} */
  default boolean isPermutation() {
    return Permutations.of(this).isPresent();
  }

  /** {@return whether the group does nothing} */
  default boolean isTrivial() {
    Matrix identity = Matrix.identity(dimension());
    return IntStream.range(0, group().order()).allMatch(g -> matrix(g).equals(identity));
  }

  /**
   * {@return the one-dimensional representation ρ(<i>g</i>) = 1, named {@code trivial}}
   *
   * @param group the group
   */
  static Representation trivial(FiniteGroup group) {
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
    FiniteGroup group = subgroup.parent();
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
  static IrreducibleRepresentation irreducible(FiniteGroup group, int index) {
    List<IrreducibleRepresentation> all = IrreducibleRepresentation.of(group);
    if (index < 0 || index >= all.size()) {
      throw new IllegalArgumentException(
          String.format(
              "%s has irreducible representations 0..%d, got %d",
              group.name(), all.size() - 1, index));
    }
    return all.get(index);
  }

  /**
   * {@return a representation seen by a subgroup only, named such as {@code restricted(D4 0 1 2 3:
   * regular)}; the trivial one stays {@code trivial}}
   *
   * @param representation a representation of the parent group
   * @param subgroup the subgroup that remains
   * @throws IllegalArgumentException if the representation belongs to another group
   */
  static Representation restricted(Representation representation, Subgroup subgroup) {
    FiniteGroup parent = subgroup.parent();
    Names.requireGroup(parent, representation);
    if (representation.equals(trivial(parent))) {
      return trivial(subgroup.group());
    }
    int[] embedding = IntStream.range(0, subgroup.group().order()).map(subgroup::embed).toArray();
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
                    subgroup.group(), name, h -> representation.matrix(subgroup.embed(h))));
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
      FiniteGroup group, String name, int dimension, IntBinaryOperator image) {
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
    return MatrixRepresentation.checked(group, name, matrices);
  }

  /**
   * {@return the representation of that name}
   *
   * @param group the group
   * @param text {@code trivial}, {@code regular}, {@code quotient(0 4)}, {@code irrep(2)}, {@code
   *     restricted(D8 0 1 2 3: regular)} or {@code (regular + trivial)}
   * @throws IllegalArgumentException if the text is malformed; the message tells where
   */
  static Representation parse(FiniteGroup group, String text) {
    TextReader reader = new TextReader(text);
    Representation representation = reader.representation(group);
    reader.end();
    return representation;
  }
}
