package org.slth.group;

import java.util.Objects;

/** (<i>a</i>, <i>b</i>)(<i>a′</i>, <i>b′</i>) = (<i>aa′</i>, <i>bb′</i>), counted row by row. */
final class DirectProduct extends NamedGroup implements FiniteGroup {

  private final FiniteGroup first;
  private final FiniteGroup second;
  private final int order;

  DirectProduct(FiniteGroup first, FiniteGroup second) {
    super("(" + first.name() + " x " + second.name() + ")");
    this.first = first;
    this.second = second;
    this.order = order(name(), first, second);
  }

  /** The number of pairs. */
  static int order(String name, FiniteGroup first, FiniteGroup second) {
    long order = (long) first.order() * second.order();
    if (order > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s has %d elements, more than an int counts".formatted(name, order));
    }
    return (int) order;
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public int multiply(int g, int h) {
    int n = second.order();
    return first.multiply(g / n, h / n) * n + second.multiply(g % n, h % n);
  }

  @Override
  public int inverse(int g) {
    Objects.checkIndex(g, order);
    int n = second.order();
    return first.inverse(g / n) * n + second.inverse(g % n);
  }
}
