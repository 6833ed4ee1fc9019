package org.slth.mask;

import java.util.List;
import java.util.Map;

/**
 * Biprop: edge-popup on signs. What is kept has one magnitude per array, so a ticket needs two bits
 * per weight and one number.
 *
 * <pre>
 * e = α sign(w) 1[|s| among the k highest of the array],   α = mean |w| of those kept
 * dL/ds = dL/de w sign(s)
 * </pre>
 *
 * <p>The gradient is that of the authors' code, which multiplies by |<i>w</i>| where the equation
 * for <i>e</i>, with α held fixed, has α. For weights of one magnitude both are the same.
 *
 * <p>J. Diffenderfer, B. Kailkhura, "Multi-prize lottery ticket hypothesis: finding accurate binary
 * neural networks by pruning a randomly weighted network", ICLR 2021, arXiv 2103.09377.
 */
public final class Biprop implements MaskStrategyProvider {

  @Override
  public String id() {
    return "slth:biprop";
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
      return Reach.ANY;
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
        int count = settings.kept(array.size());
        Selection highest = Selection.ofHighest(array, count);
        double magnitude = 0;
        for (int i = 0; i < array.size(); i++) {
          magnitude += highest.keeps(array, i) ? Math.abs(array.weight(i)) : 0;
        }
        magnitude /= Math.max(1, count);
        for (int i = 0; i < array.size(); i++) {
          boolean kept = highest.keeps(array, i);
          array.setEffective(i, kept ? magnitude * Math.signum(array.weight(i)) : 0);
        }
      }
    }
  }
}
