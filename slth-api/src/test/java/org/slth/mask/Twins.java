package org.slth.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.slth.testkit.ArrayWeights;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.WeightLaw;

/** What the tests of strategies share: arrays, obvious twins, and derivatives by difference. */
final class Twins {

  static final MaskStep START = new MaskStep(0, 0);

  private Twins() {}

  static MaskStrategy strategy(String name, double keepFraction, Object... options) {
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      values.put((String) options[i], ((Number) options[i + 1]).doubleValue());
    }
    return MaskStrategyProvider.strategy(name, keepFraction, values);
  }

  static ArrayWeights draw(WeightLaw law, int size, long seed) {
    return ArrayWeights.draw(law, SourceDraw.of(seed), size, false);
  }

  static ArrayWeights drawFloats(int size, long seed) {
    return ArrayWeights.draw(WeightLaw.NORMAL, SourceDraw.of(seed), size, true);
  }

  static ArrayWeights draw(double... scores) {
    ArrayWeights weights = draw(WeightLaw.NORMAL, scores.length, 1);
    setScores(weights, scores);
    return weights;
  }

  static void setScores(MaskedWeights weights, double... scores) {
    for (int i = 0; i < scores.length; i++) {
      weights.setScore(i, scores[i]);
    }
  }

  /** Random scores of few different values, so that many are tied. */
  static void setTiedScores(MaskedWeights weights, SplittableRandom random) {
    for (int i = 0; i < weights.size(); i++) {
      weights.setScore(i, random.nextInt(-3, 4) / 3.0);
    }
  }

  /** One weight among several arrays. */
  record Place(int array, int index) {}

  /** The places of highest |score|, the first of equal ones, by a sort of all. */
  static List<Place> highest(List<ArrayWeights> arrays, int count) {
    List<Place> places = new ArrayList<>();
    for (int a = 0; a < arrays.size(); a++) {
      for (int i = 0; i < arrays.get(a).size(); i++) {
        places.add(new Place(a, i));
      }
    }
    places.sort(
        Comparator.comparingDouble(
            place -> -Math.abs(arrays.get(place.array()).score(place.index()))));
    return places.subList(0, count);
  }

  static void assertKept(List<Place> kept, List<ArrayWeights> arrays) {
    for (int a = 0; a < arrays.size(); a++) {
      for (int i = 0; i < arrays.get(a).size(); i++) {
        double expected = kept.contains(new Place(a, i)) ? arrays.get(a).weight(i) : 0;
        assertEquals(expected, arrays.get(a).next(i), "array " + a + ", weight " + i);
      }
    }
  }

  static int[] kept(ArrayWeights weights) {
    return IntStream.range(0, weights.size()).filter(i -> weights.next(i) != 0).toArray();
  }

  /** A smooth function of what a strategy trains. */
  interface Relaxed {

    /** Returns what the effective weight <i>i</i> would be at the score. */
    double effective(int i, double score);
  }

  /** The largest gap of dL/ds from its difference quotient, for L = Σ cᵢ eᵢ + eᵢ² / 2. */
  static double gradientError(
      MaskStrategy strategy, ArrayWeights weights, MaskStep step, Relaxed relaxed) {
    double h = 1e-6;
    for (int i = 0; i < weights.size(); i++) {
      weights.setGradient(i, Math.cos(i) + relaxed.effective(i, weights.score(i)));
    }
    strategy.differentiate(weights, step);
    double error = 0;
    for (int i = 0; i < weights.size(); i++) {
      double above = loss(i, relaxed.effective(i, weights.score(i) + h));
      double below = loss(i, relaxed.effective(i, weights.score(i) - h));
      error = Math.max(error, Math.abs((above - below) / (2 * h) - weights.gradient(i)));
    }
    return error;
  }

  private static double loss(int i, double effective) {
    return Math.cos(i) * effective + effective * effective / 2;
  }
}
