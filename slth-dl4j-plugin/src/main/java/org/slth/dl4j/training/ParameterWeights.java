package org.slth.dl4j.training;

import java.util.BitSet;
import java.util.Optional;
import org.slth.dl4j.layer.CoefficientRun;
import org.slth.mask.FloatRows;
import org.slth.mask.MaskedWeights;
import org.slth.ticket.Mask;
import org.slth.ticket.SourceDraw;

/** A parameter array of a network, as strategies see it: views of ND4J's memory. */
final class ParameterWeights implements MaskedWeights {

  private final MaskedParameter parameter;
  private final MaskScore score;
  private final SourceDraw random;
  private final NumberArray weights;
  private final NumberArray scores;
  private final NumberArray gradient;
  private final NumberArray effective;
  private final boolean direct;
  private final int size;

  /**
   * Ties the arrays together.
   *
   * @param direct whether a new effective weight is written at once, rather than as a gradient that
   *     DL4J will subtract
   */
  ParameterWeights(
      MaskScore score,
      MaskedParameter parameter,
      NumberArray weights,
      NumberArray scores,
      NumberArray gradient,
      NumberArray effective,
      boolean direct) {
    this.score = score;
    this.parameter = parameter;
    this.random = SourceDraw.of(score.seed()).stream(parameter.number());
    this.weights = weights;
    this.scores = scores;
    this.gradient = gradient;
    this.effective = effective;
    this.direct = direct;
    this.size = parameter.size();
  }

  long seed() {
    return score.seed();
  }

  MaskedParameter parameter() {
    return parameter;
  }

  /** Sets every weight to what was drawn for it. */
  void draw() {
    SourceDraw stream = random.stream(0).stream(0);
    int first = 0;
    for (CoefficientRun run : parameter.runs()) {
      float[] drawn = new float[run.length()];
      score.law().draw(stream, first, score.variance(run.fanIn()), drawn);
      for (float weight : drawn) {
        weights.set(first++, weight);
      }
    }
  }

  /** Checks that weights and scores are there: a state that nobody has set is zero. */
  void requireScores() {
    for (int i = 0; i < size; i++) {
      if (weights.get(i) != 0 || scores.get(i) != 0) {
        return;
      }
    }
    throw new IllegalStateException(
        "the scores of %s are gone, as when a network is saved, averaged or transferred without its"
                .formatted(parameter.name())
            + " updater: call MaskTraining.start(network) to begin anew");
  }

  /** Returns which effective weights are not zero. */
  Mask mask() {
    BitSet kept = new BitSet(size);
    for (int i = 0; i < size; i++) {
      kept.set(i, effective(i) != 0);
    }
    return Mask.of(kept, size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double weight(int i) {
    return weights.get(i);
  }

  @Override
  public void setWeight(int i, double value) {
    weights.set(i, value);
  }

  @Override
  public double score(int i) {
    return scores.get(i);
  }

  @Override
  public void setScore(int i, double value) {
    scores.set(i, value);
  }

  @Override
  public double gradient(int i) {
    return gradient.get(i);
  }

  @Override
  public void setGradient(int i, double value) {
    gradient.set(i, value);
  }

  @Override
  public double effective(int i) {
    return effective.get(i);
  }

  /**
   * DL4J subtracts the gradient: e − (e − v) is exactly v if one of them is 0 or they are equal.
   */
  @Override
  public void setEffective(int i, double value) {
    if (direct) {
      effective.set(i, value);
    } else {
      gradient.set(i, effective.get(i) - value);
    }
  }

  @Override
  public double drawn(int i, int round) {
    return score.law().draw(random.stream(0).stream(round), i, variance(i));
  }

  @Override
  public double variance(int i) {
    int first = 0;
    for (CoefficientRun run : parameter.runs()) {
      first += run.length();
      if (i < first) {
        return score.variance(run.fanIn());
      }
    }
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public SourceDraw random() {
    return random.stream(1);
  }

  @Override
  public Optional<FloatRows> rows() {
    return weights
        .floats()
        .map(
            floats ->
                new BufferRows(
                    floats,
                    scores.floats().orElseThrow(),
                    gradient.floats().orElseThrow(),
                    effective.floats().orElseThrow(),
                    direct));
  }
}
