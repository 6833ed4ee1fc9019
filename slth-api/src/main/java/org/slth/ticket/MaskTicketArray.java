package org.slth.ticket;

import java.util.List;

/**
 * One array of a {@link MaskTicket}.
 *
 * @param name which parameter of the network
 * @param number which random numbers are its own
 * @param runs variances of the weights, in runs that together are as long as the mask
 * @param mask which weights stay
 * @param redrawn for each round from 1 on, which of those that stay were last drawn in it; all
 *     others in round 0
 * @param magnitude what every weight that stays is ± of, by the sign of its random number; 0 if it
 *     is the random number itself
 */
public record MaskTicketArray(
    String name, int number, List<Run> runs, Mask mask, List<Mask> redrawn, float magnitude) {

  /**
   * Weights side by side with one variance.
   *
   * @param length how many, at least 1
   * @param variance positive
   */
  public record Run(int length, double variance) {

    /** Checks the numbers. */
    public Run {
      if (length < 1 || !(variance > 0) || !Double.isFinite(variance)) {
        throw new IllegalArgumentException(
            "expected a positive length and variance, got %d and %s".formatted(length, variance));
      }
    }
  }

  /** Checks the sizes and copies the lists. */
  public MaskTicketArray {
    runs = List.copyOf(runs);
    redrawn = List.copyOf(redrawn);
    int size = mask.size();
    if (runs.stream().mapToLong(Run::length).sum() != size
        || redrawn.stream().anyMatch(round -> round.size() != size)) {
      throw new IllegalArgumentException(
          "%s: expected runs and redrawn masks of the mask's size %d".formatted(name, size));
    }
    if (!(magnitude >= 0) || !Float.isFinite(magnitude)) {
      throw new IllegalArgumentException(
          "%s: expected a magnitude of 0 or more, got %s".formatted(name, magnitude));
    }
  }

  /** Returns the variance of a weight. */
  double variance(int weight) {
    int end = 0;
    for (Run run : runs) {
      end += run.length();
      if (weight < end) {
        return run.variance();
      }
    }
    throw new IndexOutOfBoundsException(weight);
  }
}
