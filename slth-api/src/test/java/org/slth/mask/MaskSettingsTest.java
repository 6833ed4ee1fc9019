package org.slth.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskSettingsTest {

  @ParameterizedTest
  @CsvSource({"0.5, 10, 5", "0.25, 10, 3", "0.001, 10, 0", "1, 7, 7", "0.1, 1, 0", "0.9, 1, 1"})
  void keepsTheNearestWholeNumber(double keepFraction, int size, int kept) {
    assertEquals(kept, new MaskSettings(keepFraction, Map.of()).kept(size));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.5, Double.NaN})
  void refusesAFractionOutOfRange(double keepFraction) {
    assertEquals(
        "expected keepFraction in (0, 1], got "
            + keepFraction
            + "; it is the fraction that stays, not the one that goes",
        message("slth:edge-popup", keepFraction, Map.of()));
  }

  @Test
  void refusesAnUnknownStrategyByTellingTheKnownOnes() {
    assertEquals(
        "unknown mask strategy \"edge\": known are slth:biprop, slth:box, slth:edge-popup,"
            + " slth:gem-miner, slth:global-threshold, slth:iterative-redraw,"
            + " slth:magnitude-rewinding, slth:probabilistic; add the jar that brings it",
        message("edge", 0.5, Map.of()));
  }

  @Test
  void refusesAnUnknownOptionByTellingTheKnownOnes() {
    assertEquals(
        "slth:box has no option eps; there are [epsilon, warmup]",
        message("slth:box", 0.5, Map.of("eps", 1.0)));
    var settings = new MaskSettings(0.5, Map.of("b", 1.0, "a", 2.0));
    assertEquals(
        "no option c; there are [a, b]",
        assertThrows(IllegalArgumentException.class, () -> settings.option("c")).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "global-threshold | from        | -1  | expected from to be a whole number of 0 or more,"
            + " got -1.0",
        "global-threshold | from        | 2   | expected to of from or more, got from 2 to 0",
        "gem-miner        | epochs      | 1   | expected epochs to be a whole number of 2 or more,"
            + " got 1.0",
        "gem-miner        | period      | 0.5 | expected period to be a whole number of 1 or more,"
            + " got 0.5",
        "gem-miner        | period      | 100 | expected a period shorter than the training, got"
            + " period 100 and epochs 100",
        "iterative-redraw | period      | NaN | expected period to be a whole number of 1 or more,"
            + " got NaN",
        "iterative-redraw | probability | 1.5 | expected probability in [0, 1], got 1.5",
        "probabilistic    | rescale     | 2   | expected rescale to be 0 or 1, got 2.0",
        "box              | epsilon     | -1  | expected epsilon to be finite and 0 or more, got"
            + " -1.0",
        "box              | warmup      | 1e10 | expected warmup to be a whole number of 0 or more,"
            + " got 1.0E10",
        "magnitude-rewinding | rounds   | 0   | expected rounds to be a whole number of 1 or more,"
            + " got 0.0",
        "magnitude-rewinding | period   | 0   | expected period to be a whole number of 1 or more,"
            + " got 0.0"
      })
  void refusesAnOptionOutOfRange(String name, String option, double value, String message) {
    assertEquals(message, message("slth:" + name, 0.5, Map.of(option, value)));
  }

  @Test
  void aCoinPerWeightCannotKeepAll() {
    assertEquals(
        "expected keepFraction below 1, got 1.0; scores start at its log-odds, which must be"
            + " finite",
        message("slth:probabilistic", 1, Map.of()));
  }

  @Test
  void stepsAreNotNegative() {
    assertEquals(
        "expected iteration and epoch of 0 or more, got -1 and 2",
        assertThrows(IllegalArgumentException.class, () -> new MaskStep(-1, 2)).getMessage());
  }

  private static String message(String name, double keepFraction, Map<String, Double> options) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> MaskStrategyProvider.strategy(name, keepFraction, options))
        .getMessage();
  }
}
