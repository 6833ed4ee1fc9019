package org.slth.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class ZigguratTest {

  private static final long SEED = 8;
  private static final int DRAWS = 1 << 21;
  private static final int BINS = 200;
  private static final double END = 5;

  private final SourceDraw stream = SourceDraw.of(SEED);

  @Test
  void layersHaveOneArea() {
    for (int i = 1; i < Ziggurat.LAYERS; i++) {
      double x = Ziggurat.width(i);
      double area = x * (density(Ziggurat.width(i + 1)) - density(x));
      assertEquals(Ziggurat.AREA, area, 1e-15, "layer " + i);
    }
    double base = Ziggurat.R * density(Ziggurat.R) + integral(Ziggurat.R, 40, 1 << 16);
    assertEquals(Ziggurat.AREA, base, 1e-15);
    assertEquals(Ziggurat.AREA, Ziggurat.width(0) * density(Ziggurat.R), 1e-15);
  }

  /** Bit for bit, with the words of the JDK's SplittableRandom and the tries told one by one. */
  @Test
  void numbersAreThoseOfTheDefinition() {
    long key = new SplittableRandom(SEED).nextLong();
    int seldom = 0;
    int tails = 0;
    for (long i = 0; i < 200_000; i++) {
      Told told = new Told(word(key, i));
      assertEquals(told.number(), Ziggurat.normal(stream, i), "number " + i);
      seldom += told.words > 1 ? 1 : 0;
      tails += Math.abs(told.number) > Ziggurat.R ? 1 : 0;
    }
    assertTrue(seldom > 1000 && tails > 20, "beyond the first word " + seldom + ", tails " + tails);
  }

  @Test
  void theLawIsNormal() {
    assertEquals(0, surprise(i -> Ziggurat.normal(stream, i)), 5);
  }

  /** The control: one number in a hundred is not where the rectangles alone would put it. */
  @Test
  void rectanglesAloneAreNotNormal() {
    long key = new SplittableRandom(SEED).nextLong();
    double surprise = surprise(i -> new Told(word(key, i)).number);
    assertTrue(surprise > 20, "only " + surprise);
  }

  /** Returns by how many deviations chi squared is above its mean, over bins and both tails. */
  private static double surprise(LongToDoubleFunction number) {
    int[] counts = new int[BINS + 2];
    for (int i = 0; i < DRAWS; i++) {
      double place = (number.applyAsDouble(i) + END) / (2 * END) * BINS;
      counts[(int) Math.max(0, Math.min(BINS + 1, Math.floor(place) + 1))]++;
    }
    double all = Math.sqrt(2 * Math.PI);
    double squared = 0;
    for (int b = 0; b < counts.length; b++) {
      double from = b == 0 ? -40 : -END + 2 * END * (b - 1) / BINS;
      double to = b > BINS ? 40 : -END + 2 * END * b / BINS;
      double expected = DRAWS * integral(from, to, 1000) / all;
      squared += (counts[b] - expected) * (counts[b] - expected) / expected;
    }
    return (squared - (BINS + 1)) / Math.sqrt(2 * (BINS + 1));
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2);
  }

  /** Simpson's rule. */
  private static double integral(double from, double to, int pieces) {
    double step = (to - from) / pieces;
    double sum = 0;
    for (int i = 0; i < pieces; i++) {
      double x = from + i * step;
      sum += density(x) + 4 * density(x + step / 2) + density(x + step);
    }
    return sum * step / 6;
  }

  private static long word(long key, long index) {
    return new SplittableRandom(key + 0x9e3779b97f4a7c15L * index).nextLong();
  }

  /** One number, as the definition tells it. */
  private static final class Told {

    private final SplittableRandom further;
    private long word;
    private int words = 1;
    private double number;

    Told(long word) {
      this.word = word;
      this.further = new SplittableRandom(word);
      place();
    }

    private int layer() {
      return Math.floorMod(word, 256);
    }

    private void place() {
      number = Math.scalb((double) (2 * (word >> 11) + 1), -53) * Ziggurat.width(layer());
    }

    private double unit() {
      words++;
      return Math.scalb((double) (further.nextLong() >>> 12) + 0.5, -52);
    }

    double number() {
      while (!isInside()) {
        if (layer() == 0) {
          number = Math.signum(number) * (Ziggurat.R + tail());
          return number;
        }
        double below = height(layer());
        if (below + unit() * (height(layer() + 1) - below) < StrictMath.exp(-number * number / 2)) {
          return number;
        }
        words++;
        word = further.nextLong();
        place();
      }
      return number;
    }

    private boolean isInside() {
      return Math.abs(number) < Ziggurat.width(layer() + 1);
    }

    private double tail() {
      double a = -StrictMath.log(unit()) / Ziggurat.R;
      return -2 * StrictMath.log(unit()) > a * a ? a : tail();
    }

    /** Sums the heights of the layers below, each of one area over its width. */
    private static double height(int layer) {
      double height = StrictMath.exp(-0.5 * Ziggurat.R * Ziggurat.R);
      for (int i = 1; i < layer; i++) {
        height += Ziggurat.AREA / Ziggurat.width(i);
      }
      return layer == 256 ? 1 : height;
    }
  }
}
