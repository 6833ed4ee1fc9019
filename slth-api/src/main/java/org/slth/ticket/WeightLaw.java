package org.slth.ticket;

/**
 * The law of random weights, of variance 2/fan-in (He et al., ICCV 2015, arXiv 1502.01852) times a
 * factor.
 */
public enum WeightLaw {
  /** ±σ with equal probability (Ramanujan et al., CVPR 2020: the best of those they compare). */
  SIGNED_CONSTANT {
    @Override
    double standard(SourceDraw stream, long index) {
      return Math.signum(stream.uniform(index));
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
  /** Normal with deviation σ. */
  NORMAL {
    /** Box and Muller's, in StrictMath: equal bits on every platform. */
    @Override
    double standard(SourceDraw stream, long index) {
      double radius = Math.abs(stream.uniform(2 * index)); // never zero
      double angle = Math.PI * stream.uniform(2 * index + 1);
      return StrictMath.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(angle);
    }
  },
  /** Uniform on ±√3 σ. */
  UNIFORM {
    @Override
    double standard(SourceDraw stream, long index) {
      return Math.sqrt(3) * stream.uniform(index);
    }
  };

  /** Returns the number of that index in a stream, of mean 0 and variance 1. */
  abstract double standard(SourceDraw stream, long index);

  /**
   * Returns a random weight, exact as a {@code float}.
   *
   * @param stream random numbers of one array
   * @param index which of them
   * @param variance σ², positive
   */
  public float draw(SourceDraw stream, long index, double variance) {
    return (float) (Math.sqrt(variance) * standard(stream, index));
  }

  /**
   * Sets weights to those of a stream from an index on: {@code weights[i] = draw(stream, first + i,
   * variance)}.
   *
   * @param stream random numbers of one array
   * @param first index of the first
   * @param variance σ², positive
   * @param weights all of them are set
   */
  public void draw(SourceDraw stream, long first, double variance, float[] weights) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = draw(stream, first + i, variance);
    }
  }
}
