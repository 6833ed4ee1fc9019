package org.slth.dl4j.internal.rows;

import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/** Shares a loop out between as many threads as ND4J's own loops have. */
public final class Shares {

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
    int threads = (int) Math.min(Math.min(wanted, count), Nd4j.getEnvironment().maxThreads());
    if (threads <= 1) {
      part.run(0, count);
      return;
    }
    IntStream.range(0, threads)
        .parallel()
        .forEach(t -> part.run(start(count, t, threads), start(count, t + 1, threads)));
  }

  private static int start(int count, int part, int parts) {
    return (int) ((long) count * part / parts);
  }
}
