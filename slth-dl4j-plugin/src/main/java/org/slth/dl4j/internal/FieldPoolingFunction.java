package org.slth.dl4j.internal;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.slth.dl4j.internal.rows.FloatFieldPooling;

/**
 * One invariant number per field: the maximum or the mean of the channels that the group permutes,
 * and the norm of other fields.
 *
 * @param runs the runs of the input type
 * @param fields number of fields of the input type
 * @param maximum whether the maximum is taken, else the mean
 */
public record FieldPoolingFunction(List<FieldRun> runs, int fields, boolean maximum)
    implements LayerFunction {

  /** Added to a squared norm, so that the norm has a gradient at zero. */
  public static final double TINY = 1e-10;

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    long[] shape = input.shape().clone();
    shape[1] = fields;
    INDArray result = context.result(shape);
    for (FieldRun run : runs) {
      if (run.permutes() && FloatFieldPooling.takes(input)) {
        loops(run).forward(input, result);
        continue;
      }
      INDArray part = run.read(input);
      run.writeFields(result, run.permutes() ? pool(part) : norms(part));
    }
    return result;
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    INDArray result = context.result(input.shape());
    for (FieldRun run : runs) {
      if (run.permutes() && FloatFieldPooling.takes(input)) {
        loops(run).backward(input, epsilon, result);
        continue;
      }
      INDArray part = run.read(input);
      INDArray error = run.readFields(epsilon).dup('c');
      if (run.permutes()) {
        INDArray gradient = Nd4j.createUninitialized(part.dataType(), part.shape(), 'c');
        Nd4j.exec(operation("_bp", part).addInputs(part, error).addOutputs(gradient).build());
        run.write(result, gradient);
      } else {
        run.write(result, part.mul(error.divi(norms(part))));
      }
    }
    return result;
  }

  private FloatFieldPooling loops(FieldRun run) {
    return new FloatFieldPooling(run.channel(), run.field(), run.count(), run.dimension(), maximum);
  }

  private INDArray pool(INDArray part) {
    INDArray result =
        Nd4j.createUninitialized(
            part.dataType(), new long[] {part.size(0), part.size(1), 1, part.size(3)}, 'c');
    Nd4j.exec(operation("", part).addInputs(part).addOutputs(result).build());
    return result;
  }

  /** ND4J's image pooling is many times faster than its reductions over an inner dimension. */
  private DynamicCustomOp.DynamicCustomOpsBuilder operation(String suffix, INDArray part) {
    int d = (int) part.size(2);
    return DynamicCustomOp.builder((maximum ? "maxpool2d" : "avgpool2d") + suffix)
        .addIntegerArguments(d, 1, d, 1, 0, 0, 1, 1, 0, 0, 0);
  }

  /** Returns the norms of the vectors of [batch, count, dimension, pixels]. */
  static INDArray norms(INDArray part) {
    return Transforms.sqrt(part.mul(part).sum(true, 2).addi(TINY), false);
  }
}
