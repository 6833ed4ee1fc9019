package org.slth.dl4j.internal;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The linear map from coefficients to a convolution kernel, and its transpose: <i>K</i> =
 * &sum;<sub>k</sub> w<sub>k</sub> b<sub>k</sub>.
 *
 * <p>Per block one matrix product and one permutation of rank five. The kernel has the shape {@code
 * [cells, input channels, output channels]} in C order, which reshapes to DL4J's {@code [height,
 * width, in, out]}.
 */
public final class KernelExpansion {

  private final List<KernelBlock> blocks;
  private final long cells;
  private final long inputs;
  private final long outputs;

  /**
   * Collects the blocks of a layer.
   *
   * @param blocks one block for each pair of runs that has a basis
   * @param cells cells of the kernel's grid
   * @param inputs input channels
   * @param outputs output channels
   */
  public KernelExpansion(List<KernelBlock> blocks, long cells, long inputs, long outputs) {
    this.blocks = List.copyOf(blocks);
    this.cells = cells;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** Returns the number of numbers in an expanded kernel. */
  public long length() {
    return cells * inputs * outputs;
  }

  /**
   * Writes the kernel of the coefficients.
   *
   * @param coefficients one row {@code [1, total]}
   * @param kernel any array of {@link #length()} numbers in C order, overwritten
   */
  public void expand(INDArray coefficients, INDArray kernel) {
    INDArray all = kernel.reshape('c', cells, inputs, outputs);
    if (!coversAll()) {
      all.assign(0);
    }
    for (KernelBlock block : blocks) {
      INDArray product =
          Nd4j.createUninitialized(
              kernel.dataType(), new long[] {block.pairs(), block.basis().size(1)}, 'c');
      rows(coefficients, block).mmuli(block.basis(), product);
      INDArray fields =
          product.reshape(
              'c',
              block.outputs(),
              block.inputs(),
              cells,
              block.inputDimension(),
              block.outputDimension());
      part(all, block).assign(fields.permute(2, 1, 3, 0, 4));
    }
  }

  /**
   * Writes the gradient by the coefficients, given the gradient by the kernel.
   *
   * @param kernelGradient {@link #length()} numbers in C order
   * @param coefficientGradient one row {@code [1, total]}, overwritten
   */
  public void contract(INDArray kernelGradient, INDArray coefficientGradient) {
    INDArray all = kernelGradient.reshape('c', cells, inputs, outputs);
    for (KernelBlock block : blocks) {
      INDArray fields = part(all, block).permute(3, 1, 0, 2, 4).dup('c');
      INDArray flat = fields.reshape('c', block.pairs(), block.basis().size(1));
      rows(coefficientGradient, block).assign(Nd4j.gemm(flat, block.basis(), false, true));
    }
  }

  private boolean coversAll() {
    long covered = 0;
    for (KernelBlock block : blocks) {
      covered +=
          (long) block.outputs()
              * block.outputDimension()
              * block.inputs()
              * block.inputDimension();
    }
    return covered == inputs * outputs;
  }

  /** Views the block's coefficients as one row per pair of fields. */
  private static INDArray rows(INDArray coefficients, KernelBlock block) {
    return coefficients
        .reshape(new long[] {coefficients.length()})
        .get(interval(block.offset(), block.offset() + block.coefficients()))
        .reshape('c', block.pairs(), block.elements());
  }

  /** Views the block's part of a kernel as [cells, input, its channel, output, its channel]. */
  private static INDArray part(INDArray kernel, KernelBlock block) {
    long in = (long) block.inputs() * block.inputDimension();
    long out = (long) block.outputs() * block.outputDimension();
    INDArray view =
        kernel.get(
            all(),
            interval(block.inputChannel(), block.inputChannel() + in),
            interval(block.outputChannel(), block.outputChannel() + out));
    return view.reshape(
        'c',
        true, // never a copy: the caller writes through it
        kernel.size(0),
        block.inputs(),
        block.inputDimension(),
        block.outputs(),
        block.outputDimension());
  }
}
