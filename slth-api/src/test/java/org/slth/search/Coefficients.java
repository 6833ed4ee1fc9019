package org.slth.search;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;

/** A dense layer as its coefficients, which no framework builds. */
public record Coefficients(List<double[]> columns, boolean hasConstant) implements TargetLayer {

  /** Uniform on (-1, 1), and on (-reach, reach) behind the first input. */
  public static Coefficients random(int inputs, int outputs, double reach) {
    var random = new SplittableRandom(inputs);
    return new Coefficients(
        IntStream.range(0, inputs)
            .mapToObj(q -> q == 0 ? reach : 1)
            .map(bound -> random.doubles(outputs, -bound, bound).toArray())
            .toList(),
        true);
  }

  @Override
  public int inputs() {
    return columns.size();
  }

  @Override
  public double[] targets(int input) {
    return columns.get(input).clone();
  }

  @Override
  public long sourceParameters(int[] copies) {
    return IntStream.of(copies).mapToLong(m -> m * (inputs() + (long) targets(0).length)).sum();
  }

  @Override
  public List<PlannedLayer> pair(MaskedPair kept) {
    throw new UnsupportedOperationException("only searched, never built");
  }
}
