package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.LinearGroup;
import org.slth.group.Subgroup;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.IrreducibleRepresentation;
import org.slth.representation.Representation;
import org.slth.testkit.IntertwinerLaws;

/**
 * Bases between random representations: sums, products, induced, restricted and quotient ones over
 * groups of every kind.
 */
class RandomBasisTest {

  private static final int PAIRS = 10; // for each group
  private static final int LARGEST = 16; // dimension
  private static final List<String> GROUPS =
      List.of(
          "C1",
          "C3",
          "C4",
          "C7",
          "C12",
          "D1",
          "D3",
          "D4",
          "D6",
          "D9",
          "S3",
          "S4",
          "(C4 x C2)",
          "(S3 x C3)",
          "C7:C3(2)",
          "C3:C4(2)",
          "D4[0 2 5 7]",
          "I",
          "SO2",
          "O2");

  static List<String> groups() {
    return GROUPS;
  }

  /**
   * Four answers agree: how many maps are found, how many the inner product of characters says, how
   * many Σ <i>mᵢ nᵢ</i> δ<i>ᵢ</i> says, and how many are needed to hold random averages.
   */
  @ParameterizedTest
  @MethodSource("groups")
  void haveTheSizeThatCharactersSay(String name) {
    Group group = Group.named(name);
    List<IrreducibleRepresentation> irreducibles = IrreducibleRepresentation.of(group);
    Draw draw = new Draw(group, new SplittableRandom(2023 + GROUPS.indexOf(name)), new HashMap<>());
    for (int pair = 0; pair < PAIRS; pair++) {
      Representation input = draw.representation(2);
      Representation output = draw.representation(2);
      IntertwinerBasis basis = IntertwinerBasis.between(input, output);
      String what = input + " -> " + output.name();
      assertEquals(IntertwinerBasis.dimension(input, output), basis.size(), what);
      int sum =
          irreducibles.stream()
              .mapToInt(
                  i -> multiplicity(input, i) * multiplicity(output, i) * i.type().dimension())
              .sum();
      assertEquals(sum, basis.size(), what);
      IntertwinerLaws.check(basis);
      assertEquals(input, Representation.parse(group, input.name()));
    }
  }

  private static int multiplicity(Representation rho, IrreducibleRepresentation irreducible) {
    int order = rho.group().samples().order();
    double product = 0;
    for (int g = 0; g < order; g++) {
      product += rho.character(g) * irreducible.character(g) / order;
    }
    double count = product / irreducible.type().dimension();
    assertEquals(Math.rint(count), count, 1e-9);
    return (int) Math.rint(count);
  }

  /** Draws representations of one group. */
  private record Draw(
      Group group, SplittableRandom random, Map<Group, List<IrreducibleRepresentation>> known) {

    /** A sum or a product, of sums, products and others if the depth is more than 1. */
    Representation representation(int depth) {
      while (true) {
        boolean leaf = depth == 0 || (depth == 1 && random.nextInt(3) == 0);
        Representation drawn = leaf ? one() : several(depth);
        if (drawn.dimension() <= LARGEST) {
          return drawn;
        }
      }
    }

    private Representation several(int depth) {
      Representation a = representation(depth - 1);
      Representation b = representation(depth - 1);
      boolean product = a.dimension() * b.dimension() <= LARGEST && random.nextBoolean();
      return product ? Representation.tensorProduct(a, b) : Representation.directSum(a, b);
    }

    private Representation one() {
      List<Supplier<Representation>> kinds = new ArrayList<>();
      kinds.add(() -> irreducible(group));
      kinds.add(this::restricted);
      if (group instanceof LinearGroup linear) {
        kinds.add(() -> Representation.vector(linear));
      }
      if (group instanceof CompactGroup compact) {
        kinds.add(() -> Representation.fourier(compact, random.nextInt(4)));
      } else {
        FiniteGroup finite = FiniteGroup.of(group);
        kinds.add(() -> Representation.regular(finite));
        kinds.add(() -> Representation.quotient(cyclic(finite)));
        kinds.add(() -> induced(cyclic(finite)));
      }
      return kinds.get(random.nextInt(kinds.size())).get();
    }

    private Representation irreducible(Group of) {
      List<IrreducibleRepresentation> all =
          known.computeIfAbsent(of, IrreducibleRepresentation::of);
      return all.get(random.nextInt(Math.min(6, all.size()))); // of compact groups the slow ones
    }

    private Representation induced(Subgroup subgroup) {
      return Representation.induced(irreducible(subgroup.group()), subgroup);
    }

    /** What a larger group does: that of all symmetries of the plane, or a direct product. */
    private Representation restricted() {
      if (group instanceof CompactGroup) {
        Subgroup plane = Subgroup.of(Group.named("O2"), group);
        return Representation.restricted(irreducible(plane.parent()), plane);
      }
      FiniteGroup whole = FiniteGroup.direct(FiniteGroup.of(group), FiniteGroup.named("C2"));
      int[] pairs = IntStream.range(0, group.samples().order()).map(g -> 2 * g).toArray();
      return Representation.restricted(irreducible(whole), Subgroup.of(whole, group, pairs));
    }

    /** The powers of a random element. */
    private Subgroup cyclic(FiniteGroup finite) {
      int g = random.nextInt(finite.order());
      int[] powers =
          IntStream.iterate(g, power -> finite.multiply(g, power))
              .limit(finite.order())
              .distinct()
              .toArray();
      return Subgroup.ofElements(finite, powers);
    }
  }
}
