package org.slth.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.testkit.ArrayWeights;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.WeightLaw;

/** What each strategy does beyond the laws of all. */
class MaskStrategyTest {

  private static final MaskStep START = Twins.START;

  @ParameterizedTest
  @CsvSource({"0.001", "0.2", "0.5", "0.77", "1"})
  void edgePopupKeepsTheHighestOfEachArray(double keepFraction) {
    MaskStrategy strategy = Twins.strategy("slth:edge-popup", keepFraction);
    var random = new SplittableRandom(1);
    for (int size : new int[] {1, 2, 50, 333}) {
      ArrayWeights weights = Twins.draw(WeightLaw.NORMAL, size, 5);
      Twins.setTiedScores(weights, random);
      strategy.project(List.of(weights), START);
      int count = (int) Math.round(keepFraction * size);
      assertEquals(count, Twins.kept(weights).length);
      Twins.assertKept(Twins.highest(List.of(weights), count), List.of(weights));
    }
  }

  @Test
  void firstScoresAreAsSpreadAsTheWeights() {
    ArrayWeights weights = Twins.draw(WeightLaw.NORMAL, 10_000, 5);
    Twins.strategy("slth:edge-popup", 0.5).begin(weights);
    double squares = 0;
    for (int i = 0; i < weights.size(); i++) {
      squares += weights.score(i) * weights.score(i) / weights.variance(i) / weights.size();
    }
    assertEquals(1, squares, 0.05);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 1", "3, 0.8", "4, 0.6", "6, 0.2", "9, 0.2"})
  void theGlobalFractionFallsOnALine(int epoch, double fraction) {
    MaskStrategy strategy = Twins.strategy("slth:global-threshold", 0.2, "from", 2, "to", 6);
    var arrays = drawThree(4);
    strategy.project(arrays, new MaskStep(100, epoch));
    int count = (int) Math.round(fraction * Scores.size(arrays));
    Twins.assertKept(Twins.highest(arrays, count), arrays);
  }

  @Test
  void aGlobalThresholdMayLeaveAnArrayEmpty() {
    var low = Twins.draw(0.1, 0.2);
    var high = Twins.draw(3, -4);
    Twins.strategy("slth:global-threshold", 0.5).project(List.of(low, high), START);
    assertArrayEquals(new int[0], Twins.kept(low));
    assertArrayEquals(new int[] {0, 1}, Twins.kept(high));
  }

  @Test
  void bipropKeepsSignsOfOneMagnitude() {
    ArrayWeights weights = Twins.draw(3, -1, 0.5, -2, 0);
    Twins.strategy("slth:biprop", 0.4).project(List.of(weights), START);
    double alpha = (Math.abs(weights.weight(0)) + Math.abs(weights.weight(3))) / 2;
    assertArrayEquals(new int[] {0, 3}, Twins.kept(weights));
    assertEquals(alpha * Math.signum(weights.weight(0)), weights.next(0), 1e-15);
    assertEquals(alpha * Math.signum(weights.weight(3)), weights.next(3), 1e-15);
  }

  @Test
  void bipropOfNothingKeptIsZero() {
    ArrayWeights weights = Twins.draw(3, -1, 0.5);
    Twins.strategy("slth:biprop", 0.1).project(List.of(weights), START);
    assertArrayEquals(new int[0], Twins.kept(weights));
  }

  @Test
  void gemMinerKeepsScoresAboveAHalf() {
    ArrayWeights weights = Twins.draw(0.5, 0.51, 0, 1, 0.49);
    Twins.strategy("slth:gem-miner", 0.2).project(List.of(weights), START);
    assertArrayEquals(new int[] {1, 3}, Twins.kept(weights));
  }

  @Test
  void gemMinerClampsScoresButNotFrozenOnes() {
    ArrayWeights weights = Twins.draw(0.5, 0.5, -1, 0.5);
    double[] steps = {1, -1, -2, 0.25};
    for (int i = 0; i < steps.length; i++) {
      weights.setGradient(i, steps[i]);
    }
    Twins.strategy("slth:gem-miner", 0.2).move(weights, START);
    assertArrayEquals(new double[] {0, 1, -1, 0.25}, scores(weights));
  }

  @Test
  void gemMinerFreezesTheLowestOfTheNetworkAndThenNoMore() {
    var first = Twins.draw(0.9, 0, 0.3, 0.8);
    var second = Twins.draw(0, 0.7, 0.6, 0.2);
    MaskStrategy strategy = Twins.strategy("slth:gem-miner", 0.25, "epochs", 5, "period", 2);
    strategy.project(List.of(first, second), new MaskStep(19, 1));
    assertArrayEquals(new double[] {0.9, 0, 0.3, 0.8}, scores(first));
    for (int iteration = 20; iteration < 24; iteration++) { // one of two freezings leaves half
      strategy.project(List.of(first, second), new MaskStep(iteration, 2));
      assertArrayEquals(new double[] {0.9, -1, -1, 0.8}, scores(first));
      assertArrayEquals(new double[] {-1, 0.7, 0.6, -1}, scores(second));
    }
    strategy.project(List.of(first, second), new MaskStep(40, 4));
    assertArrayEquals(new double[] {0.9, -1, -1, 0.8}, scores(first));
    assertArrayEquals(new double[] {-1, -1, -1, -1}, scores(second));
  }

  @Test
  void gemMinerFreezesTheLaterOfScoresAtZero() {
    var weights = Twins.draw(-1, 0, 0, 0);
    MaskStrategy strategy = Twins.strategy("slth:gem-miner", 0.5, "epochs", 2, "period", 1);
    strategy.project(List.of(weights), new MaskStep(1, 1));
    assertArrayEquals(new double[] {-1, 0, 0, -1}, scores(weights));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 30, 4", "0.5, 10, 1", "0.9, 20, 7", "1, 3, 2"})
  void gemMinerEndsWithTheFractionAskedForAlive(double keepFraction, int epochs, int period) {
    MaskStrategy strategy =
        Twins.strategy("slth:gem-miner", keepFraction, "epochs", epochs, "period", period);
    var arrays = drawThree(6);
    arrays.forEach(strategy::begin);
    var random = new SplittableRandom(8);
    for (int epoch = 0; epoch < epochs; epoch++) {
      train(strategy, arrays, new MaskStep(epoch, epoch), random);
    }
    long alive =
        arrays.stream()
            .flatMapToDouble(array -> Arrays.stream(scores(array)))
            .filter(score -> score >= 0)
            .count();
    assertEquals(Math.round(keepFraction * Scores.size(arrays)), alive);
    int kept = arrays.stream().mapToInt(array -> Twins.kept(array).length).sum();
    assertTrue(kept > 0 && kept <= alive, "kept " + kept + " of " + alive);
  }

  @Test
  void redrawsSomeOfThoseNotKeptWhenThePeriodEnds() {
    ArrayWeights weights = Twins.draw(WeightLaw.NORMAL, 1000, 3);
    MaskStrategy strategy =
        Twins.strategy("slth:iterative-redraw", 0.5, "period", 10, "probability", 0.1);
    strategy.begin(weights);
    for (int iteration = 0; iteration < 10; iteration++) {
      strategy.project(List.of(weights), new MaskStep(iteration, 0));
    }
    assertEquals(0, changed(weights));
    strategy.project(List.of(weights), new MaskStep(10, 0));
    assertEquals(50, changed(weights), 5 * Math.sqrt(500 * 0.1 * 0.9));
    for (int i : Twins.kept(weights)) {
      assertEquals(weights.drawn(i, 0), weights.weight(i));
    }
  }

  @Test
  void theRoundOfEveryWeightIsFoundAgain() {
    ArrayWeights weights = Twins.draw(WeightLaw.UNIFORM, 200, 3);
    int[] expected = new int[weights.size()];
    MaskStrategy strategy =
        Twins.strategy("slth:iterative-redraw", 0.3, "period", 2, "probability", 0.5);
    var random = new SplittableRandom(4);
    for (int iteration = 0; iteration <= 9; iteration++) {
      Twins.setTiedScores(weights, random);
      ArrayWeights before = weights.copy();
      strategy.project(List.of(weights), new MaskStep(iteration, 0));
      for (int i = 0; i < expected.length; i++) {
        expected[i] = weights.weight(i) == before.weight(i) ? expected[i] : iteration / 2;
      }
    }
    assertArrayEquals(expected, IterativeRedraw.rounds(weights, 4));
    assertEquals(4, Arrays.stream(expected).max().orElseThrow());
  }

  @Test
  void theRoundOfSignedConstantsIsTheLowestThatGivesTheValue() {
    ArrayWeights weights = Twins.draw(WeightLaw.SIGNED_CONSTANT, 100, 3);
    for (int i = 0; i < weights.size(); i++) {
      weights.setWeight(i, weights.drawn(i, 9));
    }
    int[] rounds = IterativeRedraw.rounds(weights, 9);
    for (int i = 0; i < weights.size(); i++) {
      int round = rounds[i];
      assertEquals(weights.weight(i), weights.drawn(i, round));
      double weight = weights.weight(i);
      int index = i;
      assertTrue(IntStream.range(0, round).allMatch(r -> weights.drawn(index, r) != weight));
    }
  }

  @Test
  void aWeightOfNoRoundIsAnError() {
    ArrayWeights weights = Twins.draw(1, 2);
    weights.setWeight(1, 0.125);
    var error = assertThrows(IllegalStateException.class, () -> IterativeRedraw.rounds(weights, 3));
    assertEquals("weight 1, 0.125, was drawn in none of the rounds up to 3", error.getMessage());
  }

  @Test
  void coinsKeepTheFractionOnAverageAndDifferFromStepToStep() {
    ArrayWeights weights = Twins.draw(WeightLaw.NORMAL, 10_000, 3);
    MaskStrategy strategy = Twins.strategy("slth:probabilistic", 0.3);
    strategy.begin(weights);
    strategy.project(List.of(weights), START);
    int[] first = Twins.kept(weights);
    strategy.project(List.of(weights), new MaskStep(1, 0));
    assertEquals(3000, first.length, 5 * Math.sqrt(10_000 * 0.3 * 0.7));
    assertFalse(Arrays.equals(first, Twins.kept(weights)));
  }

  @Test
  void coinsOfScoresFarFromZeroAreSure() {
    ArrayWeights weights = Twins.draw(50, -50, 1000, -1000);
    Twins.strategy("slth:probabilistic", 0.3).project(List.of(weights), START);
    assertArrayEquals(new int[] {0, 2}, Twins.kept(weights));
  }

  @Test
  void rescaledCoinsMultiplyBySizeOverKept() {
    ArrayWeights weights = Twins.draw(50, -50, 50, -50, -50);
    Twins.strategy("slth:probabilistic", 0.3, "rescale", 1).project(List.of(weights), START);
    assertEquals(2.5 * weights.weight(0), weights.next(0));
    assertEquals(2.5 * weights.weight(2), weights.next(2));
    assertEquals(2, Twins.kept(weights).length);
  }

  @Test
  void theBoxBoundsHowFarWeightsMoveAndKeepsAllMeanwhile() {
    MaskStrategy strategy = Twins.strategy("slth:box", 0.5, "epsilon", 0.1, "warmup", 5);
    ArrayWeights weights = Twins.draw(WeightLaw.NORMAL, 4, 3);
    strategy.begin(weights);
    double[] steps = {0.06, -0.06, 1, 0};
    for (int t = 0; t < 2; t++) {
      for (int i = 0; i < steps.length; i++) {
        weights.setGradient(i, steps[i]);
      }
      strategy.differentiate(weights, new MaskStep(t, 0));
      assertEquals(steps[1], weights.gradient(1));
      strategy.move(weights, new MaskStep(t, 0));
      strategy.project(List.of(weights), new MaskStep(t, 0));
    }
    double[] moved = {-0.1, 0.1, -0.1, 0};
    for (int i = 0; i < moved.length; i++) {
      assertEquals(weights.drawn(i, 0) + moved[i], weights.next(i), 1e-15);
    }
  }

  @Test
  void afterTheWarmupWeightsStayAndHalfAreKept() {
    MaskStrategy strategy = Twins.strategy("slth:box", 0.5, "warmup", 5);
    ArrayWeights weights = Twins.draw(1, 2, -3, 0.5);
    ArrayWeights before = weights.copy();
    for (int i = 0; i < weights.size(); i++) {
      weights.setGradient(i, 0.25);
    }
    strategy.move(weights, new MaskStep(5, 0));
    strategy.project(List.of(weights), new MaskStep(5, 0));
    assertArrayEquals(new double[] {0.75, 1.75, -3.25, 0.25}, scores(weights));
    assertArrayEquals(new int[] {1, 2}, Twins.kept(weights));
    assertEquals(before.weight(1), weights.weight(1));
  }

  @Test
  void theBaselinePrunesTheLowestOfEachArrayAndRewindsTheRest() {
    MaskStrategy strategy =
        Twins.strategy("slth:magnitude-rewinding", 0.25, "rounds", 2, "period", 3);
    ArrayWeights weights = Twins.draw(WeightLaw.NORMAL, 4, 3);
    ArrayWeights tiny = Twins.draw(WeightLaw.NORMAL, 1, 4);
    Twins.setScores(weights, 5, -0.1, 3, -4);
    Twins.setScores(tiny, 9);
    strategy.project(List.of(weights, tiny), new MaskStep(29, 2));
    assertArrayEquals(new double[] {5, -0.1, 3, -4}, scores(weights));
    strategy.project(List.of(weights, tiny), new MaskStep(30, 3));
    double[] rewound = {weights.weight(0), 0, 0, weights.weight(3)};
    assertArrayEquals(rewound, scores(weights));
    assertEquals(tiny.weight(0), tiny.score(0), "an array too small to lose one is rewound too");
    Twins.setScores(weights, 1, 0, 0, -2);
    strategy.project(List.of(weights, tiny), new MaskStep(31, 3));
    assertArrayEquals(new double[] {1, 0, 0, -2}, scores(weights), "a round is over once done");
    strategy.project(List.of(weights, tiny), new MaskStep(60, 6));
    assertArrayEquals(new double[] {0, 0, 0, weights.weight(3)}, scores(weights));
  }

  @Test
  void theBaselineTrainsFromTheDrawnWeightsAndLeavesThePrunedAtZero() {
    MaskStrategy strategy = Twins.strategy("slth:magnitude-rewinding", 0.5);
    ArrayWeights weights = Twins.draw(WeightLaw.NORMAL, 3, 3);
    strategy.begin(weights);
    weights.setScore(1, 0);
    for (int i = 0; i < weights.size(); i++) {
      weights.setGradient(i, 0.5);
    }
    strategy.move(weights, START);
    strategy.project(List.of(weights), START);
    assertEquals(weights.drawn(0, 0) - 0.5, weights.next(0));
    assertEquals(0, weights.next(1));
    assertEquals(weights.drawn(2, 0), weights.weight(2), "the rewinding point stays");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slth:edge-popup",
        "slth:global-threshold",
        "slth:biprop",
        "slth:gem-miner",
        "slth:iterative-redraw",
        "slth:probabilistic",
        "slth:box",
        "slth:magnitude-rewinding"
      })
  void aScoreThatIsNotANumberIsAnError(String name) {
    MaskStrategy strategy = Twins.strategy(name, 0.5);
    ArrayWeights weights = Twins.draw(0.1, Double.NaN, 0.3);
    var error =
        assertThrows(IllegalStateException.class, () -> strategy.project(List.of(weights), START));
    assertEquals("a score became NaN: try a lower learning rate", error.getMessage());
  }

  private static List<ArrayWeights> drawThree(long seed) {
    var random = new SplittableRandom(seed);
    var arrays =
        IntStream.of(30, 1, 19)
            .mapToObj(
                size ->
                    ArrayWeights.draw(
                        WeightLaw.NORMAL, SourceDraw.of(seed).stream(size), size, true))
            .toList();
    arrays.forEach(array -> Twins.setTiedScores(array, random));
    return arrays;
  }

  private static void train(
      MaskStrategy strategy, List<ArrayWeights> arrays, MaskStep step, SplittableRandom random) {
    for (ArrayWeights array : arrays) {
      array.pass();
      for (int i = 0; i < array.size(); i++) {
        array.setGradient(i, random.nextGaussian());
      }
      strategy.differentiate(array, step);
      strategy.move(array, step);
    }
    strategy.project(arrays, step);
  }

  private static double[] scores(MaskedWeights weights) {
    return IntStream.range(0, weights.size()).mapToDouble(weights::score).toArray();
  }

  private static int changed(MaskedWeights weights) {
    int count = 0;
    for (int i = 0; i < weights.size(); i++) {
      count += weights.weight(i) == weights.drawn(i, 0) ? 0 : 1;
    }
    return count;
  }
}
