package org.slth.group;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.slth.algebra.Matrix;

/**
 * A finite group whose elements are the integers from {@code 0} to {@code order() - 1}; element
 * {@code 0} is the identity.
 *
 * <p>Three ways to teach SLTH a new symmetry, shortest first: generate it by {@linkplain #generated
 * matrices}, give its {@linkplain #of(String, int, IntBinaryOperator, IntUnaryOperator)
 * operations}, or write a class that extends {@link NamedGroup}.
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

  /**
   * {@return the group that some orthogonal matrices generate, a {@link LinearGroup}; that of 2 by
   * 2 matrices is a {@link PlanarGroup}}
   *
   * <p>Elements are products of generators: the identity, then shortest products first, those of
   * one length in the order of the element and the generator they end with. The cost is of order
   * |<i>G</i>|² for each generator.
   *
   * @param name its name; groups of one name must be the same group
   * @param generators orthogonal matrices of one size, at least one, written in full double
   *     precision
   * @throws IllegalArgumentException if they are not, or if they generate more than 4000 elements
   */
  static FiniteGroup generated(String name, Matrix... generators) {
    return MatrixClosure.of(name, generators);
  }

  /**
   * {@return the direct product <i>A</i> × <i>B</i>, named such as {@code (C4 x S3)}; the pair
   * (<i>a</i>, <i>b</i>) is element <i>a</i>|<i>B</i>| + <i>b</i>}
   *
   * @param first the group <i>A</i>
   * @param second the group <i>B</i>
   * @throws IllegalArgumentException if there are more pairs than an int counts
   */
  static FiniteGroup direct(FiniteGroup first, FiniteGroup second) {
    return new DirectProduct(first, second);
  }

  /**
   * {@return the semidirect product <i>N</i> ⋊ <i>H</i>, (<i>n</i>, <i>h</i>)(<i>n′</i>, <i>h′</i>)
   * = (<i>n</i> · <i>h</i>(<i>n′</i>), <i>hh′</i>)}
   *
   * <p>The pair (<i>n</i>, <i>h</i>) is element <i>h</i>|<i>N</i>| + <i>n</i>, so that <i>N</i>
   * comes first, as rotations do in D4. The cost is of order |<i>G</i>|(|<i>N</i>| + |<i>H</i>|).
   *
   * @param name its name; groups of one name must be the same group
   * @param normal the group <i>N</i>
   * @param acting the group <i>H</i>
   * @param action what an element of <i>H</i>, the first argument, makes of one of <i>N</i>, the
   *     second; asked once for all
   * @throws IllegalArgumentException if that is no action by automorphisms
   */
  static FiniteGroup semidirect(
      String name, FiniteGroup normal, FiniteGroup acting, IntBinaryOperator action) {
    return new SemidirectProduct(name, normal, acting, action);
  }
}
