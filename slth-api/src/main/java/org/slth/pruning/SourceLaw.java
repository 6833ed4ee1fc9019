package org.slth.pruning;

/**
 * The law of a random pair: U uniform on (-1, 1), V uniform on (-scale, scale).
 *
 * @param scale bound of V's coefficients
 * @param candidates copies of the needed sign behind every problem
 */
public record SourceLaw(double scale, int candidates) {

  /**
   * Standard deviation of a candidate <i>uv</i> in units of the largest target. A candidate has
   * deviation scale / 3. Less than about 0.9 and large targets are out of reach, more than about
   * 1.3 and the sums lie too far apart.
   */
  private static final double SPREAD = 1.1;

  /** Returns the law with which the largest of the targets stays in reach. */
  public static SourceLaw reaching(double largestTarget, int candidates) {
    return new SourceLaw(largestTarget > 0 ? 3 * SPREAD * largestTarget : 1, candidates);
  }
}
