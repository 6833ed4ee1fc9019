package org.slth.dl4j.internal.expansion;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
        for (int i = 0; i < stack.total() * block.inputs(); i++) {
          int from = coefficient(block, stack, i);
          int step = block.inputs() * block.elements();
          gathered.copy(given, from, step, i * block.outputs(), 1, block.outputs());
        }
        gathered.write(weights);
        INDArray product = product(block, stack, kernel);
        Nd4j.matmul(stack.values(), weights, product, false, false, false);
        Numbers values = Numbers.of(product);
        for (int i = 0; i < stack.parts() * stack.length() * block.inputs(); i++) {
          int to = entry(block, stack, i);
          int from = i * block.outputs();
          result.copy(values, from, 1, to, block.outputDimension(), block.outputs());
        }
      }
    }
    result.write(kernel);
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
        for (int i = 0; i < stack.parts() * stack.length() * block.inputs(); i++) {
          int from = entry(block, stack, i);
          int to = i * block.outputs();
          values.copy(given, from, block.outputDimension(), to, 1, block.outputs());
        }
        values.write(product);
        INDArray weights = weights(block, stack, kernelGradient);
        Nd4j.matmul(stack.values(), product, weights, true, false, false);
        Numbers gathered = Numbers.of(weights);
        for (int i = 0; i < stack.total() * block.inputs(); i++) {
          int to = coefficient(block, stack, i);
          int stride = block.inputs() * block.elements();
          result.copy(gathered, i * block.outputs(), 1, to, stride, block.outputs());
        }
      }
    }
    result.write(coefficientGradient);
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

  /** Returns where the first output's coefficient of the i-th element and input field is. */
  private static int coefficient(KernelBlock block, BasisStack stack, int i) {
    int input = i % block.inputs();
    int element = stack.element(i / block.inputs());
    return block.offset() + input * block.elements() + element;
  }

  /** Returns where the first output field's number of the i-th row and input field is. */
  private int entry(KernelBlock block, BasisStack stack, int i) {
    int row = i / block.inputs();
    int pair = stack.pair(row);
    int input =
        block.inputChannel()
            + i % block.inputs() * block.inputDimension()
            + pair % block.inputDimension();
    int output = block.outputChannel() + pair / block.inputDimension();
    return (row % cells * inputs + input) * outputs + output;
  }
}
