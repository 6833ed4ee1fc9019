package org.slth.dl4j.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.blas.OneThread;
import org.slth.dl4j.internal.expansion.KernelExpansion;
import org.slth.dl4j.internal.rows.HostFloats;

/**
 * The kernel that a layer's coefficients make, expanded when they have changed.
 *
 * <p>Training expands the kernel once per step, into a buffer that lives as long as the layer.
 * Inference keeps the kernel together with a copy of the coefficients it was made from, and uses it
 * as long as the copy equals the parameters; so nobody has to announce a change of parameters.
 */
public final class ExpandedKernel {

  /** Name of the parameter that holds the coefficients. */
  public static final String WEIGHT = "W";

  private final DataType type;
  private final Supplier<KernelExpansion> expansions;

  private volatile @Nullable KernelExpansion expansion;
  private volatile @Nullable Expanded cached; // for inference
  private @Nullable INDArray buffer; // for training
  private boolean bufferIsCurrent;

  private record Expanded(INDArray coefficients, INDArray kernel) {}

  /**
   * Creates the kernel of a layer.
   *
   * @param type the network's data type
   * @param expansions makes the expansion at the first use, since that may take long
   */
  public ExpandedKernel(DataType type, Supplier<KernelExpansion> expansions) {
    this.type = type;
    this.expansions = expansions;
  }

  /** Returns the kernel, its numbers in C order, for a forward pass. */
  INDArray forward(boolean training, LayerContext context) {
    INDArray coefficients = context.parameter(WEIGHT);
    return training ? trainingKernel(coefficients) : inferenceKernel(coefficients);
  }

  /** Returns the kernel for the backward pass that follows a forward pass in training. */
  INDArray backward(LayerContext context) {
    INDArray known = buffer;
    INDArray kernel =
        bufferIsCurrent && known != null ? known : trainingKernel(context.parameter(WEIGHT));
    bufferIsCurrent = false;
    return kernel;
  }

  /** Writes the gradient by the coefficients, given the one by the kernel. */
  @SuppressWarnings("try") // nothing reads the setting
  void contract(INDArray kernelGradient, LayerContext context) {
    try (OneThread only = OneThread.begin()) { // as in expand
      expansion().contract(kernelGradient, context.gradient(WEIGHT));
    }
  }

  private INDArray trainingKernel(INDArray coefficients) {
    INDArray kernel = buffer;
    if (kernel == null) {
      kernel = newKernel();
      buffer = kernel;
    }
    expand(coefficients, kernel);
    bufferIsCurrent = true;
    return kernel;
  }

  private INDArray inferenceKernel(INDArray coefficients) {
    Expanded known = cached;
    if (known != null && same(known.coefficients(), coefficients)) {
      return known.kernel();
    }
    Expanded made = Workspaces.outside(() -> expanded(coefficients));
    cached = made;
    return made.kernel();
  }

  /** Compares floats in place, since ND4J's operations take longer than a small convolution. */
  private static boolean same(INDArray known, INDArray coefficients) {
    return HostFloats.takes(known)
        ? new HostFloats(known).equalNumbers(new HostFloats(coefficients))
        : known.distance1(coefficients) == 0;
  }

  private Expanded expanded(INDArray coefficients) {
    INDArray copy = coefficients.dup('c'); // first, so that a later change is noticed
    INDArray kernel = newKernel();
    expand(copy, kernel);
    return new Expanded(copy, kernel);
  }

  @SuppressWarnings("try") // nothing reads the setting
  private void expand(INDArray coefficients, INDArray kernel) {
    try (OneThread only = OneThread.begin()) { // its products are small
      expansion().expand(coefficients, kernel);
    }
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
          known = expansions.get();
          expansion = known;
        }
      }
    }
    return known;
  }
}
