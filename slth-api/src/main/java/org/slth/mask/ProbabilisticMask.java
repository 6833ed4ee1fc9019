package org.slth.mask;

import java.util.List;
import java.util.Map;
import org.slth.ticket.SourceDraw;

/**
 * Every weight is kept by a coin of its own, tossed anew at each step; scores learn the odds.
 *
 * <pre>
 * e = c m w,   m ~ Bernoulli(σ(s)),   dL/ds = dL/de c w σ'(s),   σ(s) = 1 / (1 + exp(−s))
 * c = 1, or size / (number kept) with rescale
 * </pre>
 *
 * <p>Scores start at ln(keepFraction / (1 − keepFraction)), so that this fraction is kept on
 * average at first; then training alone says how many. The coin of step <i>t</i> and weight
 * <i>i</i> is number <i>i</i> of stream <i>t</i> of {@link MaskedWeights#random}. The factor
 * <i>c</i> counts as a constant in the derivative.
 *
 * <p>Options: {@code rescale}, 1 for yes or 0 for no, 0 unless set.
 *
 * <p>H. Zhou, J. Lan, R. Liu, J. Yosinski, "Deconstructing lottery tickets: zeros, signs, and the
 * supermask", NeurIPS 2019, arXiv 1905.01067.
 */
public final class ProbabilisticMask implements MaskStrategyProvider {

  @Override
  public String id() {
    return "slth:probabilistic";
  }

  @Override
  public Map<String, Double> options() {
    return Map.of("rescale", 0.0);
  }

  @Override
  public MaskStrategy create(MaskSettings settings) {
    double odds = settings.keepFraction() / (1 - settings.keepFraction());
    if (Double.isInfinite(odds)) {
      throw new IllegalArgumentException(
          "expected keepFraction below 1, got 1.0; scores start at its log-odds, which must be"
              + " finite");
    }
    return new Strategy(StrictMath.log(odds), Options.flag(settings, "rescale"));
  }

  /** StrictMath, for equal bits on every platform. */
  private static double sigmoid(double score) {
    return 1 / (1 + StrictMath.exp(-Scores.checked(score)));
  }

  private record Strategy(double firstScore, boolean rescale) implements MaskStrategy {

    @Override
    public Scope scope() {
      return Scope.PARAMETER;
    }

    @Override
    public Reach reach() {
      return rescale ? Reach.ANY : Reach.AS_DRAWN;
    }

    @Override
    public void begin(MaskedWeights weights) {
      for (int i = 0; i < weights.size(); i++) {
        weights.setScore(i, firstScore);
      }
    }

    @Override
    public void differentiate(MaskedWeights weights, MaskStep step) {
      int kept = 0;
      for (int i = 0; i < weights.size(); i++) {
        kept += weights.effective(i) == 0 ? 0 : 1;
      }
      double factor = factor(kept, weights.size());
      for (int i = 0; i < weights.size(); i++) {
        double p = sigmoid(weights.score(i));
        weights.setGradient(i, weights.gradient(i) * factor * weights.weight(i) * p * (1 - p));
      }
    }

    @Override
    public void move(MaskedWeights weights, MaskStep step) {
      Scores.subtractStep(weights);
    }

    @Override
    public void project(List<? extends MaskedWeights> weights, MaskStep step) {
      for (MaskedWeights array : weights) {
        SourceDraw coins = array.random().stream(step.iteration());
        double factor = rescale ? factor(countHeads(array, coins), array.size()) : 1;
        for (int i = 0; i < array.size(); i++) {
          array.setEffective(i, heads(array, coins, i) ? factor * array.weight(i) : 0);
        }
      }
    }

    private static int countHeads(MaskedWeights weights, SourceDraw coins) {
      int count = 0;
      for (int i = 0; i < weights.size(); i++) {
        count += heads(weights, coins, i) ? 1 : 0;
      }
      return count;
    }

    private static boolean heads(MaskedWeights weights, SourceDraw coins, int i) {
      return Scores.unit(coins, i) < sigmoid(weights.score(i));
    }

    private double factor(int kept, int size) {
      return rescale && kept > 0 ? size / (double) kept : 1;
    }
  }
}
