package org.slth.dl4j.internal.graph;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.dl4j.internal.rows.RowKernels.Run;
import org.slth.dl4j.internal.vertex.VertexFunction;

/**
 * The types of sets, joined with the mean of the features of their members.
 *
 * @param members reads the pairs (set, node) from the inputs nodes, types, members
 */
public record SetPoolingFunction(Function<INDArray[], Adjacency> members)
    implements VertexFunction {

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, LayerContext context) {
    Adjacency pairs = members.apply(inputs);
    RowKernels nodes = RowKernels.of(inputs[0]);
    RowKernels means = nodes.empty(pairs.targets());
    ArcSum.mean(pairs).add(NodeMap.Block.of(nodes), NodeMap.Block.of(means), 1);
    RowKernels types = RowKernels.of(inputs[1]);
    int width = types.columns() + means.columns();
    RowKernels joined = RowKernels.zeros(inputs[1].dataType(), means.rows(), width);
    copy(types, 0, joined, 0, types.columns());
    copy(means, 0, joined, types.columns(), means.columns());
    return written(joined, context);
  }

  @Override
  public @Nullable INDArray[] backward(
      INDArray[] inputs, INDArray epsilon, boolean[] wanted, LayerContext context) {
    RowKernels byJoined = RowKernels.of(epsilon);
    int types = Math.toIntExact(inputs[1].size(1));
    RowKernels byTypes = RowKernels.zeros(epsilon.dataType(), byJoined.rows(), types);
    copy(byJoined, 0, byTypes, 0, types);
    return new @Nullable INDArray[] {
      wanted[0] ? byNodes(inputs, byJoined, types, context) : null,
      wanted[1] ? written(byTypes, context) : null
    };
  }

  private INDArray byNodes(
      INDArray[] inputs, RowKernels byJoined, int types, LayerContext context) {
    long channels = inputs[0].size(1);
    RowKernels byMeans = RowKernels.zeros(inputs[0].dataType(), byJoined.rows(), channels);
    copy(byJoined, types, byMeans, 0, byMeans.columns());
    RowKernels sum = byMeans.empty(Math.toIntExact(inputs[0].size(0)));
    ArcSum.mean(members.apply(inputs)).addBack(NodeMap.Block.of(byMeans), NodeMap.Block.of(sum), 1);
    return written(sum, context);
  }

  /** Copies some columns of all rows into columns that are zero. */
  private static void copy(RowKernels from, int first, RowKernels to, int column, int count) {
    Run source = new Run(first, from.columns());
    to.addRuns(new Run(column, to.columns()), from, source, from.rows(), count, 1);
  }

  private static INDArray written(RowKernels rows, LayerContext context) {
    INDArray result = context.result(rows.rows(), rows.columns());
    rows.write(result);
    return result;
  }
}
