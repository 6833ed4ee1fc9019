package org.slth.representation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.slth.group.Group;

/** What the factories of {@link Representation} share. */
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
}
