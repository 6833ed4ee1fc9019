package org.slth.testkit;

import static org.slth.testkit.Rejection.assertRejected;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.GroupProvider;
import org.slth.group.SmallGroups;
import org.slth.representation.Representation;
import org.slth.representation.RepresentationProvider;
import org.slth.spi.Provider;

/** The controls: for each law of providers something that breaks it, and only it. */
class ProviderLawsTest {

  private final FiniteGroup z4 = SmallGroups.cyclic(4);

  @Test
  void properOnesKeepThem() {
    ProviderLaws.check(groups(this::z4), "Z4");
    ProviderLaws.check(representations(this::sign), z4, "sign");
  }

  @Test
  void aGroupThatIsNotFoundIsTold() {
    assertRejected("none is found", () -> ProviderLaws.check(groups(this::z4), "none"));
  }

  @Test
  void aGroupOfAnotherNameIsTold() {
    GroupProvider same = groups(name -> Optional.of(z4));
    assertRejected("Z5 is found under its name, got Z4", () -> ProviderLaws.check(same, "Z5"));
    assertRejected("\"\" finds nothing", () -> ProviderLaws.check(same, "Z4"));
  }

  @Test
  void aGroupThatIsNoneIsTold() {
    int[] loop = {0, 1, 2, 3, 4, 1, 0, 3, 4, 2, 2, 4, 0, 1, 3, 3, 2, 4, 0, 1, 4, 3, 1, 2, 0};
    FiniteGroup l5 = FiniteGroup.of("L5", 5, (g, h) -> loop[5 * g + h], g -> g);
    assertRejected(
        "depends on the brackets",
        () ->
            ProviderLaws.check(
                groups(name -> name.equals("L5") ? Optional.of(l5) : Optional.empty()), "L5"));
  }

  @Test
  void idsThatAreNoneAreTold() {
    for (String id : List.of("test", "Test:groups", "test:", "test:a:b", "test:my groups")) {
      assertRejected("an id is vendor:name", () -> ProviderLaws.checkIdentity(() -> id));
    }
    AtomicInteger calls = new AtomicInteger();
    assertRejected(
        "the id never changes",
        () -> ProviderLaws.checkIdentity(() -> "test:" + calls.incrementAndGet()));
  }

  @Test
  void aPriorityThatChangesIsTold() {
    AtomicInteger calls = new AtomicInteger();
    Provider restless =
        new Provider() {
          @Override
          public String id() {
            return "test:restless";
          }

          @Override
          public int priority() {
            return calls.incrementAndGet();
          }
        };
    assertRejected("the priority never changes", () -> ProviderLaws.checkIdentity(restless));
  }

  @Test
  void aRepresentationThatIsNotFoundIsTold() {
    assertRejected(
        "none of Z4 is found", () -> ProviderLaws.check(representations(this::sign), z4, "none"));
  }

  @Test
  void aRepresentationOfAnotherNameIsTold() {
    assertRejected(
        "other of Z4 finds nothing, or a representation of that group and name",
        () ->
            ProviderLaws.check(representations((group, name) -> sign(group, "sign")), z4, "other"));
  }

  @Test
  void aRepresentationOfAnotherGroupIsTold() {
    assertRejected(
        "sign of nobody finds nothing, or a representation of that group",
        () -> ProviderLaws.check(representations((group, name) -> sign(z4, name)), z4, "sign"));
  }

  @Test
  void aNameThatNoTextHoldsIsTold() {
    assertRejected(
        "\"Sign\" is a word", () -> ProviderLaws.check(representations(this::sign), z4, "Sign"));
  }

  @Test
  void aNameThatIsTakenIsTold() {
    assertRejected(
        "trivial is no name of a plugin",
        () ->
            ProviderLaws.check(
                representations(
                    (group, name) ->
                        name.equals("trivial")
                            ? Optional.of(Representation.trivial(group))
                            : sign(group, name)),
                z4,
                "sign"));
  }

  @Test
  void aRepresentationThatIsNoneIsTold() {
    List<Matrix> matrices =
        List.of(Matrix.identity(1), Matrix.of(1, 1, -1), Matrix.of(1, 1, -1), Matrix.of(1, 1, -1));
    assertRejected(
        "multiply as the elements do",
        () ->
            ProviderLaws.check(
                representations(
                    (group, name) ->
                        group.equals(z4) && name.equals("sign")
                            ? Optional.of(Representation.of(z4, name, matrices))
                            : Optional.empty()),
                z4,
                "sign"));
  }

  @Test
  void silenceAboutNamesIsTold() {
    RepresentationProvider silent = new Representations(this::sign, List.of());
    assertRejected("tells which names it knows", () -> ProviderLaws.check(silent, z4, "sign"));
  }

  private Optional<Group> z4(String name) {
    return name.equals("Z4") ? Optional.of(z4) : Optional.empty();
  }

  /** Odd elements change the sign. */
  private Optional<Representation> sign(Group group, String name) {
    if (!group.equals(z4) || !name.equals("sign")) {
      return Optional.empty();
    }
    Matrix minus = Matrix.of(1, 1, -1);
    Matrix plus = Matrix.identity(1);
    return Optional.of(Representation.of(z4, name, List.of(plus, minus, plus, minus)));
  }

  private static GroupProvider groups(Function<String, Optional<Group>> find) {
    return new GroupProvider() {
      @Override
      public String id() {
        return "test:groups";
      }

      @Override
      public List<String> families() {
        return List.of("Z4");
      }

      @Override
      public Optional<Group> find(String name) {
        return find.apply(name);
      }
    };
  }

  private static RepresentationProvider representations(
      BiFunction<Group, String, Optional<Representation>> find) {
    return new Representations(find, List.of("Z4: sign"));
  }

  private record Representations(
      BiFunction<Group, String, Optional<Representation>> find, List<String> families)
      implements RepresentationProvider {
    @Override
    public String id() {
      return "test:representations";
    }

    @Override
    public Optional<Representation> find(Group group, String name) {
      return find.apply(group, name);
    }
  }
}
