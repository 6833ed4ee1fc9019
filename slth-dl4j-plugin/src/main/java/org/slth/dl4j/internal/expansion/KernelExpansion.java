package org.slth.dl4j.internal.expansion;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.rows.Numbers;

/**
 * The linear map from coefficients to a convolution kernel, and its transpose: <i>K</i> =
 * &sum;<sub>k</sub> w<sub>k</sub> b<sub>k</sub>.
 *
 * <p>Per block and {@link BasisStack} one product of stacked matrices. The kernel has the shape
 * {@code [cells, input channels, output channels]} in C order, which reshapes to DL4J's {@code
 * [height, width, in, out]}. May be used by many threads at once.
 */
public final class KernelExpansion {

  private final List<KernelBlock> blocks;
  private final int cells;
  private final int inputs;
  private final int outputs;

  /**
   * Collects the blocks of a layer.
   *
   * @param blocks one block for each pair of runs that has a basis
   * @param cells cells of the kernel's grid
   * @param inputs input channels
   * @param outputs output channels
   */
  public KernelExpansion(List<KernelBlock> blocks, int cells, int inputs, int outputs) {
    this.blocks = List.copyOf(blocks);
    this.cells = cells;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** Returns the number of numbers in an expanded kernel. */
  public long length() {
    return (long) cells * inputs * outputs;
  }

  /**
   * Writes the kernel of the coefficients.
   *
   * @param coefficients one row {@code [1, total]}
   * @param kernel any array of {@link #length()} numbers in C order, overwritten
   */
  public void expand(INDArray coefficients, INDArray kernel) {
    Numbers given = Numbers.of(coefficients);
    Numbers result = Numbers.like(kernel);
    for (KernelBlock block : blocks) {
      for (BasisStack stack : block.basis()) {
        INDArray weights = weights(block, stack, kernel);
        Numbers gathered = Numbers.like(weights);
        int[] coefficient = block.coefficients(stack);
        int step = block.inputs() * block.elements();
        int count = block.outputs();
        for (int i = 0; i < coefficient.length; i++) {
          gathered.copy(given, coefficient[i], step, i * count, 1, count);
        }
        gathered.write(weights);
        INDArray product = product(block, stack, kernel);
        Nd4j.matmul(stack.values(), weights, product, false, false, false);
        spread(Numbers.of(product), block, stack, result);
      }
    }
    result.write(kernel);
  }

  private void spread(Numbers product, KernelBlock block, BasisStack stack, Numbers kernel) {
    int count = block.outputs();
    for (int row = 0; row < stack.rows(); row++) {
      int to = entry(block, stack, row);
      for (int q = 0; q < block.inputs(); q++, to += block.inputDimension() * outputs) {
        int from = (row * block.inputs() + q) * count;
        kernel.copy(product, from, 1, to, block.outputDimension(), count);
      }
    }
  }

  /**
   * Writes the gradient by the coefficients, given the gradient by the kernel.
   *
   * @param kernelGradient {@link #length()} numbers
   * @param coefficientGradient one row {@code [1, total]}, overwritten
   */
  public void contract(INDArray kernelGradient, INDArray coefficientGradient) {
    Numbers given = Numbers.of(kernelGradient);
    Numbers result = Numbers.like(coefficientGradient);
    for (KernelBlock block : blocks) {
      for (BasisStack stack : block.basis()) {
        INDArray product = product(block, stack, kernelGradient);
        Numbers values = Numbers.like(product);
        collect(given, block, stack, values);
        values.write(product);
        INDArray weights = weights(block, stack, kernelGradient);
        Nd4j.matmul(stack.values(), product, weights, true, false, false);
        Numbers gathered = Numbers.of(weights);
        int[] coefficient = block.coefficients(stack);
        int stride = block.inputs() * block.elements();
        int count = block.outputs();
        for (int i = 0; i < coefficient.length; i++) {
          result.copy(gathered, i * count, 1, coefficient[i], stride, count);
        }
      }
    }
    result.write(coefficientGradient);
  }

  private void collect(Numbers kernel, KernelBlock block, BasisStack stack, Numbers product) {
    int count = block.outputs();
    for (int row = 0; row < stack.rows(); row++) {
      int from = entry(block, stack, row);
      for (int q = 0; q < block.inputs(); q++, from += block.inputDimension() * outputs) {
        int to = (row * block.inputs() + q) * count;
        product.copy(kernel, from, block.outputDimension(), to, 1, count);
      }
    }
  }

  /** Scratch for coefficients {@code [parts, elements, inputs * outputs]}. */
  private static INDArray weights(KernelBlock block, BasisStack stack, INDArray like) {
    long[] shape = {stack.parts(), stack.size(), block.fieldPairs()};
    return Nd4j.createUninitialized(like.dataType(), shape, 'c');
  }

  /** Scratch for numbers of the kernel {@code [parts, pairs * cells, inputs * outputs]}. */
  private static INDArray product(KernelBlock block, BasisStack stack, INDArray like) {
    long[] shape = {stack.parts(), stack.length(), block.fieldPairs()};
    return Nd4j.createUninitialized(like.dataType(), shape, 'c');
  }

  /** Returns where the number of the first fields of a row of the values is in the kernel. */
  private int entry(KernelBlock block, BasisStack stack, int row) {
    int pair = stack.pair(row);
    int input = block.inputChannel() + pair % block.inputDimension();
    int output = block.outputChannel() + pair / block.inputDimension();
    return (row % cells * inputs + input) * outputs + output;
  }
}
