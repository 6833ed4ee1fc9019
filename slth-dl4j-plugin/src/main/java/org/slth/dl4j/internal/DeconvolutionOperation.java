package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A transposed convolution: one {@code deconv2d} forward, one {@code deconv2d_bp} backward, on
 * weights {@code [height, width, out, in]} and images {@code [batch, channels, height, width]}.
 *
 * @param window how the kernel slides over the output
 * @param inputs number of input channels
 * @param outputs number of output channels
 */
public record DeconvolutionOperation(Window window, long inputs, long outputs)
    implements KernelOperation {

  @Override
  public long[] resultShape(long[] input) {
    return new long[] {input[0], outputs, window.length(input[2]), window.length(input[3])};
  }

  @Override
  public INDArray weights(INDArray kernel) {
    return kernel
        .reshape('c', window.size(), window.size(), inputs, outputs)
        .permute(0, 1, 3, 2)
        .dup('c');
  }

  @Override
  public INDArray kernel(INDArray weights) {
    return weights.permute(0, 1, 3, 2);
  }

  @Override
  public void forward(INDArray[] in, INDArray result) {
    Nd4j.exec(operation("deconv2d").addInputs(in).addOutputs(result).build());
  }

  @Override
  public void backward(INDArray[] in, INDArray[] gradients, boolean all) {
    Nd4j.exec(operation("deconv2d_bp").addInputs(in).addOutputs(gradients).build());
  }

  private DynamicCustomOp.DynamicCustomOpsBuilder operation(String name) {
    return DynamicCustomOp.builder(name).addIntegerArguments(window.arguments());
  }
}
