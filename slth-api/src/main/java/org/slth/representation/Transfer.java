package org.slth.representation;

import java.util.Optional;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.Subgroup;

/** Representations that come from a subgroup, or go to one. */
final class Transfer {

  private Transfer() {}

  static Representation quotient(Subgroup subgroup) {
    FiniteGroup group = FiniteGroup.of(subgroup.parent());
    return new PermutationRepresentation(
        group,
        "quotient(" + Names.numbers(subgroup.elements()) + ")",
        subgroup.index(),
        (g, coset) -> subgroup.coset(group.multiply(g, subgroup.representative(coset))));
  }

  static Representation restricted(Representation representation, Subgroup subgroup) {
    Group parent = subgroup.parent();
    Group group = subgroup.group();
    Names.requireGroup(parent, representation);
    if (representation.equals(Representation.trivial(parent))) {
      return Representation.trivial(group);
    }
    String name = name("restricted", parent, subgroup, representation);
    int frequency = group instanceof CompactGroup ? representation.frequency() : 0;
    return Permutations.of(representation)
        .<Representation>map(
            images ->
                new PermutationRepresentation(
                    group,
                    name,
                    representation.dimension(),
                    (h, i) -> images[subgroup.embed(h)][i]))
        .orElseGet(
            () ->
                new MatrixRepresentation(
                    group, name, frequency, h -> representation.matrix(subgroup.embed(h))));
  }

  static Representation induced(Representation representation, Subgroup subgroup) {
    Names.requireGroup(subgroup.group(), representation);
    requireFiniteIndex(subgroup);
    Cosets cosets = new Cosets(subgroup);
    int size = representation.dimension();
    int dimension = Math.multiplyExact(subgroup.index(), size);
    String name = name("induced", subgroup.group(), subgroup, representation);
    Optional<int[][]> images = Permutations.of(representation);
    if (images.isPresent()) {
      return new PermutationRepresentation(
          subgroup.parent(),
          name,
          dimension,
          (g, i) ->
              cosets.image(g, i / size) * size
                  + images.get()[cosets.remainder(g, i / size)][i % size]);
    }
    return new MatrixRepresentation(
        subgroup.parent(),
        name,
        representation.frequency(),
        g -> {
          double[] entries = new double[Math.multiplyExact(dimension, dimension)];
          for (int c = 0; c < subgroup.index(); c++) {
            Matrix block = representation.matrix(cosets.remainder(g, c));
            place(block, entries, dimension, cosets.image(g, c) * size, c * size);
          }
          return Matrix.of(dimension, dimension, entries);
        });
  }

  private static void place(Matrix block, double[] entries, int stride, int row, int column) {
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        entries[(row + i) * stride + column + j] = block.get(i, j);
      }
    }
  }

  /**
   * A compact group has finitely many cosets of a subgroup exactly if functions on them have
   * frequency 0; that the samples have few cosets proves nothing.
   */
  private static void requireFiniteIndex(Subgroup subgroup) {
    if (!(subgroup.parent() instanceof CompactGroup parent)) {
      return;
    }
    int[] elements = subgroup.elements();
    int dimension =
        IrreducibleRepresentation.of(parent).stream()
            .filter(irreducible -> irreducible.frequency() == 0)
            .mapToInt(
                i ->
                    Characters.fixed(elements, i::character) * i.dimension() / i.type().dimension())
            .sum();
    if (!(subgroup.group() instanceof CompactGroup) || dimension != subgroup.index()) {
      throw new IllegalArgumentException(
          "only subgroups of finite index induce, but %s has infinitely many cosets in %s"
              .formatted(subgroup.group().name(), parent.name()));
    }
  }

  /** The elements need not be told where one linear group lies in another. */
  private static String name(
      String what, Group group, Subgroup subgroup, Representation representation) {
    String elements = subgroup.isNatural() ? "" : " " + Names.numbers(subgroup.embedding());
    return "%s(%s%s: %s)".formatted(what, group.name(), elements, representation.name());
  }
}
