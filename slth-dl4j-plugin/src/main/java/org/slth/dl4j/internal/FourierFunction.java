package org.slth.dl4j.internal;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.algebra.Matrix;
import org.slth.representation.FourierTransform;

/**
 * A pointwise map between the values of functions: with V the values at samples and F their fit,
 *
 * <pre>
 *   y = F s(V x)        dx = V^T ( s'(V x) . (F^T dy) )
 * </pre>
 *
 * for every field. Each product is a convolution with kernels of one cell, over all fields of a run
 * as over images: ND4J has no fast product of one matrix with many. The backward pass computes V x
 * again, which costs less than keeping it, since it is larger than x.
 *
 * @param runs the runs of the type, each with its transform
 * @param pointwise the map s
 */
public record FourierFunction(List<SampledRun> runs, PointwiseMap pointwise)
    implements LayerFunction {

  /** A run of fields and the weights {@code [1, 1, in, out]} that lead to its samples and back. */
  public static final class SampledRun {

    private final FieldRun run;
    private final INDArray toValues; // V
    private final INDArray fromValues; // F
    private final INDArray toErrors; // F transposed
    private final INDArray fromErrors; // V transposed

    /**
     * Makes the weights.
     *
     * @param run the run
     * @param transform of the representation of its fields
     * @param type the network's data type
     */
    public SampledRun(FieldRun run, FourierTransform transform, DataType type) {
      this.run = run;
      this.toValues = weights(transform.values().transposed(), type);
      this.fromValues = weights(transform.fit().transposed(), type);
      this.toErrors = weights(transform.fit(), type);
      this.fromErrors = weights(transform.values(), type);
    }

    private static INDArray weights(Matrix matrix, DataType type) {
      return Workspaces.outside(
          () -> Nd4jBridge.array(matrix, type).reshape('c', 1, 1, matrix.rows(), matrix.columns()));
    }

    private INDArray read(INDArray array) {
      INDArray part = run.read(array); // [batch, count, dimension, pixels]
      return part.reshape('c', part.size(0) * run.count(), run.dimension(), 1, part.size(3));
    }
  }

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    INDArray result = context.result(input.shape());
    for (SampledRun run : runs) {
      INDArray values = product(run.read(input), run.toValues);
      write(run, result, pointwise.value(values, training), run.fromValues);
    }
    return result;
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    INDArray result = context.result(input.shape());
    for (SampledRun run : runs) {
      INDArray values = product(run.read(input), run.toValues);
      INDArray errors = product(run.read(epsilon), run.toErrors);
      write(run, result, pointwise.gradient(values, errors), run.fromErrors);
    }
    return result;
  }

  private static INDArray product(INDArray x, INDArray weights) {
    INDArray result =
        Nd4j.createUninitialized(
            x.dataType(), new long[] {x.size(0), weights.size(3), 1, x.size(3)}, 'c');
    convolve(x, weights, result);
    return result;
  }

  /** Writes a product, without a copy if the run is all there is. */
  private void write(SampledRun run, INDArray result, INDArray values, INDArray weights) {
    if (runs.size() == 1) {
      convolve(
          values,
          weights,
          result.reshape('c', true, values.size(0), weights.size(3), 1, values.size(3)));
    } else {
      run.run.write(result, product(values, weights));
    }
  }

  private static void convolve(INDArray x, INDArray weights, INDArray result) {
    Nd4j.exec(
        DynamicCustomOp.builder("conv2d")
            .addInputs(x, weights)
            .addOutputs(result)
            .addIntegerArguments(1, 1, 1, 1, 0, 0, 1, 1, 0)
            .build());
  }
}
