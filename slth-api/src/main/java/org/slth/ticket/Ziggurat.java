package org.slth.ticket;

/**
 * Normal numbers of mean 0 and variance 1, one for each index of a stream, specified here so that
 * they have the same bits on any machine.
 *
 * <p>The area under <i>f(x)</i> = exp(-<i>x</i>²/2), <i>x</i> ≥ 0, is covered by 256 layers of one
 * area <i>V</i>: rectangles of widths <i>x</i><sub>1</sub> = <i>R</i> &gt; … &gt; <i>x</i><sub>255
 * </sub> between the heights <i>y</i><sub>i</sub> = <i>f(x</i><sub>i</sub>), and below them all a
 * base as wide as <i>R</i> together with the tail behind it:
 *
 * <pre>
 * y(i + 1) = y(i) + V / x(i),   x(i) = √(-2 log y(i)),   x(0) = V / f(R),   x(256) = 0,   y(256) = 1
 * side(w)  = (2 (w &gt;&gt; 11) + 1) 2^-53,    unit(w) = (2 (w &gt;&gt;&gt; 12) + 1) 2^-53
 * </pre>
 *
 * The first word <i>w</i> of index <i>i</i> is that of the stream, any further ones are those of
 * its stream number <i>i</i>, from 0 on. Each try takes a layer <i>w</i> &amp; 255 and <i>x</i> =
 * side(<i>w</i>) x(layer). If |<i>x</i>| &lt; x(layer + 1), as 99 times in 100, it is the number.
 * Otherwise, above the base, it is the number if <i>y</i> = y(layer) + unit(next) (y(layer + 1) -
 * y(layer)) is less than <i>f(x)</i>, and a new try begins with the next word. In the base it is
 * <i>R</i> + <i>a</i> with the sign of <i>x</i>, where <i>a</i> = -log(unit(next)) / <i>R</i> and
 * <i>b</i> = -log(unit(next)) are taken until 2<i>b</i> &gt; <i>a</i>².
 *
 * <p>All of it is double arithmetic, which Java rounds alike everywhere, and StrictMath.
 *
 * <p>Sources: G. Marsaglia, W. W. Tsang, "The ziggurat method for generating random variables", J.
 * Statistical Software 5 (8), 2000; J. A. Doornik, "An improved ziggurat method to generate normal
 * random samples", 2005, for layers and sides from different bits; G. Marsaglia, "Generating a
 * variable from the tail of the normal distribution", Technometrics 6 (1964).
 */
final class Ziggurat {

  /** Where the tail begins: with 256 layers of one area there is no other choice. */
  static final double R = 0x1.d3bb48209ad33p+1; // 3.654152885361009

  /** R f(R) + ∫ f from R to ∞. */
  static final double AREA = 0.004928673233974655;

  static final int LAYERS = 256;

  private static final double[] WIDTH = new double[LAYERS + 1];
  private static final double[] HEIGHT = new double[LAYERS + 1];

  static {
    WIDTH[0] = AREA / height(R);
    WIDTH[1] = R;
    HEIGHT[1] = height(R);
    for (int i = 2; i < LAYERS; i++) {
      HEIGHT[i] = HEIGHT[i - 1] + AREA / WIDTH[i - 1];
      WIDTH[i] = Math.sqrt(-2 * StrictMath.log(HEIGHT[i]));
    }
    HEIGHT[LAYERS] = 1;
  }

  private Ziggurat() {}

  /** Returns where a layer ends, from 0 to 256. */
  static double width(int layer) {
    return WIDTH[layer];
  }

  /** Returns the number of an index. */
  static double normal(SourceDraw stream, long index) {
    return normal(stream.word(index), stream, index);
  }

  /**
   * Sets numbers to those of a stream from an index on.
   *
   * @param deviation by which they are multiplied
   */
  static void normal(SourceDraw stream, long first, double deviation, float[] numbers) {
    long[] words = new long[Math.max(1, Math.min(SourceDraw.BLOCK, numbers.length))];
    for (int from = 0; from < numbers.length; from += words.length) {
      int length = Math.min(words.length, numbers.length - from);
      stream.words(first + from, words, length);
      for (int i = 0; i < length; i++) {
        numbers[from + i] = (float) (deviation * normal(words[i], stream, first + from + i));
      }
    }
  }

  private static double normal(long word, SourceDraw stream, long index) {
    int layer = (int) word & (LAYERS - 1);
    double x = side(word) * WIDTH[layer];
    return Math.abs(x) < WIDTH[layer + 1] ? x : seldom(layer, x, stream.stream(index));
  }

  private static double seldom(int firstLayer, double firstX, SourceDraw further) {
    int layer = firstLayer;
    double x = firstX;
    long next = 0;
    while (Math.abs(x) >= WIDTH[layer + 1]) {
      if (layer == 0) {
        return Math.copySign(R + beyond(further, next), x);
      }
      double rise = HEIGHT[layer + 1] - HEIGHT[layer];
      if (HEIGHT[layer] + unit(further.word(next++)) * rise < height(x)) {
        return x;
      }
      long word = further.word(next++);
      layer = (int) word & (LAYERS - 1);
      x = side(word) * WIDTH[layer];
    }
    return x;
  }

  /** Returns how far behind R a number of the tail lies. */
  private static double beyond(SourceDraw further, long first) {
    for (long next = first; ; next += 2) {
      double a = -StrictMath.log(unit(further.word(next))) / R;
      double b = -StrictMath.log(unit(further.word(next + 1)));
      if (2 * b > a * a) {
        return a;
      }
    }
  }

  private static double height(double x) {
    return StrictMath.exp(-0.5 * x * x);
  }

  /** Returns a number between -1 and 1, symmetric about 0 and never 0; exact. */
  private static double side(long word) {
    return (2 * (word >> 11) + 1) * 0x1p-53;
  }

  /** Returns a number between 0 and 1, never 0 or 1; exact. */
  private static double unit(long word) {
    return (2 * (word >>> 12) + 1) * 0x1p-53;
  }
}
