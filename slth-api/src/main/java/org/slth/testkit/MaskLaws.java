package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slth.ticket.Mask;

/** What every choice of masks by score, and every stored form of masks, must keep. */
public final class MaskLaws {

  /** Chooses how many coefficients to keep by their scores, as {@link Mask#ofHighest} does. */
  @FunctionalInterface
  public interface Choice {

    /**
     * Returns which coefficients to keep.
     *
     * @param scores one finite score per coefficient; not modified
     * @param count how many to keep
     * @return a mask of size {@code scores.length}
     */
    Mask choose(double[] scores, int count);
  }

  private MaskLaws() {}

  /**
   * Checks that a choice keeps exactly {@code count} coefficients, that none dropped has a higher
   * score than one kept or the same score and a lower index, and that the scores stay as they were.
   *
   * @param choice the choice
   * @throws AssertionError if it breaks a law
   */
  public static void checkChoice(Choice choice) {
    List<double[]> catalogue =
        List.of(
            new double[] {},
            new double[] {3},
            new double[] {1, 1, 1, 1},
            new double[] {0.0, -0.0, 0.0, -0.0},
            new double[] {-1, 5, 5, -7, 0, 5, 1e300, -1e300, Double.MIN_VALUE});
    for (double[] scores : catalogue) {
      for (int count = 0; count <= scores.length; count++) {
        double[] handed = scores.clone();
        Mask mask = choice.choose(handed, count);
        String what = "%d of %s as %s".formatted(count, Arrays.toString(scores), mask);
        require(Arrays.equals(handed, scores), "choosing %s leaves the scores alone", what);
        require(mask.size() == scores.length, "choosing %s has the size of the scores", what);
        require(mask.count() == count, "choosing %s keeps that many", what);
        require(isHighest(mask, scores), "choosing %s keeps the highest, lower index first", what);
      }
    }
  }

  /**
   * Checks that a stored form reads back what it writes, for masks of all small sizes and some
   * large ones.
   *
   * @param write turns a mask into text
   * @param read turns the text back
   * @throws AssertionError if a mask comes back changed, or two masks share a text
   */
  public static void checkText(Function<Mask, String> write, Function<String, Mask> read) {
    for (int size : new int[] {0, 1, 2, 7, 8, 9, 63, 64, 65, 1000}) {
      for (int stride : new int[] {1, 2, 3, 64}) {
        BitSet kept = new BitSet();
        IntStream.range(0, size).filter(i -> i % stride == 0).forEach(kept::set);
        for (Mask mask : List.of(Mask.of(kept, size), Mask.none(size), Mask.all(size))) {
          String text = write.apply(mask);
          require(
              read.apply(text).equals(mask), "%s reads back as it was written", mask.toString());
        }
      }
    }
  }

  private static boolean isHighest(Mask mask, double[] scores) {
    for (int kept = 0; kept < scores.length; kept++) {
      for (int dropped = 0; dropped < scores.length; dropped++) {
        boolean wrong =
            scores[dropped] > scores[kept] || (scores[dropped] == scores[kept] && dropped < kept);
        if (mask.keeps(kept) && !mask.keeps(dropped) && wrong) {
          return false;
        }
      }
    }
    return true;
  }
}
