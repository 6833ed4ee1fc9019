package org.slth.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slth.bounds.SuccessCurve.Trial;
import org.slth.ticket.CandidateLaw;

class SuccessCurveTest {

  private static final List<Double> TOLERANCES = List.of(1e-2, 1e-3, 1e-4);

  private static SuccessCurve curve(CandidateLaw law, double spread, int most) {
    return SuccessCurve.measure(new Trial(law, spread, 4000, 1), most, TOLERANCES);
  }

  /** Measured before, with another generator, for products of two numbers of (-1, 1). */
  @Test
  void agreesWithWhatWasMeasuredOfProducts() {
    SuccessCurve curve = curve(CandidateLaw.PRODUCT, 1, 16);
    double[] failures = {.355, .174, .087, .049, .025};
    double[] medians = {4.6e-3, 1.1e-3, 2.7e-4, 6.7e-5, 1.7e-5};
    for (int i = 0; i < failures.length; i++) {
      int n = 8 + 2 * i;
      assertEquals(failures[i], 1 - curve.probabilities().get(0).get(n), 0.02, "candidates " + n);
      assertEquals(1, curve.medians().get(n) / medians[i], 0.15, "candidates " + n);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PRODUCT, 1, 7.9, 10.8, 14.0",
    "PRODUCT, 3, 7.9, 11.4, 14.9",
    "UNIFORM, 1, 7.3, 10.8, 14.3",
    "UNIFORM, 2, 8.1, 11.7, 15.2"
  })
  void theCandidatesNeededGrowLikeTheLogarithm(
      CandidateLaw law, double spread, double two, double three, double four) {
    SuccessCurve curve = curve(law, spread, 22);
    double[] measured = {
      curve.meanLeastCandidates(0), curve.meanLeastCandidates(1), curve.meanLeastCandidates(2)
    };
    String text = "%n%s".formatted(curve);
    assertEquals(two, measured[0], 0.5, text);
    assertEquals(three, measured[1], 0.5, text);
    assertEquals(four, measured[2], 0.5, text);
    double perBit = (measured[2] - measured[0]) / (2 * Math.log(10) / Math.log(2));
    assertTrue(perBit > 0.9 && perBit < 1.2, () -> "candidates per bit " + perBit);
  }

  @Test
  void moreCandidatesAndLargerTolerancesReachMore() {
    SuccessCurve curve = curve(CandidateLaw.UNIFORM, 2, 12);
    for (int e = 0; e < 3; e++) {
      for (int n = 1; n <= 12; n++) {
        double p = curve.probabilities().get(e).get(n);
        assertTrue(p >= curve.probabilities().get(e).get(n - 1), "no candidate takes reach away");
        assertTrue(e == 0 || p <= curve.probabilities().get(e - 1).get(n));
      }
    }
    assertEquals(0.01, curve.probabilities().get(0).get(0), 0.01, "targets that are nearly zero");
  }

  @Test
  void printsATable() {
    SuccessCurve curve = curve(CandidateLaw.UNIFORM, 2, 3);
    List<String> lines = curve.toString().lines().toList();
    assertEquals(6, lines.size());
    assertTrue(lines.get(0).endsWith("   1.0e-02   1.0e-03   1.0e-04"), lines.get(0));
    assertEquals(lines.get(0).length(), lines.get(5).length());
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertEquals(
        "expected a positive and finite spread and at least 1 problem, got 0.0 and 5",
        assertThrows(IllegalArgumentException.class, () -> new Trial(CandidateLaw.PRODUCT, 0, 5, 1))
            .getMessage());
  }
}
