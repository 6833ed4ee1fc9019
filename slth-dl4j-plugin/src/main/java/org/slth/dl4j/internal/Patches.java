package org.slth.dl4j.internal;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.blas.Availability;
import org.slth.dl4j.internal.blas.OneThread;
import org.slth.dl4j.internal.blas.Operand;
import org.slth.dl4j.internal.blas.Products;
import org.slth.dl4j.internal.rows.Numbers;
import org.slth.dl4j.internal.rows.Shares;

/**
 * What a kernel of a few input channels sees at each position, as a matrix {@code [numbers of the
 * kernel, positions]} for each image, for the gradient by its weights alone: {@code conv2d_bp}
 * makes the gradient by the input too, which for one channel takes longer than all the rest.
 *
 * @param window how the kernel slides
 * @param inputs number of input channels
 */
record Patches(Window window, long inputs) {

  /** Most numbers of a patch; more of them take too much memory. */
  private static final long MOST = 256;

  /** Sums of so many parts of a batch are added up at the end, however many threads there are. */
  private static final int PARTS = 8;

  /** Returns whether this way pays, and is there. */
  boolean areFew(DataType type) {
    boolean known = type == DataType.FLOAT || type == DataType.DOUBLE;
    return known && Availability.HERE && numbers() <= MOST;
  }

  private int numbers() {
    return Math.toIntExact(inputs * window.extent() * window.extent());
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
    int batch = Math.toIntExact(input.size(0));
    long outputs = byResult.size(1);
    long positions = byResult.size(2) * byResult.size(3);
    Numbers images = Numbers.of(input);
    INDArray sums = Nd4j.zeros(input.dataType(), PARTS, numbers(), outputs);
    try (OneThread only = OneThread.begin()) {
      Shares.over(
          PARTS,
          numbers() * positions * batch / PARTS,
          (from, to) -> {
            View view = new View(input, byResult);
            for (int part = from; part < to; part++) {
              int end = batch * (part + 1) / PARTS;
              for (int image = batch * part / PARTS; image < end; image++) {
                view.add(images, image, part, sums);
              }
            }
          });
    }
    byWeights.assign(sums.sum(0).reshape(byWeights.shape()));
  }

  /** The patches of one image at a time. */
  private final class View {

    private final int height;
    private final int width;
    private final INDArray errors;
    private final int rows;
    private final int columns;
    private final INDArray matrix;
    private final Numbers numbers;

    View(INDArray input, INDArray errors) {
      this.height = (int) input.size(2);
      this.width = (int) input.size(3);
      this.errors = errors;
      this.rows = (int) errors.size(2);
      this.columns = (int) errors.size(3);
      this.matrix = Nd4j.createUninitialized(input.dataType(), numbers(), (long) rows * columns);
      this.numbers = Numbers.like(matrix); // zeros, and those of the padding stay so
    }

    void add(Numbers images, int image, int part, INDArray sums) {
      int row = 0;
      for (int y = 0; y < window.extent(); y++) {
        for (int x = 0; x < window.extent(); x++) {
          for (int channel = 0; channel < inputs; channel++, row++) {
            int first = (image * (int) inputs + channel) * height * width;
            copy(images, first, y - before(height, rows), x - before(width, columns), row);
          }
        }
      }
      numbers.write(matrix);
      long outputs = errors.size(1);
      long positions = matrix.size(1);
      Products.of(matrix.dataType())
          .multiply(
              matrix.size(0),
              outputs,
              positions,
              1,
              Operand.of(matrix, positions),
              Operand.of(errors, positions).from(image * outputs * positions).transpose(),
              1,
              Operand.of(sums, outputs).from(part * matrix.size(0) * outputs));
    }

    /** Copies the pixels that a cell of the kernel sees, its offset from each position given. */
    private void copy(Numbers images, int first, int down, int right, int row) {
      int stride = window.stride();
      int start = Math.max(0, -Math.floorDiv(right, stride));
      int end = Math.min(columns, -Math.floorDiv(right - width, stride));
      for (int i = 0; i < rows; i++) {
        int y = i * stride + down;
        if (y >= 0 && y < height && start < end) {
          int from = first + y * width + start * stride + right;
          numbers.copy(images, from, stride, (row * rows + i) * columns + start, 1, end - start);
        }
      }
    }
  }

  /** Returns the zeros before the first pixel. */
  private int before(long pixels, long positions) {
    long covered = (positions - 1) * window.stride() + window.extent();
    return window.same() ? (int) Math.max(0, (covered - pixels) / 2) : window.padding();
  }
}
