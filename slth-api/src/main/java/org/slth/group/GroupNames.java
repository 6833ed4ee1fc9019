package org.slth.group;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slth.spi.Providers;

/** From a name to a group. */
final class GroupNames {

  private static final String REMEDY =
      "is the jar with its GroupProvider (slth-groups for the built-in ones) missing";

  private static final String TIMES = " x ";

  private GroupNames() {}

  static Group find(String name) {
    if (name.endsWith("]") && name.indexOf('[') > 0) {
      return subgroup(name);
    }
    int times = name.endsWith(")") ? times(name) : -1;
    if (times > 0) { // the inverse of the naming of FiniteGroup.direct
      return FiniteGroup.direct(
          FiniteGroup.named(name.substring(1, times)),
          FiniteGroup.named(name.substring(times + TIMES.length(), name.length() - 1)));
    }
    Providers<GroupProvider> providers = Providers.of(GroupProvider.class);
    Optional<Group> found = providers.first("group " + name, provider -> provider.find(name));
    if (found.isPresent()) {
      return found.get();
    }
    List<String> known = providers.all().stream().flatMap(p -> p.families().stream()).toList();
    throw providers.unknown("group", name, known, REMEDY);
  }

  /** The inverse of {@link Subgroup#ofElements}' naming: {@code PARENT[e1 e2 ...]}. */
  private static Group subgroup(String name) {
    int open = name.lastIndexOf('[');
    try {
      int[] elements =
          Arrays.stream(name.substring(open + 1, name.length() - 1).split(" ", -1))
              .mapToInt(Integer::parseInt)
              .toArray();
      Group group = Subgroup.ofElements(find(name.substring(0, open)), elements).group();
      if (group.name().equals(name)) {
        return group;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(notASubgroup(name), e);
    }
    throw new IllegalArgumentException(notASubgroup(name));
  }

  private static String notASubgroup(String name) {
    return "a subgroup is written as its group and its elements in ascending order, such as"
        + " \"D4[0 4]\", got \""
        + name
        + "\"";
  }

  /** Where the sign of the outermost product of {@code (FIRST x SECOND)} stands, or -1. */
  private static int times(String name) {
    int depth = 0;
    for (int i = 0; i < name.length() && (i == 0 || depth > 0); i++) {
      char c = name.charAt(i);
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (depth == 1 && name.startsWith(TIMES, i)) {
        return i;
      }
    }
    return -1;
  }
}
