package org.slth.group;

import java.util.Objects;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** A group by its multiplication table. */
final class TableGroup extends NamedGroup implements FiniteGroup {

  private final int order;
  private final int[] products; // g * order + h
  private final int[] inverses;

  TableGroup(String name, int order, IntBinaryOperator product, IntUnaryOperator inverse) {
    super(name);
    if (name.isEmpty() || order < 1) {
      throw new IllegalArgumentException(
          "a group needs a name and at least one element, got \"" + name + "\" and " + order);
    }
    this.order = order;
    this.products = new int[Math.multiplyExact(order, order)];
    this.inverses = new int[order];
    for (int g = 0; g < order; g++) {
      for (int h = 0; h < order; h++) {
        products[g * order + h] = requireElement(product.applyAsInt(g, h), "product", g, h);
      }
    }
    for (int g = 0; g < order; g++) {
      inverses[g] = requireElement(inverse.applyAsInt(g), "inverse", g, g);
      requireIdentity(multiply(0, g) == g && multiply(g, 0) == g, g);
      requireIdentity(multiply(g, inverses[g]) == 0 && multiply(inverses[g], g) == 0, g);
    }
  }

  private int requireElement(int result, String what, int g, int h) {
    if (result < 0 || result >= order) {
      throw new IllegalArgumentException(
          String.format(
              "%s: the %s of %d and %d must lie in 0..%d, got %d",
              name(), what, g, h, order - 1, result));
    }
    return result;
  }

  private void requireIdentity(boolean holds, int g) {
    if (!holds) {
      throw new IllegalArgumentException(
          String.format(
              "%s: element 0 must be the identity and inverses must undo; element %d fails",
              name(), g));
    }
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public int multiply(int g, int h) {
    return products[Objects.checkIndex(g, order) * order + Objects.checkIndex(h, order)];
  }

  @Override
  public int inverse(int g) {
    return inverses[Objects.checkIndex(g, order)];
  }
}
