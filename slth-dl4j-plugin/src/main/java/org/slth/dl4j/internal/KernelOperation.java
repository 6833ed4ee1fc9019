package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An operation that is linear in its input and in its weights, which are the numbers of a kernel
 * {@code [cells, in, out]} in an order of its own, and the gradients by both.
 */
public interface KernelOperation {

  /**
   * Returns the shape of the result.
   *
   * @param input the shape of the input
   */
  long[] resultShape(long[] input);

  /**
   * Returns the weights that a kernel makes, in C order; a view, where that can be.
   *
   * @param kernel its numbers in C order
   */
  INDArray weights(INDArray kernel);

  /**
   * Returns the part of weights that comes from the kernel, as {@code [cells, in, out]}: the
   * transpose of {@link #weights}.
   *
   * @param weights as {@link #weights} makes them
   */
  INDArray kernel(INDArray weights);

  /**
   * Writes the result.
   *
   * @param inputs the input, the weights and, perhaps, a bias {@code [out]}
   * @param result overwritten
   */
  void forward(INDArray[] inputs, INDArray result);

  /**
   * Writes the gradients.
   *
   * @param inputs those of {@link #forward}, and then the gradient by the result
   * @param gradients the gradient by each of the former, overwritten; the first one only if it is
   *     wanted
   * @param all whether the gradient by the input is wanted
   */
  void backward(INDArray[] inputs, INDArray[] gradients, boolean all);
}
