package org.slth.mask;

import java.util.List;
import java.util.Map;

/**
 * The baseline that trains the weights: iterative magnitude pruning with rewinding.
 *
 * <pre>
 * e = x,   x starts as w and is trained;   pruned: x = 0 for good
 * round r = 1, …, rounds: of each array prune the lowest |x| until keepFraction^(r/rounds) of it
 *                         is left, and set the rest back to x = w
 * </pre>
 *
 * <p>Round <i>r</i> is after the first step of epoch <i>r</i> · period, so a training of (rounds +
 * 1) · period epochs gives every round the same time. The trained numbers are in the score array,
 * where 0 says pruned; nothing else is remembered, and a round is due while an array has more left
 * than the epoch allows. Therefore a round too short to prune one weight of any array rewinds
 * nothing. A number that training makes exactly 0 counts as pruned.
 *
 * <p>In a layer whose weights are coefficients of a basis it is pruning in that basis
 * (Alabdulmohsin et al.). The updater keeps what it remembers of the steps before a rewinding.
 *
 * <p>Options: {@code rounds}, 5 unless set; {@code period}, in epochs, 10 unless set.
 *
 * <p>J. Frankle, M. Carbin, "The lottery ticket hypothesis: finding sparse, trainable neural
 * networks", ICLR 2019, arXiv 1803.03635; I. Alabdulmohsin, L. Markeeva, D. Keysers, I. Tolstikhin,
 * "A generalized lottery ticket hypothesis", 2021, arXiv 2107.06825.
 */
public final class MagnitudeRewinding implements MaskStrategyProvider {

  @Override
  public String id() {
    return "slth:magnitude-rewinding";
  }

  @Override
  public Map<String, Double> options() {
    return Map.of("rounds", 5.0, "period", 10.0);
  }

  @Override
  public MaskStrategy create(MaskSettings settings) {
    return new Strategy(
        settings.keepFraction(),
        Options.whole(settings, "rounds", 1),
        Options.whole(settings, "period", 1));
  }

  /** Of the network scope, since a round rewinds all arrays, also those too small to lose one. */
  private record Strategy(double keepFraction, int rounds, int period) implements MaskStrategy {

    @Override
    public Scope scope() {
      return Scope.NETWORK;
    }

    @Override
    public Reach reach() {
      return Reach.ANY;
    }

    @Override
    public void begin(MaskedWeights weights) {
      for (int i = 0; i < weights.size(); i++) {
        weights.setScore(i, weights.weight(i));
      }
    }

    @Override
    public void differentiate(MaskedWeights weights, MaskStep step) {
      for (int i = 0; i < weights.size(); i++) {
        if (weights.score(i) == 0) {
          weights.setGradient(i, 0);
        }
      }
    }

    @Override
    public void move(MaskedWeights weights, MaskStep step) {
      for (int i = 0; i < weights.size(); i++) {
        double trained = weights.score(i);
        if (trained != 0) {
          weights.setScore(i, trained - weights.gradient(i));
        }
      }
    }

    @Override
    public void project(List<? extends MaskedWeights> weights, MaskStep step) {
      int round = Math.min(rounds, step.epoch() / period);
      double fraction = StrictMath.pow(keepFraction, round / (double) rounds);
      boolean due = false;
      for (MaskedWeights array : weights) {
        due |= countAlive(array) > allowed(array, fraction);
      }
      for (MaskedWeights array : weights) {
        if (due) {
          pruneAndRewind(array, allowed(array, fraction));
        }
        for (int i = 0; i < array.size(); i++) {
          array.setEffective(i, array.score(i));
        }
      }
    }

    private static int allowed(MaskedWeights weights, double fraction) {
      return (int) Math.round(fraction * weights.size());
    }

    private static int countAlive(MaskedWeights weights) {
      int count = 0;
      for (int i = 0; i < weights.size(); i++) {
        count += Scores.checked(weights.score(i)) == 0 ? 0 : 1;
      }
      return count;
    }

    private static void pruneAndRewind(MaskedWeights weights, int allowed) {
      Selection stay = Selection.ofHighest(weights, allowed);
      for (int i = 0; i < weights.size(); i++) {
        boolean alive = weights.score(i) != 0 && stay.keeps(weights, i);
        weights.setScore(i, alive ? weights.weight(i) : 0);
      }
    }
  }
}
