package org.slth.dl4j.internal;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.algebra.Matrix;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.dl4j.internal.rows.RowKernels.Run;

/**
 * Larger images Y = R X R<sup>T</sup> of every channel, and the gradient dX = R<sup>T</sup> dY R.
 *
 * <p>The product from the right is one of ND4J's, as rows lie one after the other. That from the
 * left has few terms, and is summed in Java: ND4J needs both orders of the pixels for it, which
 * takes ten times as long.
 *
 * @param enlargement makes R
 */
public record UpsamplingFunction(Enlargement enlargement) implements LayerFunction {

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    return between(input, matrix(input, 2), matrix(input, 3), context);
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    Matrix left = matrix(input, 2).transposed();
    return between(epsilon, left, matrix(input, 3).transposed(), context);
  }

  private Matrix matrix(INDArray input, int dimension) {
    return enlargement.matrix(Math.toIntExact(input.size(dimension)));
  }

  /** Returns A X B transposed for every channel X. */
  private static INDArray between(INDArray x, Matrix a, Matrix b, LayerContext context) {
    DataType type = RowKernels.takes(x.dataType()) ? x.dataType() : DataType.FLOAT;
    long images = x.size(0) * x.size(1);
    INDArray rows = x.castTo(type).reshape('c', images * a.columns(), b.columns());
    INDArray product = Nd4j.createUninitialized(type, new long[] {rows.size(0), b.rows()}, 'c');
    Nd4j.matmul(rows, Nd4jBridge.array(b, type), product, false, true, false);
    INDArray result = context.result(x.size(0), x.size(1), a.rows(), b.rows());
    RowKernels pixels = leftProduct(a, RowKernels.of(product), Math.toIntExact(images));
    if (type == x.dataType()) {
      pixels.write(result.reshape('c', pixels.rows(), pixels.columns()));
    } else {
      result.assign(pixels.array(type).reshape('c', result.shape()));
    }
    return result;
  }

  /** Returns A X for images X that lie one below the other. */
  private static RowKernels leftProduct(Matrix a, RowKernels x, int images) {
    RowKernels y = x.empty(Math.multiplyExact(images, a.rows()));
    int width = x.columns();
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        if (a.get(i, j) != 0) {
          Run to = new Run(i * width, a.rows() * width);
          Run from = new Run(j * width, a.columns() * width);
          y.addRuns(to, x, from, images, width, a.get(i, j));
        }
      }
    }
    return y;
  }
}
