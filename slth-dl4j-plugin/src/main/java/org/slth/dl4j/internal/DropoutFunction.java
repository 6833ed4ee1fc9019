package org.slth.dl4j.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dropout of whole fields: y = m v with m = 1/p with probability p, else 0, one number for each
 * field of each example, drawn by ND4J's generator in training; the identity elsewhere.
 */
public final class DropoutFunction implements LayerFunction {

  private final List<FieldRun> runs;
  private final int fields;
  private final double keepProbability;

  private @Nullable INDArray factors; // [batch, fields], of the last forward pass in training

  /**
   * Creates the function of a layer.
   *
   * @param runs the runs of the type
   * @param fields number of fields of the type
   * @param keepProbability p
   */
  public DropoutFunction(List<FieldRun> runs, int fields, double keepProbability) {
    this.runs = List.copyOf(runs);
    this.fields = fields;
    this.keepProbability = keepProbability;
  }

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    INDArray drawn = training ? Workspaces.outside(() -> draw(input)) : null;
    factors = drawn;
    return scaled(input, drawn, context);
  }

  /** A frozen layer goes forward as in inference, and then backward. */
  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    return scaled(epsilon, factors, context);
  }

  private INDArray draw(INDArray input) {
    return Nd4j.rand(DataType.FLOAT, input.size(0), fields)
        .lt(keepProbability)
        .castTo(input.dataType())
        .divi(keepProbability);
  }

  private INDArray scaled(INDArray array, @Nullable INDArray drawn, LayerContext context) {
    INDArray result = context.result(array.shape());
    if (drawn == null) {
      return result.assign(array);
    }
    for (FieldRun run : runs) {
      run.write(result, run.read(array).mul(run.readFields(drawn)));
    }
    return result;
  }
}
