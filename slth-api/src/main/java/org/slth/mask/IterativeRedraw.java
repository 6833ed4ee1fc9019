package org.slth.mask;

import java.util.List;
import java.util.Map;
import org.slth.ticket.SourceDraw;

/**
 * IteRand: edge-popup, and every so often some of the weights not kept are drawn anew.
 *
 * <pre>
 * e = w 1[|s| among the k highest of the array],   dL/ds = dL/de w sign(s)
 * after step t = r · period, r = 1, 2, …:  w ← a new draw, with probability p, where not kept
 * </pre>
 *
 * <p>The draw of weight <i>i</i> is {@link MaskedWeights#drawn} of round <i>r</i>, and the coin is
 * number <i>i</i> of stream <i>t</i> of {@link MaskedWeights#random}, so a repeated step draws the
 * same again.
 *
 * <p>Options: {@code period}, in steps, 300 unless set; {@code probability}, 0.1 unless set.
 *
 * <p>D. Chijiwa, S. Yamaguchi, Y. Ida, K. Umakoshi, T. Inoue, "Pruning randomly initialized neural
 * networks with iterative randomization", NeurIPS 2021, arXiv 2106.09269.
 */
public final class IterativeRedraw implements MaskStrategyProvider {

  /**
   * Returns from which round each weight is, for a ticket to record: the lowest whose drawing gives
   * this very weight.
   *
   * <p>Costs one drawing per weight and round up to the one it is from, at most of order size ·
   * rounds.
   *
   * @param weights those of a training with this strategy
   * @param last the last round there can be: steps made / period
   * @return one round from 0 to {@code last} per weight
   * @throws IllegalStateException if a weight was drawn in none of these rounds
   */
  public static int[] rounds(MaskedWeights weights, int last) {
    int[] rounds = new int[weights.size()];
    for (int i = 0; i < rounds.length; i++) {
      double weight = weights.weight(i);
      while (weights.drawn(i, rounds[i]) != weight) {
        if (++rounds[i] > last) {
          throw new IllegalStateException(
              "weight %d, %s, was drawn in none of the rounds up to %d".formatted(i, weight, last));
        }
      }
    }
    return rounds;
  }

  @Override
  public String id() {
    return "slth:iterative-redraw";
  }

  @Override
  public Map<String, Double> options() {
    return Map.of("period", 300.0, "probability", 0.1);
  }

  @Override
  public MaskStrategy create(MaskSettings settings) {
    return new Strategy(
        settings,
        Options.whole(settings, "period", 1),
        Options.probability(settings, "probability"));
  }

  private record Strategy(MaskSettings settings, int period, double probability)
      implements MaskStrategy {

    @Override
    public Scope scope() {
      return Scope.PARAMETER;
    }

    @Override
    public Reach reach() {
      return Reach.REDRAWN;
    }

    @Override
    public void begin(MaskedWeights weights) {
      Scores.uniform(weights);
    }

    @Override
    public void differentiate(MaskedWeights weights, MaskStep step) {
      Scores.straightThrough(weights);
    }

    @Override
    public void move(MaskedWeights weights, MaskStep step) {
      Scores.subtractStep(weights);
    }

    @Override
    public void project(List<? extends MaskedWeights> weights, MaskStep step) {
      boolean due = step.iteration() > 0 && step.iteration() % period == 0;
      for (MaskedWeights array : weights) {
        int count = settings.kept(array.size());
        if (due) {
          redraw(array, Selection.ofHighest(array, count), step.iteration());
        }
        Selection.keepHighest(List.of(array), count);
      }
    }

    private void redraw(MaskedWeights weights, Selection kept, int iteration) {
      SourceDraw coins = weights.random().stream(iteration);
      for (int i = 0; i < weights.size(); i++) {
        if (!kept.keeps(weights, i) && Scores.unit(coins, i) < probability) {
          weights.setWeight(i, weights.drawn(i, iteration / period));
        }
      }
    }
  }
}
