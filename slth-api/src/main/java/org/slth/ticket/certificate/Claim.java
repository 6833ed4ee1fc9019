package org.slth.ticket.certificate;

import java.util.List;

/**
 * What a certificate says of one subset-sum problem: that
 *
 * <pre>
 * sum over kept t of  v[t] u[t]  =  target + deviation
 * </pre>
 *
 * @param attempt which draw of the candidates was taken, 0 for the first
 * @param target the coefficient λ
 * @param kept the numbers <i>t</i> of the hidden copies that are kept, ascending
 * @param deviation how far the sum is off, up to rounding in double
 */
public record Claim(int attempt, double target, List<Integer> kept, double deviation) {

  /** Checks the numbers and copies the list. */
  public Claim {
    kept = List.copyOf(kept);
    if (attempt < 0 || !Double.isFinite(target) || !Double.isFinite(deviation)) {
      throw new IllegalArgumentException(
          "expected an attempt from 0 up, a finite target and deviation, got %d, %s and %s"
              .formatted(attempt, target, deviation));
    }
  }

  /** Returns the distance of the sum from the target. */
  public double error() {
    return Math.abs(deviation);
  }
}
