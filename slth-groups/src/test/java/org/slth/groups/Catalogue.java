package org.slth.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;
import org.slth.representation.IrreducibleRepresentation;
import org.slth.representation.Representation;

/** Small cases: the trivial group, abelian ones and not, odd orders and even. */
public final class Catalogue {

  private Catalogue() {}

  /** One of each kind that a group has. */
  public static List<Representation> representations(String name) {
    FiniteGroup group = FiniteGroup.named(name);
    Representation regular = Representation.regular(group);
    List<Representation> all = new ArrayList<>();
    all.add(Representation.trivial(group));
    all.add(regular);
    all.addAll(IrreducibleRepresentation.of(group));
    int last = all.size() - 1;
    all.add(Representation.directSum(all.get(last), Representation.trivial(group), all.get(last)));
    all.add(Representation.directSum(regular, Representation.trivial(group)));
    all.add(Representation.quotient(Subgroup.ofElements(group, generated(group, 1))));
    all.add(
        Representation.quotient(Subgroup.ofElements(group, generated(group, group.order() - 1))));
    Subgroup larger = larger(group);
    all.add(
        Representation.restricted(Representation.regular(FiniteGroup.of(larger.parent())), larger));
    all.add(Representation.restricted(Representation.irreducible(larger.parent(), 2), larger));
    return all;
  }

  /** Pairs of input and output, of at most 64 filters. */
  public static List<Pair> pairs(String name) {
    List<Representation> all = representations(name);
    return all.stream()
        .flatMap(input -> all.stream().map(output -> new Pair(input, output)))
        .filter(pair -> pair.input.dimension() * pair.output.dimension() <= 64)
        .toList();
  }

  /** What a layer maps from and to. */
  public record Pair(Representation input, Representation output) {}

  /** The powers of an element; of the identity if there is no such element. */
  private static int[] generated(FiniteGroup group, int element) {
    int g = element % group.order();
    return IntStream.iterate(g, power -> group.multiply(g, power))
        .limit(group.order())
        .distinct()
        .toArray();
  }

  /** CN in D2N, every second rotation; DN in D2N, the flips too. */
  private static Subgroup larger(FiniteGroup group) {
    int n = Integer.parseInt(group.name().substring(1));
    FiniteGroup parent = FiniteGroup.named("D" + 2 * n);
    int[] embedding =
        IntStream.range(0, group.order()).map(g -> g / n * 2 * n + g % n * 2).toArray();
    return Subgroup.of(parent, group, embedding);
  }
}
