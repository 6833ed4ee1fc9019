package org.slth.dl4j.internal.rows;

import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Shares a loop out between as many threads as ND4J's own loops have, or as many as the system
 * property {@value #PROPERTY} says.
 */
public final class Shares {

  /** The system property. */
  public static final String PROPERTY = "slth.threads";

  private static final long WORTH_A_THREAD = 1 << 16; // numbers: some 20 microseconds

  private Shares() {}

  /** A part of a loop. */
  public interface Part {

    /**
     * Runs the turns of the part.
     *
     * @param from the first one
     * @param to the one after the last
     */
    void run(int from, int to);
  }

  /**
   * Runs a loop from 0 to {@code count}.
   *
   * @param count number of turns
   * @param numbers how many numbers each turn touches
   * @param part runs a part of it; threads call it at the same time for parts that do not overlap
   */
  public static void over(int count, long numbers, Part part) {
    long wanted = 1 + count * numbers / WORTH_A_THREAD;
    int threads = (int) Math.min(Math.min(wanted, count), threads());
    if (threads <= 1) {
      part.run(0, count);
      return;
    }
    IntStream.range(0, threads)
        .parallel()
        .forEach(t -> part.run(start(count, t, threads), start(count, t + 1, threads)));
  }

  /**
   * Returns how many threads a loop is shared out between, at most.
   *
   * @throws IllegalArgumentException if the system property is no whole number from 1
   */
  public static int threads() {
    String text = System.getProperty(PROPERTY);
    if (text == null) {
      return Nd4j.getEnvironment().maxThreads();
    }
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "expected the system property %s to be a whole number from 1, got \"%s\""
              .formatted(PROPERTY, text));
    }
    return Integer.parseInt(text);
  }

  private static int start(int count, int part, int parts) {
    return (int) ((long) count * part / parts);
  }
}
