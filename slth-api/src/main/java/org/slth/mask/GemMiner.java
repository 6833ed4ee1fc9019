package org.slth.mask;

import java.util.List;
import java.util.Map;
import org.slth.ticket.SourceDraw;

/**
 * Gem-Miner: scores in [0, 1] are rounded to a mask, and every few epochs the lowest of the network
 * are frozen to zero for good.
 *
 * <pre>
 * e = w 1[s > 1/2],   dL/ds = dL/de w,   s clamped to [0, 1];   frozen: e = 0
 * not frozen after m of K freezings: keepFraction^(m/K) of all,   K = ⌊(epochs − 1) / period⌋
 * </pre>
 *
 * <p>So each freezing takes the share 1 − exp(ln(keepFraction) / <i>K</i>) of those left, the
 * <i>m</i>-th after the first step of epoch <i>m</i> · period. At the end at most {@code
 * keepFraction} of all weights is alive, and of these the mask keeps those of score above 1/2.
 * Tried and dropped: to keep all that are alive in the last epoch, as the authors' code does before
 * it trains the weights. Without that training, weights that were masked before do harm: MNIST's
 * test digits were read right in 65 % of the cases at {@code keepFraction} 0.2. The authors add a
 * penalty on the sum of scores, as weight decay of the updater can.
 *
 * <p>A frozen weight has the score −1. Nothing else is remembered: a freezing is due while more are
 * alive than the epoch allows.
 *
 * <p>Options: {@code epochs}, how many the training has, 100 unless set; {@code period}, from one
 * freezing to the next, 5 unless set, less than {@code epochs}.
 *
 * <p>K. Sreenivasan, J. Sohn, L. Yang, M. Grinde, A. Nagle, H. Wang, E. Xing, K. Lee, D.
 * Papailiopoulos, "Rare gems: finding lottery tickets at initialization", NeurIPS 2022, arXiv
 * 2202.12002.
 */
public final class GemMiner implements MaskStrategyProvider {

  private static final double FROZEN = -1;

  /** Above every frozen rank 0, and below every score that matters. */
  private static final double LEAST_ALIVE = Float.MIN_NORMAL;

  @Override
  public String id() {
    return "slth:gem-miner";
  }

  @Override
  public Map<String, Double> options() {
    return Map.of("epochs", 100.0, "period", 5.0);
  }

  @Override
  public MaskStrategy create(MaskSettings settings) {
    int epochs = Options.whole(settings, "epochs", 2);
    int period = Options.whole(settings, "period", 1);
    if (period >= epochs) {
      throw new IllegalArgumentException(
          "expected a period shorter than the training, got period %d and epochs %d"
              .formatted(period, epochs));
    }
    return new Strategy(settings.keepFraction(), epochs, period);
  }

  private static boolean alive(double score) {
    return Scores.checked(score) >= 0;
  }

  private static double rank(MaskedWeights weights, int i) {
    double score = weights.score(i);
    return alive(score) ? Math.max(score, LEAST_ALIVE) : 0;
  }

  private record Strategy(double keepFraction, int epochs, int period) implements MaskStrategy {

    @Override
    public Scope scope() {
      return Scope.NETWORK;
    }

    @Override
    public Reach reach() {
      return Reach.AS_DRAWN;
    }

    @Override
    public void begin(MaskedWeights weights) {
      SourceDraw random = weights.random();
      for (int i = 0; i < weights.size(); i++) {
        weights.setScore(i, Scores.unit(random, i));
      }
    }

    @Override
    public void differentiate(MaskedWeights weights, MaskStep step) {
      for (int i = 0; i < weights.size(); i++) {
        boolean alive = alive(weights.score(i));
        weights.setGradient(i, alive ? weights.gradient(i) * weights.weight(i) : 0);
      }
    }

    @Override
    public void move(MaskedWeights weights, MaskStep step) {
      for (int i = 0; i < weights.size(); i++) {
        double score = weights.score(i);
        if (alive(score)) {
          weights.setScore(i, Math.min(1, Math.max(0, score - weights.gradient(i))));
        }
      }
    }

    @Override
    public void project(List<? extends MaskedWeights> weights, MaskStep step) {
      long allowed = Math.round(fraction(step.epoch()) * Scores.size(weights));
      if (countAlive(weights) > allowed) {
        freeze(weights, allowed);
      }
      for (MaskedWeights array : weights) {
        for (int i = 0; i < array.size(); i++) {
          array.setEffective(i, array.score(i) > 0.5 ? array.weight(i) : 0);
        }
      }
    }

    private double fraction(int epoch) {
      int freezings = (epochs - 1) / period;
      int due = Math.min(freezings, epoch / period);
      return StrictMath.pow(keepFraction, due / (double) freezings);
    }

    private static long countAlive(List<? extends MaskedWeights> weights) {
      long count = 0;
      for (MaskedWeights array : weights) {
        for (int i = 0; i < array.size(); i++) {
          count += alive(array.score(i)) ? 1 : 0;
        }
      }
      return count;
    }

    private static void freeze(List<? extends MaskedWeights> weights, long allowed) {
      Selection stay = Selection.ofHighest(weights, allowed, GemMiner::rank);
      long last = 0;
      for (MaskedWeights array : weights) {
        long first = last;
        last += array.size();
        for (int i = 0; i < array.size(); i++) {
          if (!stay.keeps(array, i, first)) {
            array.setScore(i, FROZEN);
          }
        }
      }
    }
  }
}
