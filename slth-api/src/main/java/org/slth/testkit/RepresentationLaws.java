package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.representation.Representation;

/** The laws of {@link Representation}. */
public final class RepresentationLaws {

  private RepresentationLaws() {}

  /**
   * Checks, for all elements (of a compact group: all samples), that matrices are orthogonal and
   * multiply as the elements do, that characters are traces, and what the representation says of
   * itself, its frequency among it. Products with a generator say the same of all, so the cost is
   * of order |G|·dim³ for each generator.
   *
   * @param representation the representation
   * @throws AssertionError if it breaks a law; the message tells the elements
   */
  public static void check(Representation representation) {
    FiniteGroup group = representation.group().samples();
    String name = representation.group().name() + ": " + representation.name();
    int n = representation.dimension();
    require(n >= 1, "%s: the dimension is at least 1, got %d", name, n);
    require(
        representation.matrix(0).equals(Matrix.identity(n)),
        "%s: element 0 acts as the identity",
        name);
    int[] generators = Laws.generators(group);
    for (int g = 0; g < group.order(); g++) {
      Matrix matrix = representation.matrix(g);
      require(
          matrix.rows() == n && matrix.columns() == n, "%s: the matrix of %d is square", name, g);
      require(
          matrix.transposed().times(matrix).isCloseTo(Matrix.identity(n), Laws.TOLERANCE),
          "%s: the matrix of %d is orthogonal",
          name,
          g);
      require(
          Math.abs(representation.character(g) - matrix.trace()) < Laws.TOLERANCE,
          "%s: the character of %d is the trace",
          name,
          g);
      for (int s : generators) {
        require(
            matrix
                .times(representation.matrix(s))
                .isCloseTo(representation.matrix(group.multiply(g, s)), Laws.TOLERANCE),
            "%s: the matrices of %d and %d multiply as the elements do",
            name,
            g,
            s);
      }
    }
    checkClaims(representation, name);
  }

  private static void checkClaims(Representation representation, String name) {
    FiniteGroup group = representation.group().samples();
    require(
        representation.isTrivial()
            == IntStream.range(0, group.order())
                .allMatch(g -> representation.matrix(g).equals(representation.matrix(0))),
        "%s: isTrivial tells whether the group does nothing",
        name);
    require(
        representation.isPermutation()
            == IntStream.range(0, group.order())
                .allMatch(g -> isPermutation(representation.matrix(g))),
        "%s: isPermutation tells whether all matrices permute",
        name);
    require(
        representation.frequency() >= 0
            && (representation.frequency() == 0 || representation.group() instanceof CompactGroup),
        "%s: the frequency is at least 0, and 0 for a finite group, got %d",
        name,
        representation.frequency());
    if (representation.group() instanceof CompactGroup) {
      CompactLaws.checkFrequency(representation);
    }
    checkSummands(representation, name);
    Representation twin =
        Representation.of(
            representation.group(),
            representation.name(),
            representation.frequency(),
            IntStream.range(0, group.order()).mapToObj(representation::matrix).toList());
    require(
        representation.equals(twin)
            && twin.equals(representation)
            && representation.hashCode() == twin.hashCode(),
        "%s: representations of one group and name are equal",
        name);
  }

  private static void checkSummands(Representation representation, String name) {
    for (int g = 0; g < representation.group().samples().order(); g++) {
      int element = g;
      Matrix sum =
          representation.summands().stream()
              .map(summand -> summand.matrix(element))
              .reduce(Matrix::directSum)
              .orElseThrow(() -> new AssertionError(name + ": there is a summand"));
      require(
          sum.isCloseTo(representation.matrix(g), Laws.TOLERANCE),
          "%s: the matrix of %d is the block-diagonal sum of those of the summands",
          name,
          g);
    }
  }

  private static boolean isPermutation(Matrix matrix) {
    boolean whole =
        IntStream.range(0, matrix.rows() * matrix.columns())
            .mapToDouble(k -> matrix.get(k / matrix.columns(), k % matrix.columns()))
            .allMatch(entry -> entry == 0 || entry == 1);
    return whole && matrix.transposed().times(matrix).equals(Matrix.identity(matrix.rows()));
  }
}
