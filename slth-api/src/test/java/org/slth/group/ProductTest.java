package org.slth.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slth.testkit.GroupLaws;

class ProductTest {

  private final FiniteGroup z3 = SmallGroups.cyclic(3);
  private final FiniteGroup z4 = SmallGroups.cyclic(4);
  private final FiniteGroup s3 = SmallGroups.symmetric(3);

  @Test
  void aDirectProductMultipliesEachForItself() {
    FiniteGroup product = FiniteGroup.direct(z4, s3);
    GroupLaws.check(product);
    assertEquals("(Z4 x S3)", product.name());
    assertEquals(24, product.order());
    for (int a = 0; a < 4; a++) {
      for (int g = 0; g < 6; g++) {
        assertEquals(6 * ((a + 3) % 4) + s3.multiply(g, 2), product.multiply(6 * a + g, 6 * 3 + 2));
      }
    }
    assertFalse(product instanceof LinearGroup);
    GroupLaws.check(FiniteGroup.direct(FiniteGroup.direct(z3, z3), SmallGroups.quaternions()));
    GroupLaws.check(FiniteGroup.direct(SmallGroups.cyclic(1), z3));
  }

  @Test
  void aSemidirectProductTurnsTheFirstByTheSecond() {
    FiniteGroup z7 = SmallGroups.cyclic(7);
    FiniteGroup frobenius =
        FiniteGroup.semidirect("F21", z7, z3, (h, n) -> n * new int[] {1, 2, 4}[h] % 7);
    GroupLaws.check(frobenius);
    int h = 7; // the pair (0, 1)
    for (int n = 0; n < 7; n++) {
      assertEquals(n, frobenius.multiply(0, n));
      int conjugated = frobenius.multiply(frobenius.multiply(h, n), frobenius.inverse(h));
      assertEquals(2 * n % 7, conjugated);
    }
  }

  @Test
  void withTheTrivialActionItIsTheDirectOne() {
    FiniteGroup direct = FiniteGroup.direct(z4, s3);
    FiniteGroup semidirect = FiniteGroup.semidirect("same", s3, z4, (h, n) -> n);
    IntStream.range(0, 24 * 24)
        .forEach(
            pair ->
                assertEquals(
                    direct.multiply(pair / 24, pair % 24),
                    semidirect.multiply(pair / 24, pair % 24)));
  }

  @Test
  void refusesWhatIsNoAction() {
    assertMessage(
        "X: expected an action on Z4, where the identity of Z3 moves nothing, but 0 takes 1 to 2",
        () -> FiniteGroup.semidirect("X", z4, z3, (h, n) -> 2 * n % 4));
    assertMessage(
        "X: expected an action on Z4, where the identity of Z3 moves nothing, but 1 takes 2 to 4",
        () -> FiniteGroup.semidirect("X", z4, z3, (h, n) -> h == 0 ? n : 2 * n));
    assertMessage(
        "X: expected automorphisms of Z4, but element 1 of Z3 does not take the product of 1 and 1"
            + " to that of their images",
        () -> FiniteGroup.semidirect("X", z4, z3, (h, n) -> h == 1 && n > 1 ? 5 - n : n));
    assertMessage(
        "X: expected an action of Z3, but the product of 1 and 2 does not move 1 as 1 after 2",
        () -> FiniteGroup.semidirect("X", z4, z3, (h, n) -> h == 1 ? (4 - n) % 4 : n));
    FiniteGroup large = new Large();
    assertMessage(
        "(Large x Large) has 1152921504606846976 elements, more than an int counts",
        () -> FiniteGroup.direct(large, large));
    assertThrows(IndexOutOfBoundsException.class, () -> FiniteGroup.direct(z3, z4).inverse(12));
    assertThrows(IndexOutOfBoundsException.class, () -> FiniteGroup.direct(z3, z4).multiply(0, 12));
    FiniteGroup semidirect = FiniteGroup.semidirect("X", z4, z3, (h, n) -> n);
    assertThrows(IndexOutOfBoundsException.class, () -> semidirect.multiply(0, 12));
    assertThrows(IndexOutOfBoundsException.class, () -> semidirect.inverse(-1));
  }

  private static void assertMessage(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }

  /** Too large for a table. */
  private static final class Large extends NamedGroup implements FiniteGroup {
    Large() {
      super("Large");
    }

    @Override
    public int order() {
      return 1 << 30;
    }

    @Override
    public int multiply(int g, int h) {
      return g ^ h;
    }

    @Override
    public int inverse(int g) {
      return g;
    }
  }
}
