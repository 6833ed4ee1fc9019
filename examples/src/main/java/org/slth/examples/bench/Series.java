package org.slth.examples.bench;

import java.util.List;

/**
 * The same work in several sizes.
 *
 * @param name what grows
 * @param time how time grows after the theory
 * @param memory how memory does
 * @param least the same kind of work, so small that it takes next to nothing
 * @param sizes smallest first
 */
record Series(String name, Law time, Law memory, Runnable least, List<Size> sizes) {

  Series {
    sizes = List.copyOf(sizes);
  }

  /**
   * One size.
   *
   * @param value how large
   * @param step the work
   */
  record Size(double value, Runnable step) {}

  /**
   * Exponents of the size: of the term that grows least of those that count, and of the one that
   * grows most.
   */
  record Law(double least, double most) {

    static Law of(double exponent) {
      return new Law(exponent, exponent);
    }

    @Override
    public String toString() {
      return least == most ? "%.0f".formatted(most) : "%.0f to %.0f".formatted(least, most);
    }
  }

  /** Returns the first sizes alone, at most so many. */
  Series upTo(int count) {
    return new Series(name, time, memory, least, sizes.subList(0, Math.min(count, sizes.size())));
  }
}
