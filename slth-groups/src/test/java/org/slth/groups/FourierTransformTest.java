package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import org.slth.representation.FourierTransform;
import org.slth.representation.Representation;

class FourierTransformTest {

  private static final double TOLERANCE = 1e-12;

  private static int[] elements(Group group, int turns) {
    return turns == 0
        ? IntStream.range(0, group.samples().order()).toArray()
        : FourierTransform.turns((PlanarGroup) group, turns);
  }

  /** f_ρ(h)x(g) = f_x(h⁻¹g), the fit undoes the values, and e has the length 1. */
  @ParameterizedTest(name = "{0}: {1} at {2} turns")
  @CsvSource({
    "SO2, fourier(0), 1, 1",
    "SO2, fourier(1), 3, 3",
    "SO2, fourier(3), 16, 16",
    "SO2, (irrep(2) + irrep(0)), 8, 4", // functions of period 1/2: each value twice
    "O2, fourier(2), 5, 10",
    "O2, irrep(1), 4, 2",
    "O2, (irrep(0) + irrep(2) + irrep(3)), 8, 8",
    "C8, (irrep(0) + irrep(1) + irrep(2) + irrep(3) + irrep(4)), 0, 8",
    "C8, (trivial + irrep(2)), 0, 8",
    "C8, (trivial + irrep(2)), 4, 4",
    "D4, (irrep(0) + irrep(1) + irrep(4) + irrep(4)), 0, 8",
    "S3, (irrep(0) + irrep(1) + irrep(2) + irrep(2)), 0, 6",
  })
  void movesFunctionsToTheLeft(String group, String name, int turns, int samples) {
    Representation field = Representation.parse(Group.named(group), name);
    int[] elements = elements(field.group(), turns);
    FourierTransform transform = FourierTransform.of(field, elements);
    int d = field.dimension();
    assertEquals(samples, transform.values().rows());
    assertTrue(transform.fit().times(transform.values()).isCloseTo(Matrix.identity(d), TOLERANCE));
    Matrix e = Matrix.generate(d, 1, (i, j) -> transform.values().get(0, i));
    assertEquals(1, e.dot(e), TOLERANCE);
    assertEquals(0, elements[0]);
    for (int h : elements) {
      Matrix moved = transform.values().times(field.matrix(h));
      int inverse = field.group().samples().inverse(h);
      for (int g : elements) {
        int source = field.group().samples().multiply(inverse, g);
        Matrix value = field.matrix(source).times(e).transposed();
        Matrix row = field.matrix(g).times(e).transposed().times(field.matrix(h));
        assertTrue(row.isCloseTo(value, TOLERANCE));
        assertTrue(hasRow(moved, value), "the value at another sample");
      }
    }
  }

  private static boolean hasRow(Matrix matrix, Matrix row) {
    return IntStream.range(0, matrix.rows())
        .anyMatch(
            s ->
                IntStream.range(0, matrix.columns())
                    .allMatch(i -> Math.abs(matrix.get(s, i) - row.get(0, i)) < TOLERANCE));
  }

  @Test
  void theRotationsOfTheCircleAreCosinesAndSines() {
    Representation field = Representation.parse(Group.named("SO2"), "fourier(1)");
    Matrix values = FourierTransform.of(field, elements(field.group(), 12)).values();
    for (int s = 0; s < 12; s++) {
      double angle = 2 * Math.PI * s / 12;
      assertEquals(Math.sqrt(1 / 3.0), values.get(s, 0), TOLERANCE);
      assertEquals(Math.sqrt(2 / 3.0) * Math.cos(angle), values.get(s, 1), TOLERANCE);
      assertEquals(Math.sqrt(2 / 3.0) * Math.sin(angle), values.get(s, 2), TOLERANCE);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "1, 8", "2, 12", "3, 16", "4, 20", "5, 24", "20, 120"})
  void takesTwiceShannonsNumberOfTurns(int frequency, int expected) {
    for (String group : new String[] {"SO2", "O2"}) {
      PlanarGroup plane = (PlanarGroup) Group.named(group);
      assertEquals(expected, FourierTransform.turnsFor(plane, frequency));
    }
  }

  @Test
  void turnsAreClosedUnderProducts() {
    PlanarGroup o2 = (PlanarGroup) Group.named("O2");
    int[] turns = FourierTransform.turns(o2, 12);
    assertEquals(24, turns.length);
    for (int g : turns) {
      for (int h : turns) {
        assertTrue(Arrays.binarySearch(turns, o2.samples().multiply(g, h)) >= 0);
      }
    }
    FiniteGroup d4 = FiniteGroup.named("D4");
    assertEquals(4, FourierTransform.turns((PlanarGroup) d4, 2).length);
  }

  /** 2F turns confuse cos Fθ with 0; 2F + 1 do not. */
  @ParameterizedTest
  @CsvSource({"1, 2, 3", "2, 4, 5", "5, 10, 12", "7, 12, 15"})
  void needsAsManySamplesAsShannonSays(int frequency, int tooFew, int enough) {
    for (String name : new String[] {"SO2", "O2"}) {
      Representation field = Representation.parse(Group.named(name), "fourier(" + frequency + ")");
      FourierTransform.of(field, elements(field.group(), enough));
      assertRefused(
          () -> FourierTransform.of(field, elements(field.group(), tooFew)),
          "frequency " + frequency + " needs " + (2 * frequency + 1) + " turns");
    }
  }

  @Test
  void refusesWhatAreNoFunctionsOnTheGroup() {
    Group so2 = Group.named("SO2");
    int[] turns = elements(so2, 12);
    assertRefused(
        () -> FourierTransform.of(Representation.parse(so2, "(irrep(1) + irrep(1))"), turns),
        "the functions on SO2 hold irrep(1) 1 times");
    assertRefused(
        () -> FourierTransform.of(Representation.parse(Group.named("C4"), "regular"), 0, 1, 2, 3),
        "expected a sum of irreducible representations, such as (irrep(0) + irrep(1)), got regular");
    assertRefused(() -> elements(so2, 7), "divides the 240 of C240, got 7");
    assertRefused(() -> FourierTransform.turns((PlanarGroup) so2, 0), "got 0");
    assertRefused(() -> FourierTransform.turnsFor((PlanarGroup) so2, 100), "too few");
  }

  private static void assertRefused(Runnable action, String part) {
    String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
