package org.slth.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.slth.ticket.Mask;

class MaskLawsTest {

  @Test
  void masksKeepTheLaws() {
    MaskLaws.checkChoice(Mask::ofHighest);
    MaskLaws.checkText(Mask::toString, Mask::parse);
  }

  @Test
  void rejectsTheLastOfEqualScores() {
    rejects("lower index first", () -> MaskLaws.checkChoice(MaskLawsTest::lastOfEqual));
  }

  @Test
  void rejectsTheWrongNumber() {
    rejects("keeps that many", () -> MaskLaws.checkChoice((s, count) -> Mask.all(s.length)));
  }

  @Test
  void rejectsTheWrongSize() {
    rejects("has the size", () -> MaskLaws.checkChoice((s, count) -> Mask.none(s.length + 1)));
  }

  @Test
  void rejectsSortingTheScoresOfTheCaller() {
    rejects(
        "leaves the scores alone",
        () ->
            MaskLaws.checkChoice(
                (scores, count) -> {
                  Mask mask = Mask.ofHighest(scores, count);
                  Arrays.sort(scores);
                  return mask;
                }));
  }

  @Test
  void rejectsATextWithoutTheSize() {
    rejects(
        "reads back",
        () ->
            MaskLaws.checkText(
                mask -> mask.toString().substring(mask.toString().indexOf(':')),
                text -> Mask.parse(1000 + text)));
  }

  private static Mask lastOfEqual(double[] scores, int count) {
    int size = scores.length;
    double[] reversed = new double[size];
    for (int i = 0; i < size; i++) {
      reversed[i] = scores[size - 1 - i];
    }
    var kept = new BitSet();
    Mask.ofHighest(reversed, count).indices().forEach(i -> kept.set(size - 1 - i));
    return Mask.of(kept, size);
  }

  private static void rejects(String law, Runnable check) {
    String message = assertThrows(AssertionError.class, check::run).getMessage();
    assertTrue(message.contains(law), message);
  }
}
