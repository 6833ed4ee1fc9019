package org.slth.dl4j.internal.graph;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.RowKernels;
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
    INDArray types = inputs[1];
    INDArray result = context.result(means.rows(), types.size(1) + means.columns());
    left(result, types.size(1)).assign(types);
    right(result, types.size(1)).assign(means.array(types.dataType()));
    return result;
  }

  @Override
  public @Nullable INDArray[] backward(
      INDArray[] inputs, INDArray epsilon, boolean[] wanted, LayerContext context) {
    long types = inputs[1].size(1);
    return new @Nullable INDArray[] {
      wanted[0] ? byNodes(inputs, right(epsilon, types), context) : null,
      wanted[1] ? context.result(inputs[1].shape()).assign(left(epsilon, types)) : null
    };
  }

  private INDArray byNodes(INDArray[] inputs, INDArray byMeans, LayerContext context) {
    RowKernels from = RowKernels.of(byMeans);
    RowKernels sum = from.empty(Math.toIntExact(inputs[0].size(0)));
    ArcSum.mean(members.apply(inputs)).addBack(NodeMap.Block.of(from), NodeMap.Block.of(sum), 1);
    INDArray result = context.result(inputs[0].shape());
    sum.write(result);
    return result;
  }

  private static INDArray left(INDArray joined, long types) {
    return joined.get(all(), interval(0, types));
  }

  private static INDArray right(INDArray joined, long types) {
    return joined.get(all(), interval(types, joined.size(1)));
  }
}
