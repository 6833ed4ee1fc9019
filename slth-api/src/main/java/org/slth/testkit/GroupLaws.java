package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.LinearGroup;
import org.slth.group.PlanarGroup;

/**
 * The laws of {@link FiniteGroup}, {@link CompactGroup}, {@link LinearGroup}, {@link PlanarGroup}.
 */
public final class GroupLaws {

  private GroupLaws() {}

  /**
   * Checks closure, associativity, identity and inverses for all elements, the name and equality by
   * it, and for linear groups that the action is orthogonal, faithful to products and moves some
   * point for every element but the identity.
   *
   * <p>Of a compact group it checks the samples in the same way, its irreducible representations by
   * {@link RepresentationLaws}, that their characters are orthogonal over the samples, that they
   * are in order, and that products of two are sums of those there are, of frequencies that add up.
   * So samples that are too coarse are told up to twice the highest frequency that the group
   * brings; a band limit beyond that is taken on trust.
   *
   * <p>Brackets are moved around a generator only, which says the same of every element (F. W.
   * Light's test). So the cost is of order |G|² for each generator.
   *
   * @param group the group
   * @throws AssertionError if it breaks a law; the message tells the elements
   */
  public static void check(Group group) {
    checkName(group);
    if (group instanceof FiniteGroup finite) {
      checkFinite(finite);
    } else if (group instanceof CompactGroup compact) {
      CompactLaws.check(compact);
    } else {
      throw new AssertionError(group.name() + ": a group is a FiniteGroup or a CompactGroup");
    }
    if (group instanceof LinearGroup linear) {
      checkAction(linear);
    }
  }

  private static void checkName(Group group) {
    String name = group.name();
    require(!name.isBlank(), "the name of a group is not blank");
    require(name.equals(group.name()), "%s: the name never changes", name);
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      require(
          depth > 0 || (depth == 0 && !Character.isWhitespace(c)),
          "\"%s\": a name has balanced brackets, and spaces only within them",
          name);
    }
    require(depth == 0, "\"%s\": the brackets of a name are balanced", name);
    require(!name.contains(": "), "\"%s\": no colon of a name stands before a space", name);
  }

  static void checkFinite(FiniteGroup group) {
    String name = group.name();
    int n = group.order();
    require(n >= 1, "%s: a group has an element, got order %d", name, n);
    for (int g = 0; g < n; g++) {
      require(
          group.multiply(0, g) == g && group.multiply(g, 0) == g,
          "%s: element 0 is the identity, but it changes %d",
          name,
          g);
      int inverse = group.inverse(g);
      require(
          inverse >= 0 && inverse < n && group.multiply(g, inverse) == 0,
          "%s: %d is not undone by its inverse %d",
          name,
          g,
          inverse);
      for (int h = 0; h < n; h++) {
        int gh = group.multiply(g, h);
        require(gh >= 0 && gh < n, "%s: %d times %d is no element: %d", name, g, h, gh);
      }
    }
    checkAssociative(group);
    checkEquality(group, FiniteGroup.of(name, n, group::multiply, group::inverse));
    require(
        !group.equals(FiniteGroup.of(name + "'", n, group::multiply, group::inverse)),
        "%s: groups of different names differ",
        name);
    require(group.samples().equals(group), "%s: a finite group is seen whole", name);
  }

  static void checkEquality(Group group, Group twin) {
    require(
        group.equals(twin) && twin.equals(group) && group.hashCode() == group.name().hashCode(),
        "%s: groups of one name are equal, with the hash code of the name",
        group.name());
  }

  private static void checkAssociative(FiniteGroup group) {
    for (int s : Laws.generators(group)) {
      for (int g = 0; g < group.order(); g++) {
        int gs = group.multiply(g, s);
        for (int h = 0; h < group.order(); h++) {
          require(
              group.multiply(gs, h) == group.multiply(g, group.multiply(s, h)),
              "%s: the product of %d, %d and %d depends on the brackets",
              group.name(),
              g,
              s,
              h);
        }
      }
    }
  }

  private static void checkAction(LinearGroup group) {
    FiniteGroup elements = group.samples();
    int n = group.action(0).rows();
    require(
        n == 2 || !(group instanceof PlanarGroup),
        "%s: a planar group acts by 2 by 2 matrices, got size %d",
        group.name(),
        n);
    Matrix identity = Matrix.identity(n);
    for (int g = 0; g < elements.order(); g++) {
      Matrix action = group.action(g);
      require(
          action.isCloseTo(identity, Laws.TOLERANCE) == (g == 0),
          "%s: only the identity leaves every point, got element %d",
          group.name(),
          g);
      require(
          action.columns() == n
              && action.times(action.transposed()).isCloseTo(identity, Laws.TOLERANCE),
          "%s: the action of %d is orthogonal",
          group.name(),
          g);
    }
    checkProducts(group);
  }

  private static void checkProducts(LinearGroup group) {
    FiniteGroup elements = group.samples();
    for (int s : Laws.generators(elements)) {
      Matrix action = group.action(s);
      for (int g = 0; g < elements.order(); g++) {
        require(
            group
                .action(g)
                .times(action)
                .isCloseTo(group.action(elements.multiply(g, s)), Laws.TOLERANCE),
            "%s: acting with %d after %d is acting with their product",
            group.name(),
            g,
            s);
      }
    }
  }
}
