package com.example.cube;

import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.PlanarGroup;

/** The four quarter turns of the plane, to try kernels on. */
final class QuarterTurns implements FiniteGroup, PlanarGroup {

  @Override
  public String name() {
    return "quarter turns";
  }

  @Override
  public int order() {
    return 4;
  }

  @Override
  public int multiply(int g, int h) {
    return (g + h) % 4;
  }

  @Override
  public int inverse(int g) {
    return (4 - g) % 4;
  }

  @Override
  public Matrix action(int g) {
    Matrix turn = Matrix.of(2, 2, 0, -1, 1, 0);
    return g == 0 ? Matrix.identity(2) : turn.times(action(g - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FiniteGroup group && name().equals(group.name());
  }

  @Override
  public int hashCode() {
    return name().hashCode();
  }
}
