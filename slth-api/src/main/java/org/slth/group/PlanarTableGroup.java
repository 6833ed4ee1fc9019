package org.slth.group;

import java.util.List;
import org.slth.algebra.Matrix;

/** A group by its table, with its action on the plane. */
final class PlanarTableGroup implements FiniteGroup, PlanarGroup {

  private final TableGroup table;
  private final List<Matrix> actions;

  PlanarTableGroup(TableGroup table, List<Matrix> actions) {
    this.table = table;
    this.actions = actions;
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public int order() {
    return table.order();
  }

  @Override
  public int multiply(int g, int h) {
    return table.multiply(g, h);
  }

  @Override
  public int inverse(int g) {
    return table.inverse(g);
  }

  @Override
  public Matrix action(int g) {
    return actions.get(g);
  }

  @Override
  public boolean equals(Object other) {
    return table.equals(other);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
