package org.slth.ticket;

/**
 * The law of random weights, of variance σ² = 2/fan-in (He et al., ICCV 2015, arXiv 1502.01852)
 * times a factor.
 */
public enum WeightLaw {
  /** ±σ with equal probability (Ramanujan et al., CVPR 2020: the best of those they compare). */
  SIGNED_CONSTANT {
    @Override
    public float draw(SourceDraw stream, long index, double variance) {
      return Math.copySign((float) Math.sqrt(variance), stream.uniform(index));
    }

    @Override
    public void draw(SourceDraw stream, long first, double variance, float[] weights) {
      stream.uniform(first, weights);
      float magnitude = (float) Math.sqrt(variance);
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.copySign(magnitude, weights[i]);
      }
    }
  },
  /** Normal with deviation σ: by a ziggurat of 256 layers, whose first words are the stream's. */
  NORMAL {
    @Override
    public float draw(SourceDraw stream, long index, double variance) {
      return (float) (Math.sqrt(variance) * Ziggurat.normal(stream, index));
    }

    @Override
    public void draw(SourceDraw stream, long first, double variance, float[] weights) {
      Ziggurat.normal(stream, first, Math.sqrt(variance), weights);
    }
  },
  /** Uniform on ±√3 σ: that bound as a {@code float}, times a number of the stream. */
  UNIFORM {
    @Override
    public float draw(SourceDraw stream, long index, double variance) {
      return bound(variance) * stream.uniform(index);
    }

    @Override
    public void draw(SourceDraw stream, long first, double variance, float[] weights) {
      stream.uniform(first, weights);
      float bound = bound(variance);
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= bound;
      }
    }

    private static float bound(double variance) {
      return (float) Math.sqrt(3 * variance);
    }
  };

  /**
   * Returns a random weight.
   *
   * @param stream random numbers of one array
   * @param index which of them
   * @param variance σ², positive
   */
  public abstract float draw(SourceDraw stream, long index, double variance);

  /**
   * Sets weights to those of a stream from an index on: {@code weights[i] = draw(stream, first + i,
   * variance)}, at 1 to 3 ns each.
   *
   * @param stream random numbers of one array
   * @param first index of the first
   * @param variance σ², positive
   * @param weights all of them are set
   */
  public abstract void draw(SourceDraw stream, long first, double variance, float[] weights);
}
