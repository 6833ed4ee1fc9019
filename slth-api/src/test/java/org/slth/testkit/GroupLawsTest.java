package org.slth.testkit;

import static org.slth.testkit.Rejection.assertRejected;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.NamedGroup;
import org.slth.group.PlanarGroup;

/** The controls: for each law of groups something that breaks it, and only it. */
class GroupLawsTest {

  @Test
  void quarterTurnsKeepThem() {
    GroupLaws.check(
        new Turns("turns", GroupLawsTest::sum, GroupLawsTest::minus, GroupLawsTest::turn));
  }

  /** The smallest loop that is no group: 0 is the identity, inverses undo, but brackets matter. */
  @Test
  void aLoopIsNoGroup() {
    int[] product = {
      0, 1, 2, 3, 4, 1, 0, 3, 4, 2, 2, 4, 0, 1, 3, 3, 2, 4, 0, 1, 4, 3, 1, 2, 0,
    };
    FiniteGroup loop = FiniteGroup.of("L5", 5, (g, h) -> product[5 * g + h], g -> g);
    assertRejected("depends on the brackets", () -> GroupLaws.check(loop));
  }

  /** Of a group of 24 elements, one product of two is exchanged with another: no row repeats. */
  @Test
  void oneWrongPairOfProductsIsTold() {
    IntBinaryOperator sum = (g, h) -> (g + h) % 24;
    IntBinaryOperator wrong =
        (g, h) -> {
          boolean square = (g == 5 || g == 17) && (h == 8 || h == 20);
          return sum.applyAsInt(g, h) + (square ? sum.applyAsInt(g, h) < 12 ? 12 : -12 : 0);
        };
    FiniteGroup group = FiniteGroup.of("Z24", 24, wrong, g -> (24 - g) % 24);
    assertRejected("depends on the brackets", () -> GroupLaws.check(group));
  }

  @Test
  void wrongInversesAreTold() {
    assertRejected(
        "is not undone", () -> check(new Turns("turns", GroupLawsTest::sum, g -> g, this::any)));
  }

  @Test
  void anIdentityThatMovesIsTold() {
    assertRejected(
        "element 0 is the identity, but it changes",
        () ->
            check(new Turns("turns", (g, h) -> (g + 2 * h) % 4, GroupLawsTest::minus, this::any)));
  }

  @Test
  void aProductOutsideIsTold() {
    assertRejected(
        "1 times 1 is no element: 4",
        () ->
            check(
                new Turns(
                    "turns",
                    (g, h) -> g == 1 && h == 1 ? 4 : (g + h) % 4,
                    GroupLawsTest::minus,
                    this::any)));
  }

  @Test
  void namesThatNoTextCanHoldAreTold() {
    for (String name : List.of("quarter turns", "turns)", "(turns", "a)(b")) {
      assertRejected(
          "balanced",
          () ->
              check(
                  new Turns(name, GroupLawsTest::sum, GroupLawsTest::minus, GroupLawsTest::turn)));
    }
    assertRejected(
        "no colon",
        () ->
            check(
                new Turns(
                    "(a: b)", GroupLawsTest::sum, GroupLawsTest::minus, GroupLawsTest::turn)));
    assertRejected(
        "not blank",
        () -> check(new Turns(" ", GroupLawsTest::sum, GroupLawsTest::minus, GroupLawsTest::turn)));
  }

  @Test
  void equalityByIdentityIsTold() {
    assertRejected("groups of one name are equal", () -> check(new Unequal()));
  }

  @Test
  void anActionThatForgetsIsTold() {
    assertRejected(
        "only the identity leaves every point",
        () -> check(new Turns("turns", GroupLawsTest::sum, GroupLawsTest::minus, this::any)));
  }

  @Test
  void anActionThatTurnsTooFarIsTold() {
    assertRejected(
        "is acting with their product",
        () ->
            check(
                new Turns(
                    "turns", GroupLawsTest::sum, GroupLawsTest::minus, g -> turn(g == 3 ? 1 : g))));
  }

  @Test
  void anActionThatStretchesIsTold() {
    assertRejected(
        "is orthogonal",
        () ->
            check(
                new Turns(
                    "turns",
                    GroupLawsTest::sum,
                    GroupLawsTest::minus,
                    g -> turn(g).scaled(g == 2 ? 1.001 : 1))));
  }

  @Test
  void aPlaneOfThreeDimensionsIsTold() {
    assertRejected(
        "2 by 2 matrices, got size 3",
        () ->
            check(
                new Turns(
                    "turns",
                    GroupLawsTest::sum,
                    GroupLawsTest::minus,
                    g -> turn(g).directSum(Matrix.identity(1)))));
  }

  @Test
  void whatIsNeitherFiniteNorCompactIsTold() {
    FiniteGroup samples = FiniteGroup.of("Z4", 4, GroupLawsTest::sum, GroupLawsTest::minus);
    assertRejected(
        "a FiniteGroup or a CompactGroup",
        () ->
            check(
                new Group() {
                  @Override
                  public String name() {
                    return "neither";
                  }

                  @Override
                  public FiniteGroup samples() {
                    return samples;
                  }
                }));
  }

  private static void check(Group group) {
    GroupLaws.check(group);
  }

  private static int sum(int g, int h) {
    return (g + h) % 4;
  }

  private static int minus(int g) {
    return (4 - g) % 4;
  }

  private static Matrix turn(int g) {
    int cos = new int[] {1, 0, -1, 0}[g];
    int sin = new int[] {0, 1, 0, -1}[g];
    return Matrix.of(2, 2, cos, -sin, sin, cos);
  }

  private Matrix any(int g) {
    return Matrix.identity(2);
  }

  /** Quarter turns, with operations and an action that may be wrong. */
  private static final class Turns extends NamedGroup implements FiniteGroup, PlanarGroup {
    private final IntBinaryOperator product;
    private final IntUnaryOperator inverse;
    private final IntFunction<Matrix> action;

    Turns(
        String name,
        IntBinaryOperator product,
        IntUnaryOperator inverse,
        IntFunction<Matrix> action) {
      super(name);
      this.product = product;
      this.inverse = inverse;
      this.action = action;
    }

    @Override
    public int order() {
      return 4;
    }

    @Override
    public int multiply(int g, int h) {
      return product.applyAsInt(g, h);
    }

    @Override
    public int inverse(int g) {
      return inverse.applyAsInt(g);
    }

    @Override
    public Matrix action(int g) {
      return action.apply(g);
    }
  }

  /** Does not see to equality. */
  private static final class Unequal implements FiniteGroup {
    @Override
    public String name() {
      return "Z1";
    }

    @Override
    public int order() {
      return 1;
    }

    @Override
    public int multiply(int g, int h) {
      return 0;
    }

    @Override
    public int inverse(int g) {
      return 0;
    }
  }
}
