package org.slth.group;

import org.slth.algebra.Matrix;

/** A group of rotations and reflections of the plane, finite or compact. */
public interface PlanarGroup extends LinearGroup {

  /**
   * {@return the orthogonal 2 by 2 matrix by which an element moves a point (<i>x</i>, <i>y</i>)}
   *
   * <p>Points are columns; <i>x</i> points right and <i>y</i> up.
   *
   * @param g an element of {@link #samples()}
   */
  @Override
  Matrix action(int g);

  /**
   * {@return whether an element reflects the plane: whether its matrix has the determinant −1}
   *
   * @param g an element of {@link #samples()}
   */
  default boolean reflects(int g) {
    Matrix m = action(g);
    return m.get(0, 0) * m.get(1, 1) - m.get(0, 1) * m.get(1, 0) < 0;
  }
}
