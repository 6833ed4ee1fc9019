package org.slth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.slth.testkit.Rejection.assertRejected;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.CompactGroup.Irreducible;
import org.slth.group.FiniteGroup;
import org.slth.group.NamedGroup;
import org.slth.representation.InvariantBasis;
import org.slth.representation.Representation;

/** The controls of the laws of compact groups. */
class CompactLawsTest {

  private static final int ORDER = 29;

  private final Circle circle = Circle.of(ORDER);

  @Test
  void theCircleKeepsThem() {
    GroupLaws.check(circle);
    GroupLaws.check(Circle.of(2 * Circle.HIGHEST + 1)); // the fewest that will do
    RepresentationLaws.check(Representation.fourier(circle, 3));
    RepresentationLaws.check(Representation.vector(circle));
  }

  @Test
  void samplesThatAreTooCoarseAreTold() {
    Circle coarse = Circle.of(2 * Circle.HIGHEST).withBandLimit(ORDER);
    assertRejected("is so", () -> GroupLaws.check(coarse)); // ρ₄ is ±1 there
    Circle coarser = Circle.of(2 * Circle.HIGHEST - 1).withBandLimit(ORDER);
    assertRejected("are orthogonal over the samples", () -> GroupLaws.check(coarser));
  }

  @Test
  void aBandLimitBelowProductsOfTwoIsTold() {
    assertRejected(
        "the band limit holds products of two of frequency 4",
        () -> GroupLaws.check(circle.withBandLimit(7)));
  }

  @Test
  void samplesThatAreTheGroupAreTold() {
    FiniteGroup samples = FiniteGroup.of("circle", 1, (g, h) -> 0, g -> 0);
    assertRejected(
        "its samples are a finite group of another name",
        () -> GroupLaws.check(new Sampled(samples)));
  }

  @Test
  void samplesThatAreNoGroupAreTold() {
    int[] loop = {0, 1, 2, 3, 4, 1, 0, 3, 4, 2, 2, 4, 0, 1, 3, 3, 2, 4, 0, 1, 4, 3, 1, 2, 0};
    FiniteGroup samples = FiniteGroup.of("L5", 5, (g, h) -> loop[5 * g + h], g -> g);
    assertRejected("depends on the brackets", () -> GroupLaws.check(new Sampled(samples)));
  }

  @Test
  void aFirstOneThatIsNotTrivialIsTold() {
    assertRejected(
        "the first irreducible representation is the trivial one",
        () -> GroupLaws.check(circle.with(0, Circle.irreducible(ORDER, 1, 0))));
    assertRejected(
        "the first irreducible representation is the trivial one",
        () -> GroupLaws.check(circle.with(0, new Irreducible(0, g -> Matrix.of(1, 1, -1)))));
  }

  @Test
  void frequenciesOutOfOrderAreTold() {
    assertRejected(
        "frequencies ascend, but not to 2",
        () ->
            GroupLaws.check(
                circle
                    .with(1, Circle.irreducible(ORDER, 2, 2))
                    .with(2, Circle.irreducible(ORDER, 1, 1))));
  }

  @Test
  void aFrequencyThatIsTooLowIsTold() {
    assertRejected(
        "the product of irreps 2 and 1 is a sum of those of frequency up to 3",
        () -> GroupLaws.check(circle.with(3, Circle.irreducible(ORDER, 5, 3))));
  }

  @Test
  void oneThatIsMissingIsTold() {
    assertRejected(
        "the product of irreps 1 and 1 is a sum of those of frequency up to 2",
        () ->
            GroupLaws.check(
                circle.withIrreducibles(
                    Circle.irreducible(ORDER, 0, 0),
                    Circle.irreducible(ORDER, 1, 1),
                    Circle.irreducible(ORDER, 3, 3))));
  }

  @Test
  void oneThatIsThereTwiceIsTold() {
    assertRejected(
        "characters of irreps 2 and 1 are orthogonal",
        () -> GroupLaws.check(circle.with(2, Circle.irreducible(ORDER, 1, 1))));
  }

  /** Its norm is 2, as that of a complex one; its indicator tells. */
  @Test
  void oneThatIsReducibleIsTold() {
    Irreducible sum =
        new Irreducible(2, g -> Matrix.identity(1).directSum(Circle.rotations(ORDER, 2).apply(g)));
    assertRejected("is so", () -> GroupLaws.check(circle.with(2, sum)));
  }

  @Test
  void onesThatDoNotMultiplyAreTold() {
    Irreducible wrong =
        new Irreducible(
            1, g -> Circle.rotations(ORDER, 1).apply(g == 3 ? ORDER - 3 : g)); // same characters
    assertRejected("multiply as the elements do", () -> GroupLaws.check(circle.with(1, wrong)));
  }

  @Test
  void anActionOfHighFrequencyIsTold() {
    assertRejected(
        "circle: vector: the frequency is the highest of a matrix entry, got 1",
        () -> GroupLaws.check(circle.turning(2)));
  }

  @Test
  void aRepresentationThatHidesItsFrequencyIsTold() {
    List<Matrix> matrices = IntStream.range(0, ORDER).mapToObj(Circle.rotations(ORDER, 3)).toList();
    RepresentationLaws.check(Representation.of(circle, "thrice", 3, matrices));
    assertRejected(
        "the frequency is the highest of a matrix entry, got 2",
        () -> RepresentationLaws.check(Representation.of(circle, "thrice", 2, matrices)));
  }

  @Test
  void averagesBeyondTheBandLimitAreRefused() {
    Circle narrow = circle.withBandLimit(11);
    Representation fast = Representation.irreducible(narrow, 4);
    Representation product = Representation.tensorProduct(fast, fast);
    assertEquals(8, product.frequency());
    assertEquals(
        "averages over circle are exact up to frequency 11, but those of [irrep(4), (irrep(4) *"
            + " irrep(4))] add up to 12",
        assertThrows(IllegalArgumentException.class, () -> InvariantBasis.size(fast, product))
            .getMessage());
  }

  @Test
  void negativeFrequenciesAreRefused() {
    assertEquals(
        "a frequency is at least 0, got -1",
        assertThrows(
                IllegalArgumentException.class, () -> new Irreducible(-1, g -> Matrix.identity(1)))
            .getMessage());
  }

  /** Nothing but the trivial representation, over any samples. */
  private static final class Sampled extends NamedGroup implements CompactGroup {
    private final FiniteGroup samples;

    Sampled(FiniteGroup samples) {
      super("circle");
      this.samples = samples;
    }

    @Override
    public FiniteGroup samples() {
      return samples;
    }

    @Override
    public List<Irreducible> irreducibles() {
      return List.of(new Irreducible(0, g -> Matrix.identity(1)));
    }

    @Override
    public int bandLimit() {
      return 0;
    }
  }
}
