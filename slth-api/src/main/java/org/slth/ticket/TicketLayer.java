package org.slth.ticket;

import java.util.List;

/**
 * One layer of a {@link SubsetSumTicket}: a random pair (U, V) and what is kept of it.
 *
 * <p>U holds <i>m</i><sub>q</sub> copies of every input <i>q</i>, the <i>t</i>-th with weight
 * <i>u</i><sub>q,t</sub>; V holds one coefficient <i>v</i><sub>q,j,t</sub> for every copy and every
 * coefficient <i>j</i> of the target behind that input. Both masks list their bits in the order
 * <i>q</i>, then (for V) <i>j</i>, then <i>t</i>.
 *
 * @param name which layer of the target this stands for
 * @param law the law of U's weights: uniform on (-1, 1), or signs
 * @param scale V's coefficients are uniform on (-scale, scale)
 * @param candidates for every input, the constant included, how many copies of the needed sign are
 *     behind each of its subset-sum problems
 * @param signedInput whether inputs other than the constant may be negative, so that every
 *     coefficient needs two subsets
 * @param tolerance the coefficient error that was asked for
 * @param copies which copies are kept in U
 * @param coefficients which coefficients are kept in V
 * @param redraws the problems whose coefficients of V are not of the first draw
 */
public record TicketLayer(
    String name,
    CandidateLaw law,
    double scale,
    List<Integer> candidates,
    boolean signedInput,
    double tolerance,
    Mask copies,
    Mask coefficients,
    List<Redraw> redraws) {

  /** Checks the numbers and copies the lists. */
  public TicketLayer {
    if (!(scale > 0) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException("scale must be positive and finite, got " + scale);
    }
    if (!(tolerance > 0) || !Double.isFinite(tolerance)) {
      throw new IllegalArgumentException("tolerance must be positive and finite, got " + tolerance);
    }
    if (candidates.stream().anyMatch(each -> each < 1)) {
      throw new IllegalArgumentException(
          "every input must have at least 1 candidate, got " + candidates);
    }
    candidates = List.copyOf(candidates);
    redraws = List.copyOf(redraws);
  }

  /** Returns how many parameters of the random pair are kept. */
  public long kept() {
    return (long) copies.count() + coefficients.count();
  }
}
