package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one layer computes, written by hand: its output and, given the gradient of the loss by the
 * output, the gradients by its input and by its parameters.
 *
 * <p>A function neither modifies nor keeps the arrays it is given. {@link #forward} without
 * training may be called by many threads at once; training is single-threaded, as in DL4J.
 */
public interface LayerFunction {

  /**
   * Returns the output for the input.
   *
   * @param input the layer's input {@code [batch, channels, ...]}
   * @param training whether a call of {@link #backward} for the same input follows
   * @param context where parameters are read and the result is allocated
   */
  INDArray forward(INDArray input, boolean training, LayerContext context);

  /**
   * Returns the gradient by the input, and writes the gradient by every parameter into its view.
   *
   * @param input the input of the last {@link #forward}
   * @param epsilon the gradient by the output
   * @param context where parameters are read, and where gradients and the result are written
   */
  INDArray backward(INDArray input, INDArray epsilon, LayerContext context);

  /**
   * Returns whether DL4J's dropout applies to the input, as it does for DL4J's own convolutions and
   * dense layers but not for normalisation, activation and pooling.
   */
  default boolean takesDropout() {
    return false;
  }
}
