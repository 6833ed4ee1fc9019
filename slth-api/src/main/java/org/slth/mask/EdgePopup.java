package org.slth.mask;

import java.util.List;
import java.util.Map;

/**
 * Edge-popup: keep the weights of highest |score| in each array, and let scores learn as if the
 * mask were not there.
 *
 * <pre>
 * e = w 1[|s| among the k highest of the array],   dL/ds = dL/de w sign(s)
 * </pre>
 *
 * <p>V. Ramanujan, M. Wortsman, A. Kembhavi, A. Farhadi, M. Rastegari, "What's hidden in a randomly
 * weighted neural network?", CVPR 2020, arXiv 1911.13299.
 */
public final class EdgePopup implements MaskStrategyProvider {

  @Override
  public String id() {
    return "slth:edge-popup";
  }

  @Override
  public Map<String, Double> options() {
    return Map.of();
  }

  @Override
  public MaskStrategy create(MaskSettings settings) {
    return new Strategy(settings);
  }

  private record Strategy(MaskSettings settings) implements MaskStrategy {

    @Override
    public Scope scope() {
      return Scope.PARAMETER;
    }

    @Override
    public Reach reach() {
      return Reach.AS_DRAWN;
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
      for (MaskedWeights array : weights) {
        Selection.keepHighest(List.of(array), settings.kept(array.size()));
      }
    }
  }
}
