package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.PlanarGroup;
import org.slth.group.Subgroup;
import org.slth.testkit.GroupLaws;
import org.slth.testkit.ProviderLaws;

class PlanarGroupTest {

  @Test
  void keepsTheLaws() {
    String[] names =
        IntStream.rangeClosed(1, 16)
            .boxed()
            .flatMap(n -> java.util.stream.Stream.of("C" + n, "D" + n))
            .toArray(String[]::new);
    ProviderLaws.check(new BuiltInGroupProvider(), names);
  }

  @Test
  void turnsCounterClockwiseAndFlipsFirst() {
    DihedralGroup d4 = new DihedralGroup(4);
    assertEquals(Matrix.of(2, 2, 0, -1, 1, 0), d4.action(1));
    assertEquals(Matrix.of(2, 2, -1, 0, 0, 1), d4.action(4));
    assertEquals(5, d4.multiply(1, 4)); // first the flip, then the turn
    assertEquals(7, d4.multiply(4, 1));
    assertEquals(d4.action(1).times(d4.action(4)), d4.action(5));
    assertEquals(8, d4.order());
    assertEquals(new CyclicGroup(4), FiniteGroup.named("C4"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8, 12, 16, 20, 1000})
  void multiplesOfAQuarterTurnAreExact(int n) {
    PlanarGroup group = new CyclicGroup(n);
    for (int g = 0; g < n; g++) {
      if (4 * g % n == 0) {
        double[] entries = group.action(g).toArray();
        assertTrue(IntStream.range(0, 4).allMatch(i -> entries[i] == Math.rint(entries[i])));
      }
      assertEquals(StrictMath.cos(2 * Math.PI * g / n), group.action(g).get(0, 0), 1e-15);
      assertEquals(StrictMath.sin(2 * Math.PI * g / n), group.action(g).get(1, 0), 1e-15);
    }
  }

  @Test
  void anySubgroupActsOnThePlaneToo() {
    FiniteGroup group = FiniteGroup.named("D4[0 2 5 7]");
    GroupLaws.check(group);
    PlanarGroup planar = assertInstanceOf(PlanarGroup.class, group);
    assertEquals(new DihedralGroup(4).action(7), planar.action(3));
    Subgroup subgroup = Subgroup.ofElements(new DihedralGroup(4), 0, 2, 5, 7);
    assertEquals("D4[0 2 5 7] in D4", subgroup.toString());
    assertEquals(subgroup, Subgroup.parse(subgroup.toString()));
    assertEquals("C4 in D8", Subgroup.parse("C4 in D8: 0 2 4 6").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C08", "C0", "D", "c8", "C8 ", "C-1", "S03", "S13", "D4[0 9]x", "", "[0]"})
  void anUnknownNameIsToldTheFamilies(String name) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> FiniteGroup.named(name)).getMessage();
    assertEquals(
        "unknown group \""
            + name
            + "\": known are C<N>, D<N>, S1 to S12, C<N>:C<M>(k) where k^M = 1 mod N, I, SO2, O2; is the jar with its"
            + " GroupProvider (slth-groups for the built-in ones) missing",
        message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"D4[]", "D4[4 0]", "D4[00 4]", "D4[0  4]", "D4[0,4]"})
  void aSubgroupIsWrittenInOneWay(String name) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> FiniteGroup.named(name)).getMessage();
    assertTrue(message.startsWith("a subgroup is written as its group and its elements"), message);
  }

  @Test
  void refusesNoRotations() {
    assertEquals(
        "C<N> needs N of at least 1, got 0",
        assertThrows(IllegalArgumentException.class, () -> new CyclicGroup(0)).getMessage());
    assertEquals(
        "D<N> needs N of at least 1, got -1",
        assertThrows(IllegalArgumentException.class, () -> new DihedralGroup(-1)).getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> new CyclicGroup(4).multiply(4, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> new DihedralGroup(4).inverse(8));
  }
}
