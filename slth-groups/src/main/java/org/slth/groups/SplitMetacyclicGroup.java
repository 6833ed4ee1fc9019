package org.slth.groups;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;

/**
 * The semidirect products of two cyclic groups, named such as {@code C7:C3(2)}: in {@code CN:CM(k)}
 * the generator of C<i>M</i> takes <i>n</i> to <i>kn</i> modulo <i>N</i>.
 *
 * <p>That is an action if <i>kᴹ</i> = 1 modulo <i>N</i>. Element <i>hN</i> + <i>n</i> is the pair
 * (<i>n</i>, <i>h</i>), so {@code CN:C2(N-1)} counts its elements as D<i>N</i> does.
 */
final class SplitMetacyclicGroup {

  /** Names come from files; whether such a name is a group is checked in a moment. */
  private static final int LARGEST = 4000;

  private static final Pattern NAME =
      Pattern.compile("C([1-9][0-9]{0,3}):C([1-9][0-9]{0,3})\\(([1-9][0-9]{0,3})\\)");

  private SplitMetacyclicGroup() {}

  static Optional<Group> find(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int n = Integer.parseInt(matcher.group(1));
    int m = Integer.parseInt(matcher.group(2));
    int k = Integer.parseInt(matcher.group(3));
    boolean reduced = k < n || (n == 1 && k == 1); // else one group had several names
    return reduced && n * m <= LARGEST && power(k, m, n) == 1 % n
        ? Optional.of(group(name, n, m, k))
        : Optional.empty();
  }

  private static FiniteGroup group(String name, int n, int m, int k) {
    return FiniteGroup.semidirect(
        name, new CyclicGroup(n), new CyclicGroup(m), (h, r) -> power(k, h, n) * r % n);
  }

  /** <i>kʰ</i> modulo <i>n</i>. */
  private static int power(int k, int h, int n) {
    int power = 1 % n;
    for (int i = 0; i < h; i++) {
      power = power * k % n;
    }
    return power;
  }
}
