package org.slth.dl4j.internal.graph;

import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.dl4j.internal.rows.RowKernels.Run;
import org.slth.dl4j.internal.rows.RowMatrix;
import org.slth.dl4j.internal.vertex.VertexFunction;

/**
 * Sum, mean or maximum of the rows of each graph, 0 for a graph without any. Rows after those of
 * the last graph are padding, which is ignored. The gradient of a maximum goes to the first row
 * that reaches it.
 *
 * @param order of the tensor
 * @param kind SUM, AVG or MAX
 */
public record ReadoutFunction(int order, PoolingType kind) implements VertexFunction {

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, LayerContext context) {
    INDArray x = RowMatrix.plain(inputs[0]);
    GraphSizes sizes = GraphSizes.of(inputs[1], 0);
    RowKernels rows = buffer(x, sizes);
    RowKernels result = RowKernels.zeros(x.dataType(), sizes.graphs(), x.size(1));
    long[] starts = sizes.starts(order);
    for (int g = 0; g < sizes.graphs(); g++) {
      int count = GraphSizes.power(sizes.nodes(g), order);
      rows.read(x, starts[g], count);
      if (kind == PoolingType.MAX) {
        for (int c = 0; c < result.columns() && count > 0; c++) {
          result.set(g, c, rows.get(largest(rows, c, count), c));
        }
      } else {
        Run to = new Run(g * rows.columns(), 0);
        Run from = new Run(0, rows.columns());
        result.addRuns(to, rows, from, count, rows.columns(), factor(count));
      }
    }
    INDArray y = context.result(sizes.graphs(), x.size(1));
    result.write(y);
    return y;
  }

  @Override
  public @Nullable INDArray[] backward(
      INDArray[] inputs, INDArray epsilon, boolean[] wanted, LayerContext context) {
    return new @Nullable INDArray[] {wanted[0] ? byInput(inputs, epsilon, context) : null};
  }

  private INDArray byInput(INDArray[] inputs, INDArray epsilon, LayerContext context) {
    INDArray x = RowMatrix.plain(inputs[0]);
    GraphSizes sizes = GraphSizes.of(inputs[1], 0);
    RowKernels dy = RowKernels.of(epsilon);
    RowKernels rows = buffer(x, sizes);
    RowKernels gradient = buffer(x, sizes);
    INDArray dx = context.result(x.shape()).assign(0);
    long[] starts = sizes.starts(order);
    for (int g = 0; g < sizes.graphs(); g++) {
      int count = GraphSizes.power(sizes.nodes(g), order);
      gradient.fill(0, count, 0);
      if (kind == PoolingType.MAX) {
        rows.read(x, starts[g], count);
        for (int c = 0; c < dy.columns() && count > 0; c++) {
          gradient.set(largest(rows, c, count), c, dy.get(g, c));
        }
      } else {
        Run from = new Run(g * dy.columns(), 0);
        gradient.addRuns(new Run(0, dy.columns()), dy, from, count, dy.columns(), factor(count));
      }
      gradient.write(dx, starts[g], count);
    }
    return dx;
  }

  private RowKernels buffer(INDArray x, GraphSizes sizes) {
    return RowKernels.zeros(x.dataType(), GraphSizes.power(sizes.largest(), order), x.size(1));
  }

  private double factor(int count) {
    return kind == PoolingType.AVG ? 1.0 / Math.max(1, count) : 1;
  }

  private static int largest(RowKernels rows, int column, int count) {
    int largest = 0;
    for (int r = 1; r < count; r++) {
      if (rows.get(r, column) > rows.get(largest, column)) {
        largest = r;
      }
    }
    return largest;
  }
}
