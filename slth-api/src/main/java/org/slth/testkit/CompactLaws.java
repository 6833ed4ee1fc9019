package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.List;
import java.util.stream.IntStream;
import org.slth.group.CompactGroup;
import org.slth.group.CompactGroup.Irreducible;
import org.slth.group.FiniteGroup;
import org.slth.representation.IrreducibleRepresentation;

/** The laws of {@link CompactGroup}. */
final class CompactLaws {

  /** Associativity is checked for this many elements, spread evenly: samples are numerous. */
  private static final int TRIPLES = 24;

  private CompactLaws() {}

  static void check(CompactGroup group) {
    FiniteGroup samples = group.samples();
    require(
        !samples.equals(group) && samples.samples().equals(samples),
        "%s: its samples are a finite group of another name",
        group.name());
    checkSamples(group.name(), samples);
    checkOrder(group);
    List<IrreducibleRepresentation> irreducibles = IrreducibleRepresentation.of(group);
    irreducibles.forEach(RepresentationLaws::check);
    checkOrthogonal(group, irreducibles);
  }

  private static void checkSamples(String name, FiniteGroup samples) {
    int n = samples.order();
    int step = Math.max(1, n / TRIPLES);
    for (int g = 0; g < n; g++) {
      require(
          samples.multiply(0, g) == g && samples.multiply(g, 0) == g,
          "%s: element 0 is the identity, but it changes %d",
          name,
          g);
      require(
          samples.multiply(g, samples.inverse(g)) == 0, "%s: %d is undone by its inverse", name, g);
      for (int h = 0; h < n; h += step) {
        for (int k = 0; k < n; k += step) {
          require(
              samples.multiply(samples.multiply(g, h), k)
                  == samples.multiply(g, samples.multiply(h, k)),
              "%s: the product of %d, %d and %d depends on the brackets",
              name,
              g,
              h,
              k);
        }
      }
    }
  }

  private static void checkOrder(CompactGroup group) {
    List<Irreducible> known = group.irreducibles();
    require(
        !known.isEmpty()
            && IntStream.range(0, group.samples().order())
                .allMatch(g -> known.get(0).matrix().apply(g).toArray().length == 1),
        "%s: the first irreducible representation is the trivial one",
        group.name());
    for (int i = 1; i < known.size(); i++) {
      require(
          known.get(i - 1).frequency() <= known.get(i).frequency(),
          "%s: frequencies ascend, but not to %d",
          group.name(),
          i);
    }
  }

  /** ⟨χᵢ, χⱼ⟩ = δᵢⱼ dim End, which Schur's relations say of the integral. */
  private static void checkOrthogonal(
      CompactGroup group, List<IrreducibleRepresentation> irreducibles) {
    for (IrreducibleRepresentation a : irreducibles) {
      require(
          2 * a.frequency() <= group.bandLimit(),
          "%s: the band limit holds products of two of frequency %d",
          group.name(),
          a.frequency());
      for (IrreducibleRepresentation b : irreducibles) {
        double product =
            IntStream.range(0, group.samples().order())
                .mapToDouble(g -> a.character(g) * b.character(g))
                .average()
                .orElseThrow();
        double expected = a.index() == b.index() ? a.type().dimension() : 0;
        require(
            Math.abs(product - expected) < Laws.TOLERANCE,
            "%s: characters of irreps %d and %d are orthogonal over the samples, got %s",
            group.name(),
            a.index(),
            b.index(),
            product);
      }
    }
  }
}
