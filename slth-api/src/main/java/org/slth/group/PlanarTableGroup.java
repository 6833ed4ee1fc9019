package org.slth.group;

import org.slth.algebra.Matrix;

/** A group by its table, with its action on the plane. */
final class PlanarTableGroup extends NamedGroup implements FiniteGroup, PlanarGroup {

  private final LinearTableGroup group;

  PlanarTableGroup(LinearTableGroup group) {
    super(group.name());
    this.group = group;
  }

  @Override
  public int order() {
    return group.order();
  }

  @Override
  public int multiply(int g, int h) {
    return group.multiply(g, h);
  }

  @Override
  public int inverse(int g) {
    return group.inverse(g);
  }

  @Override
  public Matrix action(int g) {
    return group.action(g);
  }
}
