package org.slth.group;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;

/**
 * How a group lies in another where nobody needs to tell: {@code G[e1 e2 ...]} in <i>G</i> with
 * these elements, and one linear group in another so that each element is the one that moves points
 * likewise. Where both hold, they agree.
 */
final class NaturalEmbedding {

  /** How near matrices of one motion are: far above rounding, far below different motions. */
  private static final double SAME = 1e-9;

  private static final Pattern LISTED = Pattern.compile("(.+)\\[(\\d{1,9}(?: \\d{1,9})*)]");

  private NaturalEmbedding() {}

  /** Whether an embedding is the natural one. */
  static boolean is(Group parent, Group group, int[] embedding) {
    Optional<int[]> listed = listed(parent, group);
    return listed.isPresent()
        ? Arrays.equals(listed.get(), embedding)
        : moveOneSpace(parent, group)
            && IntStream.range(0, embedding.length)
                .allMatch(h -> action(parent, embedding[h]).isCloseTo(action(group, h), SAME));
  }

  static int[] of(Group parent, Group group) {
    Optional<int[]> listed = listed(parent, group);
    if (listed.isPresent()) {
      return listed.get();
    } else if (!moveOneSpace(parent, group)) {
      throw new IllegalArgumentException(
          "only linear groups of one dimension need no embedding, got %s in %s; write it such as"
                  .formatted(group.name(), parent.name())
              + " \"S2 in S3: 0 5\"");
    }
    List<Matrix> actions =
        IntStream.range(0, parent.samples().order()).mapToObj(g -> action(parent, g)).toList();
    return IntStream.range(0, group.samples().order())
        .map(
            h ->
                IntStream.range(0, actions.size())
                    .filter(g -> actions.get(g).isCloseTo(action(group, h), SAME))
                    .findFirst()
                    .orElseThrow(() -> notThere(parent, group, h)))
        .toArray();
  }

  /** The elements in the name of a group that {@link Subgroup#ofElements} made. */
  private static Optional<int[]> listed(Group parent, Group group) {
    Matcher matcher = LISTED.matcher(group.name());
    return matcher.matches() && matcher.group(1).equals(parent.name())
        ? Optional.of(
            Arrays.stream(matcher.group(2).split(" ")).mapToInt(Integer::parseInt).toArray())
        : Optional.empty();
  }

  private static boolean moveOneSpace(Group parent, Group group) {
    return parent instanceof LinearGroup
        && group instanceof LinearGroup
        && action(parent, 0).rows() == action(group, 0).rows();
  }

  private static IllegalArgumentException notThere(Group parent, Group group, int element) {
    FiniteGroup samples = parent.samples();
    return new IllegalArgumentException(
        "%s does not lie in %s: its element %d moves points as none of the %d elements of %s"
            .formatted(group.name(), parent.name(), element, samples.order(), samples.name()));
  }

  private static Matrix action(Group group, int g) {
    return ((LinearGroup) group).action(g);
  }
}
