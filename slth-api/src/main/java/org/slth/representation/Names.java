package org.slth.representation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slth.group.Group;

/** What the factories of {@link Representation} share: names, and sums with their names. */
final class Names {

  private Names() {}

  static String numbers(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  static void requireGroup(Group group, Representation representation) {
    if (!representation.group().equals(group)) {
      throw new IllegalArgumentException(
          String.format(
              "expected representations of one group, %s, got %s of %s",
              group.name(), representation.name(), representation.group().name()));
    }
  }

  static Representation directSum(List<Representation> summands) {
    if (summands.size() < 2) {
      throw new IllegalArgumentException(
          "a direct sum needs two or more representations, got " + summands.size());
    }
    Group group = summands.get(0).group();
    summands.forEach(summand -> requireGroup(group, summand));
    String name =
        summands.stream().map(Representation::name).collect(Collectors.joining(" + ", "(", ")"));
    if (summands.stream().allMatch(Representation::isPermutation)) {
      int[][] images =
          IntStream.range(0, group.samples().order())
              .mapToObj(g -> images(summands, g))
              .toArray(int[][]::new);
      return new PermutationRepresentation(group, name, images[0].length, (g, i) -> images[g][i]);
    }
    return MatrixRepresentation.sum(group, name, summands);
  }

  private static int[] images(List<Representation> summands, int g) {
    IntStream.Builder images = IntStream.builder();
    int offset = 0;
    for (Representation summand : summands) {
      for (int image : Permutations.of(summand).orElseThrow()[g]) {
        images.add(offset + image);
      }
      offset += summand.dimension();
    }
    return images.build().toArray();
  }
}
