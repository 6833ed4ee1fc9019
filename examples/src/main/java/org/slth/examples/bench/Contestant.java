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
   * Times work in this JVM, in blocks of as many units as last a second, after a tenth of one that
   * is not counted: caches and threads have slept while others had their turn, whose threads may
   * still spin.
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
        repeated(0.1);
        return repeated(1);
      }

      /** Returns the seconds of a unit, of as many as take so long. */
      private double repeated(double least) throws IOException {
        double sum = 0;
        int units = 0;
        for (; sum < least; units++) {
          sum += counted.seconds();
        }
        return sum / units;
      }
    };
  }
}
