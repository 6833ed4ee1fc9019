package org.slth.groups;

import java.util.Objects;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.NamedGroup;
import org.slth.group.PlanarGroup;

/**
 * The symmetries of a regular <i>N</i>-gon, named {@code DN}, of order 2<i>N</i>.
 *
 * <p>Element <i>fN</i> + <i>r</i> is the flip (<i>x</i>, <i>y</i>) → (−<i>x</i>, <i>y</i>) done
 * <i>f</i> times, then the rotation by 2π<i>r</i>/<i>N</i>.
 */
public final class DihedralGroup extends NamedGroup implements FiniteGroup, PlanarGroup {

  private static final Matrix FLIP = Matrix.of(2, 2, -1, 0, 0, 1);

  private final int rotations;

  /**
   * Makes the group of <i>N</i> rotations and <i>N</i> reflections.
   *
   * @param rotations <i>N</i>, at least 1
   * @throws IllegalArgumentException if it is less, or 2<i>N</i> is too large for an int
   */
  public DihedralGroup(int rotations) {
    super("D" + rotations);
    if (rotations < 1 || rotations > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException("D<N> needs N of at least 1, got " + rotations);
    }
    this.rotations = rotations;
  }

  @Override
  public int order() {
    return 2 * rotations;
  }

  /** A rotation passes a flip by turning round: <i>F R</i> = <i>R</i>⁻¹ <i>F</i>. */
  @Override
  public int multiply(int g, int h) {
    int turn = flips(g) ? turn(g) - turn(h) : turn(g) - rotations + turn(h);
    return element(flips(g) != flips(h), turn);
  }

  @Override
  public int inverse(int g) {
    return flips(g) ? g : element(false, -turn(g));
  }

  @Override
  public Matrix action(int g) {
    Matrix rotation = Turns.rotation(turn(g), rotations);
    return flips(g) ? rotation.times(FLIP) : rotation;
  }

  private boolean flips(int g) {
    return Objects.checkIndex(g, order()) >= rotations;
  }

  private int turn(int g) {
    return g % rotations;
  }

  private int element(boolean flip, int turn) {
    return (flip ? rotations : 0) + Math.floorMod(turn, rotations);
  }
}
