package org.slth.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.slth.mask.Twins.Place;
import org.slth.testkit.ArrayWeights;
import org.slth.ticket.WeightLaw;

class SelectionTest {

  @Test
  void selectsWhatASortSelectsFromOneArray() {
    var random = new SplittableRandom(1);
    for (int size : new int[] {1, 2, 3, 50, 1000}) {
      ArrayWeights weights = Twins.draw(WeightLaw.NORMAL, size, size);
      for (int i = 0; i < size; i++) {
        weights.setScore(i, random.nextGaussian());
      }
      assertSelects(List.of(weights));
    }
  }

  @Test
  void selectsTheFirstOfEqualScoresThroughAllArrays() {
    var random = new SplittableRandom(2);
    for (int trial = 0; trial < 20; trial++) {
      var arrays =
          List.of(
              Twins.draw(WeightLaw.UNIFORM, 1 + trial, 1),
              Twins.draw(WeightLaw.NORMAL, 1, 2),
              Twins.draw(WeightLaw.NORMAL, 40, 3));
      arrays.forEach(array -> Twins.setTiedScores(array, random));
      assertSelects(arrays);
    }
  }

  @Test
  void tellsScoresApartThatAreTheSameFloat() {
    assertSelects(List.of(Twins.draw(1, 1 + 1e-12, 1 - 1e-12, -1 - 2e-12, 1e-300, 0, -1e-310)));
  }

  @Test
  void scoresThatAreInfiniteAreTheHighest() {
    assertSelects(List.of(Twins.draw(1, Double.NEGATIVE_INFINITY, 1e300, 1e39)));
  }

  @Test
  void aScoreThatIsNotANumberIsAnError() {
    var weights = Twins.draw(1, Double.NaN, 2);
    var error = assertThrows(IllegalStateException.class, () -> Selection.ofHighest(weights, 1));
    assertEquals("a score became NaN: try a lower learning rate", error.getMessage());
  }

  /** Where numbers are floats, rows of them are compared. */
  @Test
  void selectsTheSameFromFloats() {
    var random = new SplittableRandom(3);
    for (int size : new int[] {1, 40, 1024, 2500}) {
      var tied = Twins.drawFloats(size, 1);
      Twins.setTiedScores(tied, random);
      var all = Twins.drawFloats(size, 2);
      for (int i = 0; i < size; i++) {
        all.setScore(i, Math.scalb(random.nextGaussian(), random.nextInt(-140, 127)));
      }
      assertSelects(List.of(all, tied));
    }
    var extreme = Twins.drawFloats(5, 1);
    Twins.setScores(
        extreme, Float.MAX_VALUE, Double.NEGATIVE_INFINITY, -Float.MIN_VALUE, 0, Float.MAX_VALUE);
    assertSelects(List.of(extreme));
  }

  @Test
  void aFloatThatIsNotANumberIsAnError() {
    var weights = Twins.drawFloats(2000, 1);
    weights.setScore(1999, Double.NaN);
    assertThrows(IllegalStateException.class, () -> Selection.keepHighest(List.of(weights), 1000));
  }

  private static void assertSelects(List<ArrayWeights> arrays) {
    int size = (int) Scores.size(arrays);
    for (int count = 0; count <= size; count += 1 + size / 17) {
      assertSelects(arrays, count);
    }
    assertSelects(arrays, size);
  }

  private static void assertSelects(List<ArrayWeights> arrays, int count) {
    List<Place> expected = Twins.highest(arrays, count);
    Selection selection = Selection.ofHighest(arrays, count);
    Selection.keepHighest(arrays, count);
    long first = 0;
    for (int a = 0; a < arrays.size(); a++) {
      for (int i = 0; i < arrays.get(a).size(); i++) {
        String what =
            "%d of %d: array %d, weight %d".formatted(count, (int) Scores.size(arrays), a, i);
        boolean kept = expected.contains(new Place(a, i));
        assertEquals(kept, selection.keeps(arrays.get(a), i, first), what);
        assertEquals(kept ? arrays.get(a).weight(i) : 0.0, arrays.get(a).next(i), what);
      }
      first += arrays.get(a).size();
    }
  }
}
