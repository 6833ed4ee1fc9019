package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;

/** The laws of {@link FiniteGroup}, {@link CompactGroup} and {@link PlanarGroup}. */
public final class GroupLaws {

  private GroupLaws() {}

  /**
   * Checks closure, associativity, identity and inverses for all elements, and for planar groups
   * that the action is orthogonal, faithful to products and moves some point for every element but
   * the identity. Of a compact group it checks the samples in the same way, its irreducible
   * representations by {@link RepresentationLaws}, and that averages of their products are exact up
   * to the band limit. The cost is of order |G|³.
   *
   * @param group the group
   * @throws AssertionError if it breaks a law; the message tells the elements
   */
  public static void check(Group group) {
    if (group instanceof FiniteGroup finite) {
      checkFinite(finite);
    } else if (group instanceof CompactGroup compact) {
      CompactLaws.check(compact);
    } else {
      throw new AssertionError(group.name() + ": a group is a FiniteGroup or a CompactGroup");
    }
    if (group instanceof PlanarGroup planar) {
      checkAction(planar);
    }
  }

  private static void checkFinite(FiniteGroup group) {
    String name = group.name();
    int n = group.order();
    require(!name.isBlank(), "the name of a group is not blank");
    require(name.equals(group.name()), "%s: the name never changes", name);
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
    FiniteGroup copy = FiniteGroup.of(name, n, group::multiply, group::inverse);
    require(
        group.equals(copy) && copy.equals(group) && group.hashCode() == copy.hashCode(),
        "%s: groups of one name are equal, with the hash code of the name",
        name);
    require(
        !group.equals(FiniteGroup.of(name + "'", n, group::multiply, group::inverse)),
        "%s: groups of different names differ",
        name);
    require(group.samples().equals(group), "%s: a finite group is seen whole", name);
  }

  private static void checkAssociative(FiniteGroup group) {
    for (int g = 0; g < group.order(); g++) {
      for (int h = 0; h < group.order(); h++) {
        for (int k = 0; k < group.order(); k++) {
          require(
              group.multiply(group.multiply(g, h), k) == group.multiply(g, group.multiply(h, k)),
              "%s: the product of %d, %d and %d depends on the brackets",
              group.name(),
              g,
              h,
              k);
        }
      }
    }
  }

  private static void checkAction(PlanarGroup group) {
    FiniteGroup elements = group.samples();
    Matrix identity = Matrix.identity(2);
    for (int g = 0; g < elements.order(); g++) {
      Matrix action = group.action(g);
      require(
          action.isCloseTo(identity, Laws.TOLERANCE) == (g == 0),
          "%s: only the identity leaves every point, got element %d",
          group.name(),
          g);
      require(
          action.times(action.transposed()).isCloseTo(identity, Laws.TOLERANCE),
          "%s: the action of %d is orthogonal",
          group.name(),
          g);
      for (int h = 0; h < elements.order(); h++) {
        require(
            action
                .times(group.action(h))
                .isCloseTo(group.action(elements.multiply(g, h)), Laws.TOLERANCE),
            "%s: acting with %d after %d is acting with their product",
            group.name(),
            g,
            h);
      }
    }
  }
}
