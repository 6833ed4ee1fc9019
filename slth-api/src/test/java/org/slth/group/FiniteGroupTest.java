package org.slth.group;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slth.testkit.GroupLaws;

class FiniteGroupTest {

  static Stream<Group> groups() {
    return Stream.of(
        SmallGroups.cyclic(1),
        SmallGroups.cyclic(6),
        SmallGroups.symmetric(3),
        SmallGroups.symmetric(4),
        SmallGroups.quaternions(),
        Subgroup.ofElements(SmallGroups.symmetric(3), 0, 3, 4).group());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void keepsTheLaws(Group group) {
    GroupLaws.check(group);
  }

  @Test
  void refusesOperationsThatAreNoGroup() {
    assertMessage(
        "Z3: the product of 0 and 1 must lie in 0..2, got 3",
        () -> FiniteGroup.of("Z3", 3, (g, h) -> 3 * h, g -> g));
    assertMessage(
        "Z3: element 0 must be the identity and inverses must undo; element 1 fails",
        () -> FiniteGroup.of("Z3", 3, (g, h) -> (g + h) % 3, g -> g));
  }

  @Test
  void tellsWhichJarMayBeMissing() {
    assertMessage(
        "unknown group \"C8\": none is on the class path; is the jar with its GroupProvider"
            + " (slth-groups for the built-in ones) missing",
        () -> FiniteGroup.named("C8"));
  }

  @Test
  void numbersCosetsByTheirLeastElement() {
    Subgroup subgroup = Subgroup.ofElements(SmallGroups.cyclic(6), 3, 0);
    assertEquals("Z6[0 3]", subgroup.group().name());
    assertEquals(3, subgroup.index());
    assertArrayEquals(new int[] {0, 3}, subgroup.elements());
    assertEquals(1, subgroup.coset(4));
    assertEquals(2, subgroup.representative(2));
  }

  @Test
  void refusesWhatIsNoSubgroup() {
    FiniteGroup z4 = SmallGroups.cyclic(4);
    assertMessage(
        "expected elements of Z4 that are closed under products, but 1 times 1 is 2",
        () -> Subgroup.ofElements(z4, 0, 1));
    assertMessage(
        "expected different elements of Z4, got 0 0", () -> Subgroup.ofElements(z4, 0, 0));
    assertMessage(
        "expected a homomorphism from Z2 to Z4, but it fails for the product of 1 and 1",
        () -> Subgroup.of(z4, SmallGroups.cyclic(2), 0, 1));
    assertMessage(
        "expected one element of Z4 for each of the 2 elements of Z2, got 1",
        () -> Subgroup.of(z4, SmallGroups.cyclic(2), 0));
    assertThrows(
        IndexOutOfBoundsException.class, () -> Subgroup.of(z4, SmallGroups.cyclic(2), 0, 4));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Subgroup.parse("Z2 of Z4: 0 2"))
            .getMessage()
            .startsWith("expected a subgroup such as"));
  }

  private static void assertMessage(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }
}
