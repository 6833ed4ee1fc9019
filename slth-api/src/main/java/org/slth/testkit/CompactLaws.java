package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.List;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.CompactGroup.Irreducible;
import org.slth.group.FiniteGroup;
import org.slth.group.LinearGroup;
import org.slth.group.NamedGroup;
import org.slth.representation.IrreducibleRepresentation;
import org.slth.representation.Representation;

/** The laws of {@link CompactGroup}. */
final class CompactLaws {

  private final CompactGroup group;
  private final List<IrreducibleRepresentation> irreducibles;
  private final double[][] characters; // [irreducible][sample]

  private CompactLaws(CompactGroup group) {
    this.group = group;
    this.irreducibles = irreducibles(group);
    this.characters =
        irreducibles.stream()
            .map(rho -> samples(group).mapToDouble(rho::character).toArray())
            .toArray(double[][]::new);
  }

  static void check(CompactGroup group) {
    FiniteGroup samples = group.samples();
    require(
        !samples.name().equals(group.name()) && samples.samples().equals(samples),
        "%s: its samples are a finite group of another name",
        group.name());
    GroupLaws.checkFinite(samples);
    GroupLaws.checkEquality(group, new Twin(group));
    checkOrder(group);
    CompactLaws laws = new CompactLaws(group);
    laws.checkOrthogonal();
    laws.checkProducts();
    laws.irreducibles.forEach(RepresentationLaws::check);
    if (group instanceof LinearGroup linear) {
      checkFrequency(Representation.vector(linear));
    }
  }

  private static void checkOrder(CompactGroup group) {
    List<Irreducible> known = group.irreducibles();
    require(
        !known.isEmpty()
            && samples(group)
                .allMatch(g -> known.get(0).matrix().apply(g).equals(Matrix.identity(1))),
        "%s: the first irreducible representation is the trivial one",
        group.name());
    for (int i = 1; i < known.size(); i++) {
      require(
          known.get(i - 1).frequency() <= known.get(i).frequency(),
          "%s: frequencies ascend, but not to %d",
          group.name(),
          i);
      require(
          2 * known.get(i).frequency() <= group.bandLimit(),
          "%s: the band limit holds products of two of frequency %d",
          group.name(),
          known.get(i).frequency());
    }
  }

  private static List<IrreducibleRepresentation> irreducibles(CompactGroup group) {
    try {
      return IrreducibleRepresentation.of(group);
    } catch (IllegalArgumentException e) {
      throw new AssertionError(group.name() + ": what it calls irreducible is so", e);
    }
  }

  /** ⟨χᵢ, χⱼ⟩ = δᵢⱼ dim End, which Schur's relations say of the integral. */
  private void checkOrthogonal() {
    for (int i = 0; i < characters.length; i++) {
      for (int j = 0; j <= i; j++) {
        double product = average(characters[i], characters[j]);
        double expected = i == j ? irreducibles.get(i).type().dimension() : 0;
        require(
            Math.abs(product - expected) < Laws.TOLERANCE,
            "%s: characters of irreps %d and %d are orthogonal over the samples, got %s",
            group.name(),
            i,
            j,
            product);
      }
    }
  }

  /** χᵢ χⱼ = Σ ⟨χᵢ χⱼ, χₘ⟩/δₘ χₘ over the <i>m</i> of at most the sum of their frequencies. */
  private void checkProducts() {
    int last = irreducibles.size() - 1;
    int highest = irreducibles.get(last).frequency();
    for (int i = 0; i <= last; i++) {
      for (int j = 0; j <= i; j++) {
        int frequency = irreducibles.get(i).frequency() + irreducibles.get(j).frequency();
        double[] product = new double[characters[i].length];
        for (int g = 0; g < product.length; g++) {
          product[g] = characters[i][g] * characters[j][g];
        }
        require(
            frequency > highest || isSum(product, frequency),
            "%s: the product of irreps %d and %d is a sum of those of frequency up to %d",
            group.name(),
            i,
            j,
            frequency);
      }
    }
  }

  private boolean isSum(double[] character, int frequency) {
    double[] rest = character.clone();
    for (int m = 0; m < characters.length; m++) {
      if (irreducibles.get(m).frequency() <= frequency) {
        double count = average(character, characters[m]) / irreducibles.get(m).type().dimension();
        for (int g = 0; g < rest.length; g++) {
          rest[g] -= count * characters[m][g];
        }
      }
    }
    return IntStream.range(0, rest.length).allMatch(g -> Math.abs(rest[g]) < Laws.TOLERANCE);
  }

  /** Checks that a representation is a sum of irreducible ones of at most its frequency. */
  static void checkFrequency(Representation representation) {
    CompactGroup group = (CompactGroup) representation.group();
    CompactLaws laws = new CompactLaws(group);
    double[] character = samples(group).mapToDouble(representation::character).toArray();
    int highest = laws.irreducibles.get(laws.irreducibles.size() - 1).frequency();
    require(
        representation.frequency() > highest || laws.isSum(character, representation.frequency()),
        "%s: the frequency is the highest of a matrix entry, got %d",
        representation,
        representation.frequency());
  }

  private static double average(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(g -> a[g] * b[g]).average().orElseThrow();
  }

  private static IntStream samples(CompactGroup group) {
    return IntStream.range(0, group.samples().order());
  }

  /** Another group of the same name. */
  private static final class Twin extends NamedGroup implements CompactGroup {

    private final CompactGroup group;

    Twin(CompactGroup group) {
      super(group.name());
      this.group = group;
    }

    @Override
    public FiniteGroup samples() {
      return group.samples();
    }

    @Override
    public List<Irreducible> irreducibles() {
      return group.irreducibles();
    }

    @Override
    public int bandLimit() {
      return group.bandLimit();
    }
  }
}
