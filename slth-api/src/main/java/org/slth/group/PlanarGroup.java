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
}
