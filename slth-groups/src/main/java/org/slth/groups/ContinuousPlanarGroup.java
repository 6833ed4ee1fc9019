package org.slth.groups;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.NamedGroup;
import org.slth.group.PlanarGroup;

/** What SO(2) and O(2) share: how finely they are sampled, and representations by frequency. */
abstract sealed class ContinuousPlanarGroup extends NamedGroup implements CompactGroup, PlanarGroup
    permits SpecialOrthogonalGroup2, OrthogonalGroup2 {

  /**
   * How many rotations sample the circle: C1 to C6, C8, C10, C12, C15 and C16 are among them, and
   * sums of cos <i>m</i>θ vanish for all 0 &lt; <i>m</i> &lt; 240.
   */
  static final int TURNS = 240;

  /** The highest frequency of an irreducible representation. */
  private static final int HIGHEST = 20;

  private final FiniteGroup samples;
  private final IntFunction<Matrix> action;
  private final List<Irreducible> irreducibles;

  /**
   * Makes a group whose samples are C240 or D240.
   *
   * @param frequencyless its representations of frequency 0
   */
  <G extends FiniteGroup & PlanarGroup> ContinuousPlanarGroup(
      String name, G samples, List<Irreducible> frequencyless) {
    super(name);
    this.samples = samples;
    this.action = samples::action;
    this.irreducibles =
        Stream.concat(
                frequencyless.stream(),
                IntStream.rangeClosed(1, HIGHEST).mapToObj(k -> new Irreducible(k, matrices(k))))
            .toList();
  }

  static Irreducible trivial() {
    return new Irreducible(0, g -> Matrix.identity(1));
  }

  /**
   * The rotation by <i>k</i>θ for an element that turns by θ. The flip (x, y) → (-x, y) acts as
   * diag(1, -1), whatever the frequency.
   */
  private static IntFunction<Matrix> matrices(int frequency) {
    return g -> {
      Matrix rotation = Turns.rotation((long) frequency * (g % TURNS), TURNS);
      return g < TURNS ? rotation : rotation.times(Matrix.of(2, 2, 1, 0, 0, -1));
    };
  }

  @Override
  public final FiniteGroup samples() {
    return samples;
  }

  @Override
  public final Matrix action(int g) {
    return action.apply(g);
  }

  @Override
  public final int bandLimit() {
    return TURNS - 1;
  }

  @Override
  public final List<Irreducible> irreducibles() {
    return irreducibles;
  }
}
