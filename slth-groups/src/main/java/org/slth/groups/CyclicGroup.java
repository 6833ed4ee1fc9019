package org.slth.groups;

import java.util.Objects;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.NamedGroup;
import org.slth.group.PlanarGroup;

/**
 * The rotations by multiples of 2π/<i>N</i>, named {@code CN}; element <i>r</i> turns by
 * 2π<i>r</i>/<i>N</i>.
 */
public final class CyclicGroup extends NamedGroup implements FiniteGroup, PlanarGroup {

  private final int rotations;

  /**
   * Makes the group of <i>N</i> rotations.
   *
   * @param rotations <i>N</i>, at least 1
   * @throws IllegalArgumentException if it is less
   */
  public CyclicGroup(int rotations) {
    super("C" + rotations);
    if (rotations < 1) {
      throw new IllegalArgumentException("C<N> needs N of at least 1, got " + rotations);
    }
    this.rotations = rotations;
  }

  @Override
  public int order() {
    return rotations;
  }

  @Override
  public int multiply(int g, int h) {
    Objects.checkIndex(g, rotations);
    Objects.checkIndex(h, rotations);
    return g < rotations - h ? g + h : g - (rotations - h);
  }

  @Override
  public int inverse(int g) {
    Objects.checkIndex(g, rotations);
    return g == 0 ? 0 : rotations - g;
  }

  @Override
  public Matrix action(int g) {
    return Turns.rotation(Objects.checkIndex(g, rotations), rotations);
  }
}
