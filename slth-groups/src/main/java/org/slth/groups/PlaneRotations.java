package org.slth.groups;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup.Irreducible;

/** What SO(2) and O(2) share: how finely they are sampled, and representations by frequency. */
final class PlaneRotations {

  /**
   * How many rotations sample the circle: C1 to C6, C8, C10, C12, C15 and C16 are among them, and
   * sums of cos <i>m</i>θ vanish for all 0 &lt; <i>m</i> &lt; 240.
   */
  static final int SAMPLES = 240;

  /** The highest frequency of an irreducible representation. */
  static final int HIGHEST = 20;

  private PlaneRotations() {}

  /** The rotation by <i>k</i>θ for an element that turns by θ; for one that flips first, too. */
  static List<Irreducible> byFrequency() {
    return IntStream.rangeClosed(1, HIGHEST)
        .mapToObj(k -> new Irreducible(k, matrices(k)))
        .toList();
  }

  /** The flip (x, y) → (-x, y) acts as diag(1, -1), whatever the frequency. */
  private static IntFunction<Matrix> matrices(int frequency) {
    return g -> {
      int turn = g % SAMPLES;
      Matrix rotation = Turns.rotation((long) frequency * turn, SAMPLES);
      return g < SAMPLES ? rotation : rotation.times(Matrix.of(2, 2, 1, 0, 0, -1));
    };
  }
}
