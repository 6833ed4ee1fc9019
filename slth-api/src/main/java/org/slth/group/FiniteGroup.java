package org.slth.group;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * A finite group whose elements are the integers from {@code 0} to {@code order() - 1}; element
 * {@code 0} is the identity.
 *
 * <p>Implement this interface to teach SLTH a new symmetry. Instances are immutable, are equal if
 * and only if their {@linkplain #name() names} are equal, have the hash code of their name, and may
 * be used by many threads at once. {@code GroupLaws.check(group)} tests every rule stated here.
 */
public interface FiniteGroup extends Group {

  /** {@return the number of elements, at least one} */
  int order();

  /**
   * {@return the product <i>gh</i>: first act with {@code h}, then with {@code g}}
   *
   * @param g an element
   * @param h an element
   * @throws IndexOutOfBoundsException if one of them is not an element
   */
  int multiply(int g, int h);

  /**
   * {@return the element that undoes {@code g}}
   *
   * @param g an element
   * @throws IndexOutOfBoundsException if it is not an element
   */
  int inverse(int g);

  /** {@return this group} */
  @Override
  default FiniteGroup samples() {
    return this;
  }

  /**
   * {@return the finite group of that name, as {@link Group#named} finds it}
   *
   * @param name such as {@code "C8"}
   * @throws IllegalArgumentException if nobody knows it, or if it is not finite
   */
  static FiniteGroup named(String name) {
    return of(Group.named(name));
  }

  /**
   * {@return a group that is finite}
   *
   * @param group the same group
   * @throws IllegalArgumentException if it is not
   */
  static FiniteGroup of(Group group) {
    if (group instanceof FiniteGroup finite) {
      return finite;
    }
    throw new IllegalArgumentException("expected a finite group, got " + group.name());
  }

  /**
   * {@return a group given by its operations, evaluated once for all elements}
   *
   * @param name its name; groups of one name must be the same group
   * @param order the number of elements
   * @param product the product <i>gh</i>
   * @param inverse the inverse
   * @throws IllegalArgumentException if 0 is not the identity or an inverse is wrong;
   *     associativity, of order |G|³, is left to {@code GroupLaws}
   */
  static FiniteGroup of(
      String name, int order, IntBinaryOperator product, IntUnaryOperator inverse) {
    return new TableGroup(name, order, product, inverse);
  }
}
