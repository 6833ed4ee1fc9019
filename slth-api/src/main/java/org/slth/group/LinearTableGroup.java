package org.slth.group;

import java.util.Arrays;
import java.util.List;
import org.slth.algebra.Matrix;

/** A group by its table, with its action on a space. */
final class LinearTableGroup extends NamedGroup implements FiniteGroup, LinearGroup {

  private final TableGroup table;
  private final List<Matrix> actions;

  private LinearTableGroup(TableGroup table, List<Matrix> actions) {
    super(table.name());
    this.table = table;
    this.actions = actions;
  }

  /** A group that moves points by these matrices; those of the plane make it planar. */
  static FiniteGroup of(TableGroup table, List<Matrix> actions) {
    LinearTableGroup group = new LinearTableGroup(table, List.copyOf(actions));
    return actions.get(0).rows() == 2 ? new PlanarTableGroup(group) : group;
  }

  /** A group that moves points as some elements of another group do, if those move points. */
  static FiniteGroup like(Group parent, int[] elements, TableGroup table) {
    return parent instanceof LinearGroup linear
        ? of(table, Arrays.stream(elements).mapToObj(linear::action).toList())
        : table;
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
}
