package org.slth.mask;

import java.util.List;
import java.util.Map;

/**
 * First the weights move a little, then they stay and edge-popup chooses among them.
 *
 * <pre>
 * steps t &lt; warmup:   w ← the nearest to w − step with |w − w0| ≤ epsilon,   e = w
 * later steps:        e = w 1[|s| among the k highest of the array],   dL/ds = dL/de w sign(s)
 * </pre>
 *
 * <p><i>w0</i> is the weight as it was drawn. The updater makes a step of whatever derivative it is
 * given; what it remembers of the weights' steps (moments) goes over into the first ones of the
 * scores.
 *
 * <p>Options: {@code epsilon}, in the unit of the weights, 0.01 unless set; {@code warmup}, in
 * steps, 1000 unless set.
 *
 * <p>Z. Xiong, F. Liao, A. Kyrillidis, "Strong lottery ticket hypothesis with ε-perturbation",
 * AISTATS 2023, arXiv 2210.16589.
 */
public final class BoxThenMask implements MaskStrategyProvider {

  @Override
  public String id() {
    return "slth:box";
  }

  @Override
  public Map<String, Double> options() {
    return Map.of("epsilon", 0.01, "warmup", 1000.0);
  }

  @Override
  public MaskStrategy create(MaskSettings settings) {
    return new Strategy(
        settings, Options.length(settings, "epsilon"), Options.whole(settings, "warmup", 0));
  }

  private record Strategy(MaskSettings settings, double epsilon, int warmup)
      implements MaskStrategy {

    @Override
    public Scope scope() {
      return Scope.PARAMETER;
    }

    @Override
    public Reach reach() {
      return Reach.ANY;
    }

    @Override
    public void begin(MaskedWeights weights) {
      Scores.uniform(weights);
    }

    @Override
    public void differentiate(MaskedWeights weights, MaskStep step) {
      if (step.iteration() >= warmup) { // before, dL/dw = dL/de
        Scores.straightThrough(weights);
      }
    }

    @Override
    public void move(MaskedWeights weights, MaskStep step) {
      if (step.iteration() >= warmup) {
        Scores.subtractStep(weights);
        return;
      }
      for (int i = 0; i < weights.size(); i++) {
        double center = weights.drawn(i, 0);
        double moved = weights.weight(i) - weights.gradient(i);
        weights.setWeight(i, Math.max(center - epsilon, Math.min(center + epsilon, moved)));
      }
    }

    @Override
    public void project(List<? extends MaskedWeights> weights, MaskStep step) {
      for (MaskedWeights array : weights) {
        boolean all = step.iteration() < warmup;
        Selection.keepHighest(List.of(array), all ? array.size() : settings.kept(array.size()));
      }
    }
  }
}
