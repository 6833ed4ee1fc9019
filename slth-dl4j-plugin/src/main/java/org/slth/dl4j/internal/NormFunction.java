package org.slth.dl4j.internal;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The norm nonlinearity: with n = |v| the norm of a field and b its bias,
 *
 * <pre>
 *   y = f v,   f = max(n - b, 0) / n,   f' = (1[n &gt; b] - f) / n
 *   dv = f dy + v f' (v . dy) / n       db = - sum of 1[n &gt; b] (v . dy) / n
 * </pre>
 *
 * @param runs the runs of the type
 */
public record NormFunction(List<FieldRun> runs) implements LayerFunction {

  /** Name of the parameter that holds one bias for each field. */
  public static final String BIAS = "b";

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    INDArray result = context.result(input.shape());
    for (FieldRun run : runs) {
      INDArray v = run.read(input);
      INDArray n = FieldPoolingFunction.norms(v);
      run.write(result, v.mul(excess(n, run.numbers(context.parameter(BIAS))).div(n)));
    }
    return result;
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    INDArray result = context.result(input.shape());
    for (FieldRun run : runs) {
      INDArray v = run.read(input);
      INDArray dy = run.read(epsilon);
      INDArray n = FieldPoolingFunction.norms(v);
      INDArray excess = excess(n, run.numbers(context.parameter(BIAS)));
      INDArray active = excess.gt(0).castTo(n.dataType());
      INDArray along = v.mul(dy).sum(true, 2).divi(n); // (v . dy) / n
      INDArray f = excess.div(n);
      INDArray slope = active.sub(f).divi(n); // f'
      run.write(result, dy.mul(f).addi(v.mul(slope.mul(along))));
      INDArray byBias = active.mul(along).sum(0, 2, 3).negi();
      run.writeNumbers(context.gradient(BIAS), byBias);
    }
    return result;
  }

  private static INDArray excess(INDArray norms, INDArray biases) {
    INDArray excess = norms.sub(biases);
    return excess.muli(excess.gt(0).castTo(excess.dataType()));
  }
}
