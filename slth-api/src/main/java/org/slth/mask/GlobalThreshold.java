package org.slth.mask;

import java.util.List;
import java.util.Map;

/**
 * One threshold for the whole network, lowered to its place little by little: keep the weights of
 * highest |score| of all arrays together.
 *
 * <pre>
 * e = w 1[|s| among the k(t) N highest of the network],   dL/ds = dL/de w sign(s)
 * k(t) = 1 + (keepFraction − 1) min(1, max(0, (t − from) / (to − from)))
 * </pre>
 *
 * <p><i>N</i> is the number of weights, <i>t</i> the epoch. Scores start as spread as the weights,
 * so arrays of smaller fan-in keep more at first, as in the authors' code.
 *
 * <p>Options: {@code from} and {@code to}, the epochs between which the fraction falls, 0 and 0
 * unless set: {@code keepFraction} from the start. The authors take 0 and half of the training.
 *
 * <p>T. Huang, T. Chen, M. Fang, V. Menkovski, J. Zhao, L. Yin, Y. Pei, D. C. Mocanu, Z. Wang, M.
 * Pechenizkiy, S. Liu, "You can have better graph neural networks by not training weights at all",
 * LoG 2022, arXiv 2211.15335.
 */
public final class GlobalThreshold implements MaskStrategyProvider {

  @Override
  public String id() {
    return "slth:global-threshold";
  }

  @Override
  public Map<String, Double> options() {
    return Map.of("from", 0.0, "to", 0.0);
  }

  @Override
  public MaskStrategy create(MaskSettings settings) {
    int from = Options.whole(settings, "from", 0);
    int to = Options.whole(settings, "to", 0);
    if (to < from) {
      throw new IllegalArgumentException(
          "expected to of from or more, got from %d to %d".formatted(from, to));
    }
    return new Strategy(settings.keepFraction(), from, to);
  }

  private record Strategy(double keepFraction, int from, int to) implements MaskStrategy {

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
      long count = Math.round(fraction(step.epoch()) * Scores.size(weights));
      Selection.keepHighest(weights, count);
    }

    private double fraction(int epoch) {
      if (epoch >= to) {
        return keepFraction;
      }
      double way = Math.max(0, epoch - from) / (double) (to - from);
      return 1 + (keepFraction - 1) * way;
    }
  }
}
