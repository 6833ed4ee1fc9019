package org.slth.testkit;

import java.util.Arrays;
import java.util.Optional;
import org.slth.mask.FloatRows;
import org.slth.mask.MaskedWeights;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.WeightLaw;

/**
 * Masked weights in plain arrays, for tests of strategies without a network.
 *
 * <p>As strict as a network may be: from {@link #setEffective} on the gradient is lost, and {@link
 * #effective} is that of the last pass until {@link #pass} is called.
 */
public final class ArrayWeights implements MaskedWeights {

  private final WeightLaw law;
  private final SourceDraw stream;
  private final boolean floats;
  private final double[] weights;
  private final double[] scores;
  private final double[] gradients;
  private final double[] effective;
  private final double[] next;

  private ArrayWeights(WeightLaw law, SourceDraw stream, boolean floats, int size) {
    this.law = law;
    this.stream = stream;
    this.floats = floats;
    this.weights = new double[size];
    this.scores = new double[size];
    this.gradients = new double[size];
    this.effective = new double[size];
    this.next = new double[size];
  }

  /**
   * Draws weights of variance 2 / size; scores are 0 until a strategy begins.
   *
   * @param law the law of the weights
   * @param stream random numbers of this array alone
   * @param size how many weights, at least one
   * @param floats whether numbers are rounded to floats when set
   */
  public static ArrayWeights draw(WeightLaw law, SourceDraw stream, int size, boolean floats) {
    if (size < 1) {
      throw new IllegalArgumentException("expected a size of 1 or more, got " + size);
    }
    ArrayWeights drawn = new ArrayWeights(law, stream, floats, size);
    for (int i = 0; i < size; i++) {
      drawn.weights[i] = drawn.drawn(i, 0);
    }
    return drawn;
  }

  /** Returns an independent copy. */
  public ArrayWeights copy() {
    ArrayWeights copy = new ArrayWeights(law, stream, floats, size());
    System.arraycopy(weights, 0, copy.weights, 0, size());
    System.arraycopy(scores, 0, copy.scores, 0, size());
    System.arraycopy(gradients, 0, copy.gradients, 0, size());
    System.arraycopy(effective, 0, copy.effective, 0, size());
    System.arraycopy(next, 0, copy.next, 0, size());
    return copy;
  }

  /** Takes the effective weights that were set into use, as the next pass through a network. */
  public void pass() {
    System.arraycopy(next, 0, effective, 0, size());
  }

  /** Returns what the next pass will use. */
  public double next(int i) {
    return next[i];
  }

  /** Replaces all of what a projection may not depend on by NaN. */
  void forgetPass() {
    Arrays.fill(gradients, Double.NaN);
    Arrays.fill(effective, Double.NaN);
    Arrays.fill(next, Double.NaN);
  }

  /** Returns whether weights, scores and the next effective weights are those, bit for bit. */
  boolean sameState(ArrayWeights that) {
    return Arrays.equals(weights, that.weights)
        && Arrays.equals(scores, that.scores)
        && Arrays.equals(next, that.next);
  }

  @Override
  public int size() {
    return weights.length;
  }

  @Override
  public double weight(int i) {
    return weights[i];
  }

  @Override
  public void setWeight(int i, double value) {
    weights[i] = rounded(value);
  }

  @Override
  public double score(int i) {
    return scores[i];
  }

  @Override
  public void setScore(int i, double value) {
    scores[i] = rounded(value);
  }

  @Override
  public double gradient(int i) {
    return gradients[i];
  }

  @Override
  public void setGradient(int i, double value) {
    gradients[i] = rounded(value);
  }

  @Override
  public double effective(int i) {
    return effective[i];
  }

  @Override
  public void setEffective(int i, double value) {
    next[i] = rounded(value);
    gradients[i] = Double.NaN;
  }

  @Override
  public double drawn(int i, int round) {
    return law.draw(stream.stream(round + 1L), i, variance(i));
  }

  @Override
  public double variance(int i) {
    return 2.0 / size();
  }

  @Override
  public SourceDraw random() {
    return stream.stream(0);
  }

  /** The rows of floats, if numbers are rounded to floats. */
  @Override
  public Optional<FloatRows> rows() {
    return floats ? Optional.of(new Rows()) : Optional.empty();
  }

  /** By the accessors above, number by number. */
  private final class Rows implements FloatRows {

    @Override
    public void read(Kind kind, int from, float[] row) {
      for (int i = from; i < Math.min(size(), from + row.length); i++) {
        row[i - from] =
            (float)
                switch (kind) {
                  case WEIGHT -> weight(i);
                  case SCORE -> score(i);
                  case GRADIENT -> gradient(i);
                  case EFFECTIVE -> effective(i);
                };
      }
    }

    @Override
    public void write(Kind kind, int from, float[] row) {
      for (int i = from; i < Math.min(size(), from + row.length); i++) {
        switch (kind) {
          case WEIGHT -> setWeight(i, row[i - from]);
          case SCORE -> setScore(i, row[i - from]);
          case GRADIENT -> setGradient(i, row[i - from]);
          case EFFECTIVE -> setEffective(i, row[i - from]);
        }
      }
    }
  }

  private double rounded(double value) {
    return floats ? (float) value : value;
  }
}
