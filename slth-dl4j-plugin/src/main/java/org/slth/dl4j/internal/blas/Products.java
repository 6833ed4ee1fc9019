package org.slth.dl4j.internal.blas;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.dl4j.internal.rows.Shares;

/** Matrix products by OpenBLAS, <i>C</i> ← α <i>A B</i> + β <i>C</i>, without any copy. */
public enum Products {
  /** Of floats. */
  SINGLE {
    @Override
    void call(long m, long n, long k, double alpha, Operand a, Operand b, double beta, Operand c) {
      cblas_sgemm(
          CblasRowMajor,
          transposition(a),
          transposition(b),
          Math.toIntExact(m),
          Math.toIntExact(n),
          Math.toIntExact(k),
          (float) alpha,
          new Floats(a),
          a.stride(),
          new Floats(b),
          b.stride(),
          (float) beta,
          new Floats(c),
          c.stride());
    }
  },
  /** Of doubles. */
  DOUBLE {
    @Override
    void call(long m, long n, long k, double alpha, Operand a, Operand b, double beta, Operand c) {
      cblas_dgemm(
          CblasRowMajor,
          transposition(a),
          transposition(b),
          Math.toIntExact(m),
          Math.toIntExact(n),
          Math.toIntExact(k),
          alpha,
          new Doubles(a),
          a.stride(),
          new Doubles(b),
          b.stride(),
          beta,
          new Doubles(c),
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
  public void multiply(
      long m, long n, long k, double alpha, Operand a, Operand b, double beta, Operand c) {
    try {
      call(m, n, k, alpha, a, b, beta, c);
    } finally {
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(b);
      Reference.reachabilityFence(c);
    }
  }

  abstract void call(
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

  /** The address alone; pointers that JavaCPP makes from others watch over their memory as well. */
  private static final class Floats extends FloatPointer {

    Floats(Operand operand) {
      address = operand.address(Float.BYTES);
    }
  }

  /** The address alone. */
  private static final class Doubles extends DoublePointer {

    Doubles(Operand operand) {
      address = operand.address(Double.BYTES);
    }
  }
}
