package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The matrix product y = x W + b of rows {@code [batch, in]} and weights {@code [in, out]}.
 *
 * @param inputs number of input channels
 * @param outputs number of output channels
 */
public record DenseOperation(long inputs, long outputs) implements KernelOperation {

  @Override
  public long[] resultShape(long[] input) {
    return new long[] {input[0], outputs};
  }

  @Override
  public INDArray weights(INDArray kernel) {
    return kernel.reshape('c', inputs, outputs);
  }

  @Override
  public INDArray kernel(INDArray weights) {
    return weights;
  }

  @Override
  public void forward(INDArray[] in, INDArray result) {
    Nd4j.matmul(in[0], in[1], result, false, false, false);
    if (in.length > 2) {
      result.addiRowVector(in[2]);
    }
  }

  @Override
  public void backward(INDArray[] in, INDArray[] gradients, boolean all) {
    INDArray epsilon = in[in.length - 1];
    if (all) {
      Nd4j.matmul(epsilon, in[1], gradients[0], false, true, false);
    }
    Nd4j.matmul(in[0], epsilon, gradients[1], true, false, false);
    if (gradients.length > 2) {
      epsilon.sum(gradients[2], 0);
    }
  }
}
