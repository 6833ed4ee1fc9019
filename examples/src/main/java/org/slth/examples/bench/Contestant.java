package org.slth.examples.bench;

import java.io.IOException;

/** One way to do a piece of work, which is timed beside others. */
public interface Contestant extends AutoCloseable {

  /** Returns what tables call it. */
  String name();

  /**
   * Does a block of work.
   *
   * @return the seconds that one unit of it took, such as a step, a problem or an epoch
   * @throws IOException if it runs elsewhere and does not answer
   */
  double seconds() throws IOException;

  /**
   * Returns the most memory it has taken in all, in bytes, or 0 if that is not known; asked once,
   * after the last block.
   *
   * @throws IOException if it runs elsewhere and does not answer
   */
  default long peakMemory() throws IOException {
    return 0;
  }

  @Override
  default void close() throws IOException {}

  /**
   * Times work in this JVM.
   *
   * @param name what tables call it
   * @param units how many units are a block
   * @param unit the work
   */
  static Contestant of(String name, int units, Runnable unit) {
    return new Contestant() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double seconds() {
        long begin = System.nanoTime();
        for (int i = 0; i < units; i++) {
          unit.run();
        }
        return (System.nanoTime() - begin) * 1e-9 / units;
      }
    };
  }

  /**
   * Times work in this JVM, in blocks of as many units as last a second, after one that is not
   * counted: threads and caches have slept while others had their turn.
   *
   * @param name what tables call it
   * @param unit the work
   */
  static Contestant during(String name, Runnable unit) {
    Contestant counted = of(name, 1, unit);
    return new Contestant() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double seconds() throws IOException {
        unit.run();
        double sum = 0;
        int units = 0;
        for (; sum < 1; units++) {
          sum += counted.seconds();
        }
        return sum / units;
      }
    };
  }
}
