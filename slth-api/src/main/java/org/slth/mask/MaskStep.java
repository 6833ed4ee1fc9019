package org.slth.mask;

/**
 * Where training stands.
 *
 * @param iteration steps made before this one, from 0
 * @param epoch passes over the data made before this one, from 0
 */
public record MaskStep(int iteration, int epoch) {

  /** Checks that nothing is negative. */
  public MaskStep {
    if (iteration < 0 || epoch < 0) {
      throw new IllegalArgumentException(
          "expected iteration and epoch of 0 or more, got %d and %d".formatted(iteration, epoch));
    }
  }
}
