package org.slth.dl4j.internal.blas;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.dl4j.internal.rows.Shares;

/** Matrix products by OpenBLAS, <i>C</i> ← α <i>A B</i> + β <i>C</i>, without any copy. */
public enum Products {
  /** Of floats. */
  SINGLE {
    @Override
    public void multiply(
        long m, long n, long k, double alpha, Operand a, Operand b, double beta, Operand c) {
      cblas_sgemm(
          CblasRowMajor,
          transposition(a),
          transposition(b),
          Math.toIntExact(m),
          Math.toIntExact(n),
          Math.toIntExact(k),
          (float) alpha,
          floats(a),
          a.stride(),
          floats(b),
          b.stride(),
          (float) beta,
          floats(c),
          c.stride());
    }
  },
  /** Of doubles. */
  DOUBLE {
    @Override
    public void multiply(
        long m, long n, long k, double alpha, Operand a, Operand b, double beta, Operand c) {
      cblas_dgemm(
          CblasRowMajor,
          transposition(a),
          transposition(b),
          Math.toIntExact(m),
          Math.toIntExact(n),
          Math.toIntExact(k),
          alpha,
          doubles(a),
          a.stride(),
          doubles(b),
          b.stride(),
          beta,
          doubles(c),
          c.stride());
    }
  };

  private static final long COLUMNS = 64;

  /**
   * Returns the products for a type.
   *
   * @param type FLOAT or DOUBLE
   */
  public static Products of(DataType type) {
    return type == DataType.DOUBLE ? DOUBLE : SINGLE;
  }

  /**
   * Overwrites or adds to <i>C</i>.
   *
   * @param m rows of the result
   * @param n columns of the result
   * @param k length of the sums
   * @param alpha factor of the product
   * @param a left side, as the product takes it {@code [m, k]}
   * @param b right side, {@code [k, n]}
   * @param beta factor of what is there; 0 overwrites
   * @param c result, {@code [m, n]}
   */
  public abstract void multiply(
      long m, long n, long k, double alpha, Operand a, Operand b, double beta, Operand c);

  /**
   * The same, its columns shared out between threads.
   *
   * @param m rows of the result
   * @param n columns of the result
   * @param k length of the sums
   * @param alpha factor of the product
   * @param a left side
   * @param b right side
   * @param beta factor of what is there
   * @param c result
   */
  public void multiplyShared(
      long m, long n, long k, double alpha, Operand a, Operand b, double beta, Operand c) {
    int turns = Math.toIntExact((n + COLUMNS - 1) / COLUMNS);
    Shares.over(
        turns,
        COLUMNS * (m + k),
        (from, to) -> {
          long first = from * COLUMNS;
          long count = Math.min(n, to * COLUMNS) - first;
          long stride = b.transposed() ? b.stride() : 1;
          multiply(m, count, k, alpha, a, b.from(first * stride), beta, c.from(first));
        });
  }

  private static int transposition(Operand operand) {
    return operand.transposed() ? CblasTrans : CblasNoTrans;
  }

  private static FloatPointer floats(Operand operand) {
    return new FloatPointer(operand.buffer()).position(operand.offset());
  }

  private static DoublePointer doubles(Operand operand) {
    return new DoublePointer(operand.buffer()).position(operand.offset());
  }
}
