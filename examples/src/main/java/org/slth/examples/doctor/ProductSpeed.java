package org.slth.examples.doctor;

import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How fast matrices are multiplied, in 10<sup>9</sup> operations a second, on as many threads as
 * native code takes.
 *
 * @param blas by BLAS, with which dense layers and spectral convolutions multiply
 * @param oneDnn by oneDNN, with which other convolutions do
 */
record ProductSpeed(double blas, double oneDnn) {

  private static final int SIZE = 512;
  private static final int TRIES = 8;

  /** Below this share of oneDNN's, BLAS has not found the code for the processor. */
  private static final double FAIR = 0.7;

  /** Measures for some hundredths of a second. */
  static ProductSpeed measure() {
    INDArray a = Nd4j.ones(SIZE, SIZE);
    INDArray b = Nd4j.ones(SIZE, SIZE);
    INDArray c = Nd4j.zeros(SIZE, SIZE);
    DynamicCustomOp product =
        DynamicCustomOp.builder("matmul").addInputs(a, b).addOutputs(c).build();
    INDArray columns = c.dup('f');
    return new ProductSpeed(
        fastest(() -> a.mmuli(b, columns)), fastest(() -> Nd4j.getExecutioner().exec(product)));
  }

  private static double fastest(Runnable product) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long begin = System.nanoTime();
      product.run();
      least = Math.min(least, System.nanoTime() - begin);
    }
    return 2.0 * SIZE * SIZE * SIZE / least;
  }

  /** Returns both, and what may mend a slow BLAS. */
  @Override
  public String toString() {
    String speeds = String.format(Locale.ROOT, "BLAS %.0f, oneDNN %.0f Gflop/s", blas, oneDnn);
    return blas >= FAIR * oneDnn
        ? speeds
        : speeds
            + "; where OpenBLAS does not know the processor, OPENBLAS_CORETYPE tells it, such as"
            + " SKYLAKEX for one with AVX-512";
  }
}
