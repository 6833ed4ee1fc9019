package org.slth.group;

import org.slth.algebra.Matrix;

/**
 * A group of orthogonal matrices, finite or compact, which moves the points of a space.
 *
 * <p>Laws: {@code action(multiply(g, h)) = action(g) action(h)}, and only the identity leaves every
 * point where it is. Of a compact group the entries of the matrices have frequency 1 at most, see
 * {@link CompactGroup}.
 *
 * <p>Its defining representation is named {@code vector}. Since matrices tell elements apart, one
 * linear group lies in another in one way, see {@link Subgroup#of(Group, Group)}.
 */
public interface LinearGroup extends Group {

  /**
   * {@return the orthogonal matrix by which an element moves a point, a column}
   *
   * @param g an element of {@link #samples()}
   */
  Matrix action(int g);
}
