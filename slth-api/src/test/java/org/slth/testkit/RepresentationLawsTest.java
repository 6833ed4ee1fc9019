package org.slth.testkit;

import static org.slth.testkit.Rejection.assertRejected;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.SmallGroups;
import org.slth.group.Subgroup;
import org.slth.representation.Representation;

/** The controls: for each law of representations something that breaks it, and only it. */
class RepresentationLawsTest {

  private final FiniteGroup z4 = SmallGroups.cyclic(4);
  private final FiniteGroup s3 = SmallGroups.symmetric(3);
  private final Representation regular = Representation.regular(z4);

  @Test
  void theRegularOneKeepsThem() {
    RepresentationLaws.check(representation(regular::matrix));
  }

  @Test
  void aMatrixThatDoesNotMultiplyIsTold() {
    assertRejected(
        "multiply as the elements do",
        () -> RepresentationLaws.check(representation(g -> regular.matrix(g == 3 ? 1 : g))));
  }

  @Test
  void anIdentityThatMovesIsTold() {
    assertRejected(
        "element 0 acts as the identity",
        () -> RepresentationLaws.check(representation(g -> regular.matrix((g + 1) % 4))));
  }

  @Test
  void aMatrixThatIsNotOrthogonalIsTold() {
    assertRejected(
        "is orthogonal",
        () ->
            RepresentationLaws.check(
                representation(g -> g == 0 ? Matrix.identity(2) : Matrix.of(2, 2, 1, 1, 0, 1))));
  }

  /** Right where groups commute: left multiplication by inverses, products in the wrong order. */
  @Test
  void aRepresentationThatReversesProductsIsTold() {
    Representation left = Representation.regular(s3);
    Representation reversed = of(s3, g -> left.matrix(s3.inverse(g)));
    assertRejected("multiply as the elements do", () -> RepresentationLaws.check(reversed));
  }

  @Test
  void falseClaimsAreTold() {
    Liar honest = new Liar(regular);
    RepresentationLaws.check(honest);
    assertRejected("the character of 0 is the trace", () -> check(honest.withTrace(2)));
    assertRejected("isTrivial tells", () -> check(honest.withTrivial(true)));
    assertRejected("isPermutation tells", () -> check(honest.withPermutation(false)));
    assertRejected("0 for a finite group, got 1", () -> check(honest.withFrequency(1)));
    assertRejected(
        "block-diagonal sum of those of the summands",
        () -> check(honest.withSummands(List.of(Representation.trivial(z4), regular))));
    assertRejected(
        "of one group and name are equal", () -> check(honest.withName(new String("else"))));
  }

  /** Blocks that move as cosets do, but forget what is left of the element. */
  @Test
  void anInducedRepresentationThatForgetsTheRemainderIsTold() {
    Subgroup turns = Subgroup.ofElements(s3, 0, 3, 4);
    Representation sigma = Representation.regular(turns.group().samples());
    Representation induced = Representation.induced(sigma, turns);
    RepresentationLaws.check(induced);
    Matrix still = Matrix.identity(3);
    Representation cosets = Representation.quotient(turns);
    RepresentationLaws.check(of(s3, g -> cosets.matrix(g).kronecker(still)));
    Representation twisted =
        of(
            s3,
            g -> {
              int h = IntStream.range(0, 3).filter(k -> turns.embed(k) == g).findFirst().orElse(0);
              return cosets.matrix(g).kronecker(sigma.matrix(h));
            });
    assertRejected("multiply as the elements do", () -> RepresentationLaws.check(twisted));
  }

  /** Entrywise products are no representation, nor are those of different elements. */
  @Test
  void aTensorProductOfOtherElementsIsTold() {
    Representation a = Representation.regular(s3);
    RepresentationLaws.check(Representation.tensorProduct(a, a));
    assertRejected(
        "multiply as the elements do",
        () ->
            RepresentationLaws.check(of(s3, g -> a.matrix(g).kronecker(a.matrix(s3.inverse(g))))));
    BinaryOperator<Matrix> wrong = (x, y) -> x.times(y);
    assertRejected(
        "multiply as the elements do",
        () -> RepresentationLaws.check(of(s3, g -> wrong.apply(a.matrix(g), a.matrix(g)))));
  }

  private static void check(Representation representation) {
    RepresentationLaws.check(representation);
  }

  private Representation representation(IntFunction<Matrix> matrix) {
    return of(z4, matrix);
  }

  private static Representation of(FiniteGroup group, IntFunction<Matrix> matrix) {
    return Representation.of(
        group, "test", IntStream.range(0, group.order()).mapToObj(matrix).toList());
  }

  /** Says of another representation what is not so. */
  private record Liar(
      Representation truth,
      double trace,
      boolean isTrivial,
      boolean isPermutation,
      int frequency,
      List<Representation> summands,
      String says)
      implements Representation {

    Liar(Representation truth) {
      this(truth, 1, truth.isTrivial(), truth.isPermutation(), 0, List.of(truth), "");
    }

    Liar withTrace(double factor) {
      return new Liar(truth, factor, isTrivial, isPermutation, frequency, summands, says);
    }

    Liar withTrivial(boolean claim) {
      return new Liar(truth, trace, claim, isPermutation, frequency, summands, says);
    }

    Liar withPermutation(boolean claim) {
      return new Liar(truth, trace, isTrivial, claim, frequency, summands, says);
    }

    Liar withFrequency(int claim) {
      return new Liar(truth, trace, isTrivial, isPermutation, claim, summands, says);
    }

    Liar withSummands(List<Representation> claim) {
      return new Liar(truth, trace, isTrivial, isPermutation, frequency, claim, says);
    }

    /** Under a name of its own it equals only the truth. */
    Liar withName(String name) {
      return new Liar(truth, trace, isTrivial, isPermutation, frequency, summands, name);
    }

    @Override
    public Group group() {
      return truth.group();
    }

    @Override
    public String name() {
      return says.isEmpty() ? truth.name() : says;
    }

    @Override
    public int dimension() {
      return truth.dimension();
    }

    @Override
    public Matrix matrix(int g) {
      return truth.matrix(g);
    }

    @Override
    public double character(int g) {
      return trace * truth.character(g);
    }

    @Override
    public boolean equals(Object other) {
      return truth.equals(other);
    }

    @Override
    public int hashCode() {
      return truth.hashCode();
    }
  }
}
