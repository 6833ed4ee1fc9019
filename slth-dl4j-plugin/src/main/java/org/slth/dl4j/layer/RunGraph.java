package org.slth.dl4j.layer;

import java.util.List;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.slth.algebra.Matrix;
import org.slth.dl4j.internal.FieldPoolingFunction;
import org.slth.dl4j.internal.FieldRun;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.representation.FieldType;

/**
 * A run of equal fields in a SameDiff graph.
 *
 * @param run which one
 * @param whole whether there is no other
 */
record RunGraph(FieldRun run, boolean whole) {

  static List<RunGraph> of(FieldType type) {
    List<FieldRun> runs = FieldRun.of(type);
    return runs.stream().map(run -> new RunGraph(run, runs.size() == 1)).toList();
  }

  /** The run as [batch, count, dimension, pixels]. */
  SDVariable read(SDVariable x) {
    long channels = (long) run.count() * run.dimension();
    SDVariable part = whole ? x : slice(x, run.channel(), run.channel() + channels);
    return part.reshape(-1, run.count(), run.dimension(), pixels(x));
  }

  private static SDVariable slice(SDVariable x, long from, long to) {
    return x.getShape().length == 4
        ? x.get(SDIndex.all(), SDIndex.interval(from, to), SDIndex.all(), SDIndex.all())
        : x.get(SDIndex.all(), SDIndex.interval(from, to));
  }

  /** Some neighbours of a row [1, n]; the gradient of a strided slice of a row is wrong. */
  static SDVariable numbers(SDVariable row, int from, int count) {
    return row.getSameDiff().slice(row, new int[] {0, from}, 1, count);
  }

  /** The norms [batch, count, 1, pixels] of [batch, count, dimension, pixels]. */
  SDVariable norms(SDVariable part) {
    SameDiff graph = part.getSameDiff();
    return graph.math().sqrt(graph.math().square(part).sum(true, 2).add(FieldPoolingFunction.TINY));
  }

  /** The products [batch, count, rows, pixels] of a matrix with the vectors of all fields of x. */
  SDVariable times(Matrix matrix, SDVariable part, SDVariable x) {
    SameDiff graph = x.getSameDiff();
    long pixels = pixels(x);
    Conv2DConfig config = Conv2DConfig.builder().kH(1).kW(1).build();
    SDVariable weights =
        graph
            .constant(Nd4jBridge.array(matrix.transposed(), x.dataType()))
            .reshape(1, 1, matrix.columns(), matrix.rows());
    return graph
        .cnn()
        .conv2d(part.reshape(-1, matrix.columns(), 1, pixels), weights, config)
        .reshape(-1, run.count(), matrix.rows(), pixels);
  }

  /** One number per field and pixel, in the shape of the input but for the channels. */
  SDVariable writeFields(SDVariable x, SDVariable values) {
    return write(x, values, run.count());
  }

  /** All numbers, in the shape of the input. */
  SDVariable write(SDVariable x, SDVariable values) {
    return write(x, values, (long) run.count() * run.dimension());
  }

  private static SDVariable write(SDVariable x, SDVariable values, long channels) {
    long[] shape = x.getShape();
    return shape.length == 4
        ? values.reshape(-1, channels, shape[2], shape[3])
        : values.reshape(-1, channels);
  }

  static SDVariable joined(SameDiff graph, List<SDVariable> parts) {
    return parts.size() == 1 ? parts.get(0) : graph.concat(1, parts.toArray(new SDVariable[0]));
  }

  private static long pixels(SDVariable x) {
    long[] shape = x.getShape();
    return shape.length == 4 ? shape[2] * shape[3] : 1;
  }
}
