package org.slth.pruning;

/** Where the bits of a pair's two masks lie: input by input, problem by problem, copy by copy. */
public final class PairIndex {

  private final int[] copyStart;
  private final int[] coefficientStart;
  private final int[] copies;

  /**
   * Counts the bits.
   *
   * @param layer what the pair stands for
   * @param pair the pair
   * @throws ArithmeticException if a layer has more than 2<sup>31</sup> - 1 candidates
   */
  public PairIndex(TargetLayer layer, SourcePair pair) {
    copies = pair.copies();
    copyStart = new int[copies.length + 1];
    coefficientStart = new int[copies.length + 1];
    for (int q = 0; q < copies.length; q++) {
      copyStart[q + 1] = Math.addExact(copyStart[q], copies[q]);
      coefficientStart[q + 1] =
          Math.addExact(coefficientStart[q], Math.multiplyExact(copies[q], layer.problems(q)));
    }
  }

  /** Returns the size of U's mask. */
  public int copies() {
    return copyStart[copies.length];
  }

  /** Returns the size of V's mask. */
  public int coefficients() {
    return coefficientStart[copies.length];
  }

  /** Returns the bit of the {@code t}-th copy of an input in U's mask. */
  public int copy(int input, int t) {
    return copyStart[input] + t;
  }

  /** Returns the bit of a problem's {@code t}-th coefficient in V's mask. */
  public int coefficient(int input, int problem, int t) {
    return coefficientStart[input] + problem * copies[input] + t;
  }
}
