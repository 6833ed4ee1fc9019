package org.slth.dl4j.internal;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;

/**
 * A convolution: one {@code conv2d} forward, one {@code conv2d_bp} backward, on weights {@code
 * [height, width, in, out]} and images {@code [batch, channels, height, width]}.
 *
 * @param window how the kernel slides
 * @param inputs number of input channels
 * @param outputs number of output channels
 */
public record ConvolutionOperation(Window window, long inputs, long outputs)
    implements KernelOperation {

  @Override
  public long[] resultShape(long[] input) {
    return new long[] {input[0], outputs, window.positions(input[2]), window.positions(input[3])};
  }

  /** Dilated weights have zeros between the cells. */
  @Override
  public INDArray weights(INDArray kernel) {
    INDArray weights = kernel.reshape('c', window.size(), window.size(), inputs, outputs);
    if (window.dilation() == 1) {
      return weights;
    }
    INDArray spread =
        Nd4j.zeros(kernel.dataType(), window.extent(), window.extent(), inputs, outputs);
    kernel(spread).assign(weights);
    return spread;
  }

  @Override
  public INDArray kernel(INDArray weights) {
    if (window.dilation() == 1) {
      return weights;
    }
    INDArrayIndex steps = interval(0, window.dilation(), window.extent());
    return weights.get(steps, steps, all(), all());
  }

  @Override
  public void forward(INDArray[] in, INDArray result) {
    Nd4j.exec(operation("conv2d").addInputs(in).addOutputs(result).build());
  }

  @Override
  public void backward(INDArray[] in, INDArray[] gradients) {
    Nd4j.exec(operation("conv2d_bp").addInputs(in).addOutputs(gradients).build());
  }

  private DynamicCustomOp.DynamicCustomOpsBuilder operation(String name) {
    return DynamicCustomOp.builder(name).addIntegerArguments(window.arguments());
  }
}
