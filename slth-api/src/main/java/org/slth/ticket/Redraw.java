package org.slth.ticket;

/**
 * A subset-sum problem whose candidates were drawn anew because the first ones reached no subset
 * within the tolerance. Recorded so that the ticket can be rebuilt.
 *
 * @param block the input field of the layer (the last one is the constant, if there is a bias)
 * @param negative whether the candidates pass the negative part of that input
 * @param problem which coefficient of the block, from 0
 * @param attempt which draw was taken; the first is 0 and is never recorded
 */
public record Redraw(int block, boolean negative, int problem, int attempt) {

  /** Checks that nothing is negative and that the attempt is a redraw. */
  public Redraw {
    if (block < 0 || problem < 0 || attempt < 1) {
      throw new IllegalArgumentException(
          "expected block >= 0, problem >= 0 and attempt >= 1, got %d, %d and %d"
              .formatted(block, problem, attempt));
    }
  }
}
