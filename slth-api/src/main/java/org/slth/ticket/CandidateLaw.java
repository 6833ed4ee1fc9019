package org.slth.ticket;

/**
 * The law of the candidates <i>uv</i> of a subset sum, with <i>v</i> uniform on (-scale, scale).
 *
 * <p>Both laws take the same draws of {@link SourceDraw}, and <i>u</i> has the same sign under
 * both.
 */
public enum CandidateLaw {
  /** <i>u</i> is uniform on (-1, 1): random layers as they are initialised (Pensia et al. 2020). */
  PRODUCT(3) {
    @Override
    public float first(float drawn) {
      return drawn;
    }
  },

  /**
   * <i>u</i> is -1 or 1, the sign of the draw: then <i>uv</i> is uniform (da Cunha et al. 2022).
   */
  UNIFORM(Math.sqrt(3)) {
    @Override
    public float first(float drawn) {
      return Math.signum(drawn);
    }
  };

  private final double scalePerDeviation;

  CandidateLaw(double scalePerDeviation) {
    this.scalePerDeviation = scalePerDeviation;
  }

  /**
   * Returns the weight <i>u</i> that a draw stands for.
   *
   * @param drawn uniform on (-1, 1), not zero
   */
  public abstract float first(float drawn);

  /** Returns the bound of <i>v</i> over the standard deviation of <i>uv</i>: 3, or √3. */
  public double scalePerDeviation() {
    return scalePerDeviation;
  }
}
