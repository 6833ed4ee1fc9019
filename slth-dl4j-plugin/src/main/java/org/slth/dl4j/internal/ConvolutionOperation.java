package org.slth.dl4j.internal;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.slth.dl4j.internal.spectral.ConvolutionShape;
import org.slth.dl4j.internal.spectral.SpectralConvolution;

/**
 * A convolution on weights {@code [height, width, in, out]} and images {@code [batch, channels,
 * height, width]}: through spectra where that is cheaper, else one {@code conv2d} forward and one
 * {@code conv2d_bp} backward.
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
    Optional<SpectralConvolution> spectral = spectral(in[0]);
    if (spectral.isPresent()) {
      INDArray bias = in.length > 2 ? in[2] : null;
      spectral.get().forward(inOrder(in[0]), inOrder(in[1]), bias, result);
    } else {
      Nd4j.exec(operation("conv2d").addInputs(in).addOutputs(result).build());
    }
  }

  @Override
  public void backward(INDArray[] in, INDArray[] gradients, boolean all) {
    INDArray byResult = inOrder(in[in.length - 1]);
    INDArray byBias = gradients.length > 2 ? gradients[2] : null;
    Optional<SpectralConvolution> spectral = spectral(in[0]);
    if (spectral.isPresent()) {
      INDArray byInput = all ? gradients[0] : null;
      spectral
          .get()
          .backward(inOrder(in[0]), inOrder(in[1]), byResult, byInput, gradients[1], byBias);
    } else if (!all && new Patches(window, inputs).areFew(byResult.dataType())) {
      new Patches(window, inputs).gradient(in[0], byResult, gradients[1]);
      if (byBias != null) {
        byResult.sum(byBias, 0, 2, 3);
      }
    } else {
      Nd4j.exec(operation("conv2d_bp").addInputs(in).addOutputs(gradients).build());
    }
  }

  /** Returns the way through spectra, where that is cheaper. */
  private Optional<SpectralConvolution> spectral(INDArray input) {
    int extent = window.extent();
    int padding = window.same() ? (extent - 1) / 2 : window.padding();
    boolean even = window.same() && extent % 2 == 0; // one more zero on one side
    if (window.stride() > 1 || window.dilation() > 1 || even) {
      return Optional.empty();
    }
    ConvolutionShape shape =
        new ConvolutionShape(
            extent, padding, inputs, outputs, input.size(2), input.size(3), input.dataType());
    return SpectralConvolution.of(shape, input.size(0));
  }

  private static INDArray inOrder(INDArray array) {
    return Shape.hasDefaultStridesForShape(array) ? array : array.dup('c');
  }

  private DynamicCustomOp.DynamicCustomOpsBuilder operation(String name) {
    return DynamicCustomOp.builder(name).addIntegerArguments(window.arguments());
  }
}
