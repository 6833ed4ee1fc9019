package org.slth.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slth.algebra.Matrix;
import org.slth.representation.Representation;
import org.slth.testkit.GroupLaws;
import org.slth.testkit.RepresentationLaws;

class MatrixClosureTest {

  private static final Matrix QUARTER = Matrix.of(2, 2, 0, -1, 1, 0);
  private static final Matrix FLIP = Matrix.of(2, 2, -1, 0, 0, 1);

  @Test
  void quarterTurnsAndAFlipGenerateTheSymmetriesOfTheSquare() {
    FiniteGroup square = FiniteGroup.generated("square", QUARTER, FLIP);
    GroupLaws.check(square);
    assertEquals(8, square.order());
    PlanarGroup planar = assertInstanceOf(PlanarGroup.class, square);
    assertEquals(Matrix.identity(2), planar.action(0));
    assertEquals(QUARTER, planar.action(1));
    assertEquals(FLIP, planar.action(2));
    assertEquals(QUARTER.times(QUARTER), planar.action(3));
    assertEquals(QUARTER.times(FLIP), planar.action(4));
  }

  /** The order is that of words, so the same generators give the same numbers, always. */
  @Test
  void elementsAreInTheOrderOfTheirWords() {
    FiniteGroup again = FiniteGroup.generated("square", QUARTER, FLIP);
    FiniteGroup square = FiniteGroup.generated("square", QUARTER, FLIP);
    FiniteGroup other = FiniteGroup.generated("square", FLIP, QUARTER);
    boolean differs = false;
    for (int pair = 0; pair < 64; pair++) {
      assertEquals(square.multiply(pair / 8, pair % 8), again.multiply(pair / 8, pair % 8));
      differs |= square.multiply(pair / 8, pair % 8) != other.multiply(pair / 8, pair % 8);
    }
    assertTrue(differs);
  }

  /** Signed permutations of five axes, 2⁵ 5!, with matrices that are whole. */
  @Test
  void largerGroupsCloseToo() {
    Matrix cycle = Matrix.generate(5, 5, (i, j) -> i == (j + 1) % 5 ? 1 : 0);
    Matrix swap = Matrix.of(2, 2, 0, 1, 1, 0).directSum(Matrix.identity(3));
    Matrix sign = Matrix.of(1, 1, -1).directSum(Matrix.identity(4));
    FiniteGroup group = FiniteGroup.generated("B5", cycle, swap, sign);
    assertEquals(3840, group.order());
    LinearGroup linear = assertInstanceOf(LinearGroup.class, group);
    assertFalse(group instanceof PlanarGroup);
    for (int g = 0; g < group.order(); g += 37) {
      assertEquals(0, group.multiply(g, group.inverse(g)));
      Matrix action = linear.action(g);
      assertEquals(Matrix.identity(5), action.times(action.transposed()));
    }
  }

  /** Rounding along a thousand products stays far below what tells elements apart. */
  @Test
  void aFineTurnCloses() {
    int n = 1000;
    double angle = 2 * Math.PI / n;
    Matrix turn =
        Matrix.of(2, 2, Math.cos(angle), -Math.sin(angle), Math.sin(angle), Math.cos(angle));
    FiniteGroup group = FiniteGroup.generated("turns", turn);
    assertEquals(n, group.order());
    assertEquals(
        (700 + 800) % n, group.multiply(700, 800)); // one generator: elements are its powers
  }

  @Test
  void itsDefiningRepresentationIsNamedVector() {
    FiniteGroup square = FiniteGroup.generated("square", QUARTER, FLIP);
    Representation vector = Representation.vector((LinearGroup) square);
    RepresentationLaws.check(vector);
    assertEquals("vector", vector.name());
    assertEquals(vector, Representation.parse(square, "vector"));
    assertEquals(QUARTER, Representation.parse(square, "vector").matrix(1));
    Representation half = Representation.parse(square, "(vector * vector)");
    IntStream.range(0, 8)
        .forEach(g -> assertEquals(vector.matrix(g).kronecker(vector.matrix(g)), half.matrix(g)));
  }

  @Test
  void aSubgroupOfItMovesTheSamePoints() {
    Matrix cycle = Matrix.of(3, 3, 0, 0, 1, 1, 0, 0, 0, 1, 0);
    Matrix minus = Matrix.identity(3).scaled(-1);
    FiniteGroup group = FiniteGroup.generated("S6", cycle, minus);
    GroupLaws.check(group);
    Subgroup turns = Subgroup.ofElements(group, 0, 1, 3);
    GroupLaws.check(turns.group());
    assertEquals(cycle, ((LinearGroup) turns.group()).action(1));
    assertEquals("S6[0 1 3] in S6", turns.toString());
    FiniteGroup cyclic = FiniteGroup.generated("Z3", cycle);
    assertEquals("Z3 in S6", Subgroup.of(group, cyclic).toString());
    assertEquals("Z3 in S6: 0 3 1", Subgroup.of(group, cyclic, 0, 3, 1).toString());
    assertMessage(
        "only linear groups of one dimension need no embedding, got Z3 in square; write it such as"
            + " \"S2 in S3: 0 5\"",
        () -> Subgroup.of(FiniteGroup.generated("square", QUARTER, FLIP), cyclic));
    assertMessage(
        "S6 does not lie in Z3: its element 2 moves points as none of the 3 elements of Z3",
        () -> Subgroup.of(cyclic, group));
  }

  @Test
  void refusesWhatGeneratesNoFiniteGroup() {
    assertMessage("X: expected one generator or more, got none", () -> FiniteGroup.generated("X"));
    assertMessage(
        "X: expected orthogonal generators of one size, to within 1.0E-12, but number 1 is none",
        () -> FiniteGroup.generated("X", QUARTER, FLIP.scaled(1.000001)));
    for (Matrix wrong :
        new Matrix[] {Matrix.identity(3), Matrix.of(2, 3, 1, 0, 0, 0, 1, 0), Matrix.zero(2, 2)}) {
      assertMessage(
          "X: expected orthogonal generators of one size, to within 1.0E-12, but number 1 is none",
          () -> FiniteGroup.generated("X", QUARTER, wrong));
    }
    assertMessage(
        "X: expected orthogonal generators of one size, to within 1.0E-12, but number 0 is none",
        () -> FiniteGroup.generated("X", Matrix.identity(0)));
    Matrix irrational =
        Matrix.of(2, 2, Math.cos(1), -Math.sin(1), Math.sin(1), Math.cos(1)); // one radian
    assertMessage(
        "X: expected generators of a group of at most 4000 elements, in full double precision, but"
            + " their products are more",
        () -> FiniteGroup.generated("X", irrational));
  }

  private static void assertMessage(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }
}
