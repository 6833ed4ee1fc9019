package org.slth.testkit;

import static org.slth.testkit.Rejection.assertRejected;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.SmallGroups;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;

/** The controls: for each law of bases something that breaks it, and only it. */
class IntertwinerLawsTest {

  private final FiniteGroup z4 = SmallGroups.cyclic(4);
  private final Representation regular = Representation.regular(z4);
  private final List<Matrix> maps = maps(IntertwinerBasis.between(regular, regular));

  @Test
  void theMapsOfTheGroupAlgebraKeepThem() {
    check(maps);
  }

  @Test
  void oneMapLessIsTold() {
    assertRejected("4 maps by characters, got 3", () -> check(maps.subList(0, 3)));
  }

  @Test
  void anIdentityThatIsNotFirstIsTold() {
    List<Matrix> reversed = IntStream.range(0, 4).mapToObj(i -> maps.get(3 - i)).toList();
    assertRejected("the first map is the identity", () -> check(reversed));
  }

  @Test
  void anotherNormIsTold() {
    assertRejected("squared norm", () -> check(replaced(maps, 2, maps.get(2).scaled(2))));
  }

  @Test
  void aMapThatIsThereTwiceIsTold() {
    assertRejected("linearly independent", () -> check(replaced(maps, 2, maps.get(1))));
  }

  @Test
  void aMapThatDoesNotCommuteIsTold() {
    Matrix one = Matrix.generate(4, 4, (i, j) -> i == j && i == 0 ? 2 : 0);
    assertRejected("commutes with element", () -> check(replaced(maps, 3, one)));
  }

  /** Maps that commute with all samples but one generator's. */
  @Test
  void aMapOfASubgroupIsTold() {
    Representation half =
        Representation.of(z4, "half", List.of(flip(0), flip(1), flip(0), flip(1)));
    Matrix mixed = Matrix.of(2, 2, Math.sqrt(2), 0, 0, 0);
    Matrix identity = Matrix.identity(2);
    assertRejected(
        "map 1 commutes with element 1",
        () -> IntertwinerLaws.check(half, half, List.of(identity, mixed)));
  }

  /** Three maps where the trivial group has four: only a random map shows what is missing. */
  @Test
  void aBasisThatIsNotCompleteIsTold() {
    Representation plane =
        Representation.of(SmallGroups.cyclic(1), "plane", List.of(Matrix.identity(2)));
    List<Matrix> all = maps(IntertwinerBasis.between(plane, plane));
    IntertwinerLaws.check(plane, plane, all);
    assertRejected(
        "linearly independent",
        () -> IntertwinerLaws.check(plane, plane, replaced(all, 3, all.get(2))));
    assertRejected(
        "averaged over the group lies in the span",
        () -> IntertwinerLaws.check(plane, new Liar(plane), all.subList(0, 2)));
  }

  /** Of a compact group, too: the maps of a coarser one are too many. */
  @Test
  void mapsOfTheSamplesOfTooFewAreTold() {
    Circle circle = Circle.of(29);
    Representation slow = Representation.irreducible(circle, 1);
    List<Matrix> commuting = maps(IntertwinerBasis.between(slow, slow));
    IntertwinerLaws.check(slow, slow, commuting);
    List<Matrix> more = new ArrayList<>(commuting);
    more.add(Matrix.of(2, 2, 1, 0, 0, -1)); // commutes with half a turn only
    assertRejected("map 2 commutes with element 1", () -> IntertwinerLaws.check(slow, slow, more));
  }

  private void check(List<Matrix> some) {
    IntertwinerLaws.check(regular, regular, some);
  }

  private static Matrix flip(int g) {
    return g == 0 ? Matrix.identity(2) : Matrix.of(2, 2, 0, 1, 1, 0);
  }

  private static List<Matrix> maps(IntertwinerBasis basis) {
    return IntStream.range(0, basis.size()).mapToObj(basis::map).toList();
  }

  private static List<Matrix> replaced(List<Matrix> maps, int index, Matrix map) {
    List<Matrix> replaced = new ArrayList<>(maps);
    replaced.set(index, map);
    return replaced;
  }

  /** Says that its character is half of what it is. */
  private record Liar(Representation truth) implements Representation {
    @Override
    public Group group() {
      return truth.group();
    }

    @Override
    public String name() {
      return "liar";
    }

    @Override
    public int dimension() {
      return truth.dimension();
    }

    @Override
    public Matrix matrix(int g) {
      return truth.matrix(g);
    }

    @Override
    public double character(int g) {
      return truth.character(g) / 2;
    }
  }
}
