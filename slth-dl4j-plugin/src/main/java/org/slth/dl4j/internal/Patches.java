package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.spectral.OneThread;

/**
 * What a kernel of a few input channels sees at each position, as a matrix, for the gradient by its
 * weights alone: {@code conv2d_bp} makes the gradient by the input too, which for one channel takes
 * longer than all the rest.
 *
 * @param window how the kernel slides
 * @param inputs number of input channels
 */
record Patches(Window window, long inputs) {

  /** Most numbers of a patch; more of them take too much memory. */
  private static final long MOST = 256;

  /** Returns whether this way pays. */
  boolean areFew() {
    return numbers() <= MOST;
  }

  private long numbers() {
    return inputs * window.extent() * window.extent();
  }

  /**
   * Writes the gradient by the weights: the sum over examples and positions of patch times error.
   *
   * @param input the images
   * @param byResult the gradient by the result, in C order
   * @param byWeights {@code [height, width, in, out]}, overwritten
   */
  @SuppressWarnings("try") // nothing reads the setting
  void gradient(INDArray input, INDArray byResult, INDArray byWeights) {
    long batch = input.size(0);
    long outputs = byResult.size(1);
    long height = byResult.size(2);
    long width = byResult.size(3);
    int extent = window.extent();
    long[] shape = {batch, inputs, extent, extent, height, width};
    INDArray patches = Nd4j.createUninitialized(input.dataType(), shape, 'c');
    Nd4j.exec(
        DynamicCustomOp.builder("im2col")
            .addInputs(input)
            .addOutputs(patches)
            .addIntegerArguments(
                extent,
                extent,
                window.stride(),
                window.stride(),
                before(input.size(2), height),
                before(input.size(3), width),
                1,
                1,
                window.same() ? 1 : 0)
            .build());
    long[] each = {batch, numbers(), outputs};
    INDArray products = Nd4j.createUninitialized(input.dataType(), each, 'c');
    INDArray rows = patches.reshape('c', batch, numbers(), height * width);
    INDArray errors = byResult.reshape('c', batch, outputs, height * width);
    try (OneThread only = OneThread.begin()) {
      Nd4j.matmul(rows, errors, products, false, true, false);
    }
    INDArray sum = products.sum(0).reshape('c', inputs, extent, extent, outputs);
    byWeights.assign(sum.permute(1, 2, 0, 3));
  }

  /** Returns the zeros before the first pixel, which {@code im2col} wants to be told. */
  private int before(long pixels, long positions) {
    long covered = (positions - 1) * window.stride() + window.extent();
    return window.same() ? (int) Math.max(0, (covered - pixels) / 2) : window.padding();
  }
}
