package org.slth.group;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Groups for tests, by their operations alone. */
public final class SmallGroups {

  private SmallGroups() {}

  /** The sums modulo n. */
  public static FiniteGroup cyclic(int n) {
    return FiniteGroup.of("Z" + n, n, (g, h) -> (g + h) % n, g -> (n - g) % n);
  }

  /** The permutations of n things, in lexicographic order. */
  public static FiniteGroup symmetric(int n) {
    List<List<Integer>> all = new ArrayList<>();
    extend(List.of(), n, all);
    return FiniteGroup.of(
        "S" + n,
        all.size(),
        (g, h) ->
            all.indexOf(
                IntStream.range(0, n).mapToObj(i -> all.get(g).get(all.get(h).get(i))).toList()),
        g -> all.indexOf(IntStream.range(0, n).mapToObj(i -> all.get(g).indexOf(i)).toList()));
  }

  private static void extend(List<Integer> start, int n, List<List<Integer>> all) {
    if (start.size() == n) {
      all.add(start);
      return;
    }
    for (int next = 0; next < n; next++) {
      if (!start.contains(next)) {
        List<Integer> longer = new ArrayList<>(start);
        longer.add(next);
        extend(longer, n, all);
      }
    }
  }

  /** 1, i, j, k and, four further, their negatives. */
  public static FiniteGroup quaternions() {
    return FiniteGroup.of("Q8", 8, SmallGroups::product, q -> q % 4 == 0 ? q : (q + 4) % 8);
  }

  private static int product(int p, int q) {
    int a = p % 4;
    int b = q % 4;
    boolean minus = a != 0 && b != 0 && (a == b || (b - a + 3) % 3 == 2);
    return (a ^ b) + ((p / 4 + q / 4 + (minus ? 1 : 0)) % 2) * 4;
  }
}
