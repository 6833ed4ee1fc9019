package org.slth.dl4j.internal;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;

/**
 * A convolution whose kernel is expanded from coefficients: one {@code conv2d} forward, one {@code
 * conv2d_bp} backward, on weights {@code [height, width, in, out]} and images {@code [batch,
 * channels, height, width]}.
 *
 * <p>Training expands the kernel once per step, into a buffer that lives as long as the layer.
 * Inference keeps the kernel together with a copy of the coefficients it was made from, and uses it
 * as long as the copy equals the parameters; so nobody has to announce a change of parameters.
 */
public final class ConvolutionFunction implements LayerFunction {

  /** Name of the parameter that holds the coefficients. */
  public static final String WEIGHT = "W";

  /** Name of the parameter that holds the bias coefficients. */
  public static final String BIAS = "b";

  private final Window window;
  private final long outputs;
  private final DataType type;
  private final Supplier<KernelExpansion> kernels;
  private final @Nullable BiasExpansion biases;

  private volatile @Nullable KernelExpansion expansion;
  private volatile @Nullable Expanded cached; // for inference
  private @Nullable INDArray buffer; // for training
  private boolean bufferIsCurrent;

  private record Expanded(INDArray coefficients, INDArray kernel) {}

  /**
   * Creates the function of a layer.
   *
   * @param window how the kernel slides
   * @param outputs number of output channels
   * @param type the network's data type
   * @param kernels makes the expansion at the first use, since that may take long
   * @param biases the expansion of the bias, null for none
   */
  public ConvolutionFunction(
      Window window,
      long outputs,
      DataType type,
      Supplier<KernelExpansion> kernels,
      @Nullable BiasExpansion biases) {
    this.window = window;
    this.outputs = outputs;
    this.type = type;
    this.kernels = kernels;
    this.biases = biases;
  }

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    INDArray coefficients = context.parameter(WEIGHT);
    INDArray kernel = training ? trainingKernel(coefficients) : inferenceKernel(coefficients);
    INDArray result =
        context.result(
            input.size(0),
            outputs,
            window.positions(input.size(2)),
            window.positions(input.size(3)));
    INDArray weights = asWeights(kernel, input);
    INDArray[] inputs =
        biases == null
            ? new INDArray[] {input, weights}
            : new INDArray[] {input, weights, biases.expand(context.parameter(BIAS))};
    execute("conv2d", inputs, result);
    return result;
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    INDArray coefficients = context.parameter(WEIGHT);
    INDArray kernel = bufferIsCurrent && buffer != null ? buffer : trainingKernel(coefficients);
    bufferIsCurrent = false;
    INDArray result = context.result(input.shape());
    INDArray weights = asWeights(kernel, input);
    INDArray kernelGradient = Nd4j.createUninitialized(type, weights.shape(), 'c');
    if (biases == null) {
      execute("conv2d_bp", new INDArray[] {input, weights, epsilon}, result, kernelGradient);
    } else {
      INDArray bias = biases.expand(context.parameter(BIAS));
      INDArray biasGradient = Nd4j.createUninitialized(type, outputs);
      INDArray[] inputs = {input, weights, bias, epsilon};
      execute("conv2d_bp", inputs, result, kernelGradient, biasGradient);
      biases.contract(biasGradient, context.gradient(BIAS));
    }
    expansion().contract(cells(kernelGradient), context.gradient(WEIGHT));
    return result;
  }

  @Override
  public boolean takesDropout() {
    return true;
  }

  private INDArray trainingKernel(INDArray coefficients) {
    INDArray kernel = buffer;
    if (kernel == null) {
      kernel = newKernel();
      buffer = kernel;
    }
    expansion().expand(coefficients, kernel);
    bufferIsCurrent = true;
    return kernel;
  }

  private INDArray inferenceKernel(INDArray coefficients) {
    Expanded known = cached;
    if (known != null && known.coefficients().distance1(coefficients) == 0) {
      return known.kernel();
    }
    Expanded made = Workspaces.outside(() -> expanded(coefficients));
    cached = made;
    return made.kernel();
  }

  private Expanded expanded(INDArray coefficients) {
    INDArray copy = coefficients.dup('c'); // first, so that a later change is noticed
    INDArray kernel = newKernel();
    expansion().expand(copy, kernel);
    return new Expanded(copy, kernel);
  }

  private INDArray newKernel() {
    return Workspaces.outside(() -> Nd4j.createUninitialized(type, expansion().length()));
  }

  private KernelExpansion expansion() {
    KernelExpansion known = expansion;
    if (known == null) {
      synchronized (this) {
        known = expansion;
        if (known == null) {
          known = kernels.get();
          expansion = known;
        }
      }
    }
    return known;
  }

  /** Views a kernel as weights, or copies it into spread ones, with zeros between the cells. */
  private INDArray asWeights(INDArray kernel, INDArray input) {
    long[] shape = {window.size(), window.size(), input.size(1), outputs};
    INDArray weights = kernel.reshape('c', shape);
    if (window.dilation() == 1) {
      return weights;
    }
    INDArray spread = Nd4j.zeros(type, window.extent(), window.extent(), shape[2], outputs);
    cells(spread).assign(weights);
    return spread;
  }

  /** Returns the cells of spread weights that hold the kernel. */
  private INDArray cells(INDArray weights) {
    if (window.dilation() == 1) {
      return weights;
    }
    INDArrayIndex steps = interval(0, window.dilation(), window.extent());
    return weights.get(steps, steps, all(), all());
  }

  private void execute(String name, INDArray[] inputs, INDArray... results) {
    Nd4j.exec(
        DynamicCustomOp.builder(name)
            .addInputs(inputs)
            .addOutputs(results)
            .addIntegerArguments(window.arguments())
            .build());
  }
}
