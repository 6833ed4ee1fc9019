package org.slth.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.GroupProvider;
import org.slth.group.PlanarGroup;
import org.slth.group.SmallGroups;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;

/** The controls: for each law something that breaks it, and only it, and is told so. */
class AlgebraLawsTest {

  private final FiniteGroup z4 = SmallGroups.cyclic(4);
  private final Representation regular = Representation.regular(z4);

  /** The smallest loop that is no group: 0 is the identity, inverses undo, but brackets matter. */
  @Test
  void aLoopIsNoGroup() {
    int[] product = {
      0, 1, 2, 3, 4, 1, 0, 3, 4, 2, 2, 4, 0, 1, 3, 3, 2, 4, 0, 1, 4, 3, 1, 2, 0,
    };
    FiniteGroup loop = FiniteGroup.of("L5", 5, (g, h) -> product[5 * g + h], g -> g);
    assertBroken("depends on the brackets", () -> GroupLaws.check(loop));
  }

  @Test
  void aGroupWithWrongOperationsIsTold() {
    assertBroken("is not undone", () -> GroupLaws.check(new Turns(4, 1, g -> g)));
    assertBroken("it changes", () -> GroupLaws.check(new Turns(4, 2, g -> (4 - g) % 4)));
  }

  @Test
  void anActionThatIsNoneIsTold() {
    GroupLaws.check(new Turns(4, 1, g -> (4 - g) % 4));
    assertBroken(
        "only the identity leaves every point",
        () ->
            GroupLaws.check(
                new Turns(4, 1, g -> (4 - g) % 4) {
                  @Override
                  public Matrix action(int g) {
                    return Matrix.identity(2);
                  }
                }));
    assertBroken(
        "is acting with their product",
        () ->
            GroupLaws.check(
                new Turns(4, 1, g -> (4 - g) % 4) {
                  @Override
                  public Matrix action(int g) {
                    return g == 0 ? Matrix.identity(2) : Matrix.of(2, 2, 0, -1, 1, 0);
                  }
                }));
  }

  @Test
  void aProviderThatGivesAnotherGroupIsTold() {
    assertBroken("under its name", () -> ProviderLaws.check(provider("Z4"), "Z5"));
    assertBroken("is found", () -> ProviderLaws.check(provider("Z4"), "none"));
    ProviderLaws.check(provider("Z4"), "Z4");
  }

  @Test
  void aRepresentationWithWrongMatricesIsTold() {
    RepresentationLaws.check(representation(regular::matrix));
    assertBroken(
        "multiply as the elements do",
        () -> RepresentationLaws.check(representation(g -> regular.matrix(g == 3 ? 1 : g))));
    assertBroken(
        "element 0 acts as the identity",
        () -> RepresentationLaws.check(representation(g -> regular.matrix((g + 1) % 4))));
    assertBroken(
        "is orthogonal",
        () ->
            RepresentationLaws.check(
                representation(g -> g == 0 ? Matrix.identity(2) : Matrix.of(2, 2, 1, 1, 0, 1))));
  }

  @Test
  void aBasisThatIsNoneIsTold() {
    List<Matrix> maps = maps(IntertwinerBasis.between(regular, regular));
    IntertwinerLaws.check(regular, regular, maps);
    assertBroken("4 maps by characters, got 3", () -> check(maps.subList(0, 3)));
    assertBroken("the first map is the identity", () -> check(reversed(maps)));
    assertBroken("squared norm", () -> check(replaced(maps, 2, maps.get(2).scaled(2))));
    assertBroken("linearly independent", () -> check(replaced(maps, 2, maps.get(1))));
    Matrix shift = Matrix.generate(4, 4, (i, j) -> i == j && i == 0 ? 2 : 0);
    assertBroken("commutes with element", () -> check(replaced(maps, 3, shift)));
  }

  /** Three maps where the trivial group has four: only a random map shows what is missing. */
  @Test
  void aBasisThatIsNotCompleteIsTold() {
    Representation plane =
        Representation.of(SmallGroups.cyclic(1), "plane", List.of(Matrix.identity(2)));
    List<Matrix> maps = maps(IntertwinerBasis.between(plane, plane));
    IntertwinerLaws.check(plane, plane, maps);
    assertBroken(
        "linearly independent",
        () -> IntertwinerLaws.check(plane, plane, replaced(maps, 3, maps.get(2))));
    Representation liar = new Liar(plane);
    assertBroken(
        "averaged over the group lies in the span",
        () -> IntertwinerLaws.check(plane, liar, maps.subList(0, 2)));
  }

  private void check(List<Matrix> maps) {
    IntertwinerLaws.check(regular, regular, maps);
  }

  private Representation representation(IntFunction<Matrix> matrix) {
    return Representation.of(z4, "test", IntStream.range(0, 4).mapToObj(matrix).toList());
  }

  private static List<Matrix> maps(IntertwinerBasis basis) {
    return IntStream.range(0, basis.size()).mapToObj(basis::map).toList();
  }

  private static List<Matrix> reversed(List<Matrix> maps) {
    return IntStream.range(0, maps.size()).mapToObj(i -> maps.get(maps.size() - 1 - i)).toList();
  }

  private static List<Matrix> replaced(List<Matrix> maps, int index, Matrix map) {
    List<Matrix> replaced = new ArrayList<>(maps);
    replaced.set(index, map);
    return replaced;
  }

  private static GroupProvider provider(String known) {
    return new GroupProvider() {
      @Override
      public String id() {
        return "test:" + known.toLowerCase(Locale.ROOT);
      }

      @Override
      public List<String> families() {
        return List.of(known);
      }

      @Override
      public Optional<Group> find(String name) {
        return name.startsWith("Z") ? Optional.of(SmallGroups.cyclic(4)) : Optional.empty();
      }
    };
  }

  private static void assertBroken(String law, Runnable check) {
    String message = assertThrows(AssertionError.class, check::run).getMessage();
    assertTrue(message.contains(law), message);
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

  /** Quarter turns, with a step and inverses that may be wrong. */
  private static class Turns implements FiniteGroup, PlanarGroup {
    private final int order;
    private final int step;
    private final IntFunction<Integer> inverse;

    Turns(int order, int step, IntFunction<Integer> inverse) {
      this.order = order;
      this.step = step;
      this.inverse = inverse;
    }

    @Override
    public String name() {
      return "turns";
    }

    @Override
    public int order() {
      return order;
    }

    @Override
    public int multiply(int g, int h) {
      return (g + step * h) % order;
    }

    @Override
    public int inverse(int g) {
      return inverse.apply(g);
    }

    @Override
    public Matrix action(int g) {
      int cos = new int[] {1, 0, -1, 0}[g];
      int sin = new int[] {0, 1, 0, -1}[g];
      return Matrix.of(2, 2, cos, -sin, sin, cos);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof FiniteGroup group && group.name().equals(name());
    }

    @Override
    public int hashCode() {
      return name().hashCode();
    }
  }
}
