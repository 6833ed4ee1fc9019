package org.slth.dl4j.internal.vertex;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.LayerContext;

/**
 * What one vertex of a graph of layers computes, written by hand: the twin of {@link
 * org.slth.dl4j.internal.LayerFunction} for several inputs.
 *
 * <p>A function neither modifies nor keeps the arrays it is given. {@link #forward} without
 * training may be called by many threads at once; training is single-threaded, as in DL4J.
 */
public interface VertexFunction {

  /**
   * Returns the output for the inputs.
   *
   * @param inputs tensors first, then what describes the structure of the batch
   * @param training whether a call of {@link #backward} for the same inputs follows
   * @param context where parameters are read and the result is allocated
   */
  INDArray forward(INDArray[] inputs, boolean training, LayerContext context);

  /**
   * Returns the gradients by the tensors among the inputs, in their order, and writes the gradient
   * by every parameter into its view.
   *
   * @param inputs the inputs of the last {@link #forward}
   * @param epsilon the gradient by the output
   * @param wanted for each tensor, whether anybody needs its gradient; null stands for the others
   * @param context where parameters are read, and where gradients and results are written; every
   *     result is an array of its own, since DL4J adds to them in place
   */
  @Nullable INDArray[] backward(
      INDArray[] inputs, INDArray epsilon, boolean[] wanted, LayerContext context);
}
