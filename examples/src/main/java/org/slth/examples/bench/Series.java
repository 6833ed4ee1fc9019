package org.slth.examples.bench;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * The same work in several sizes.
 *
 * @param name what grows
 * @param time the exponent of the size by which, after the theory, time grows at most
 * @param memory the same for memory
 * @param sizes smallest first
 */
record Series(String name, double time, double memory, List<Size> sizes) {

  Series {
    sizes = List.copyOf(sizes);
  }

  /**
   * One size.
   *
   * @param value how large
   * @param step the work
   * @param bytes the memory that it takes, asked for after the work was done
   */
  record Size(double value, Runnable step, LongSupplier bytes) {}

  /** Returns the first sizes alone, at most so many. */
  Series upTo(int count) {
    return new Series(name, time, memory, sizes.subList(0, Math.min(count, sizes.size())));
  }
}
