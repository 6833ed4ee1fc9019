package org.slth.algebra;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * <i>A</i> = <i>V</i> diag(λ) <i>Vᵀ</i>: the eigenvalues of a symmetric matrix in ascending order,
 * with an orthonormal basis of eigenvectors.
 */
public final class SymmetricEigen {

  private final List<Double> values;
  private final Matrix vectors;

  private SymmetricEigen(List<Double> values, Matrix vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * {@return the eigenvalues and eigenvectors of a symmetric matrix; of order <i>n</i>³}
   *
   * @param matrix equal to its transposed matrix, exactly so: average the two first
   * @throws IllegalArgumentException if it is not
   */
  public static SymmetricEigen of(Matrix matrix) {
    matrix.requireSquare();
    if (!matrix.equals(matrix.transposed())) {
      throw new IllegalArgumentException("expected an exactly symmetric matrix");
    }
    int n = matrix.rows();
    var solver = DecompositionFactory_DDRM.eig(n, true, true);
    if (!solver.decompose(matrix.toEjml())) {
      throw new ArithmeticException("the eigenvalue iteration did not converge");
    }
    List<Integer> order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> solver.getEigenvalue(i).getReal()))
            .toList();
    return new SymmetricEigen(
        order.stream().map(i -> solver.getEigenvalue(i).getReal()).toList(),
        Matrix.generate(n, n, (i, j) -> solver.getEigenVector(order.get(j)).get(i, 0)));
  }

  /** {@return the number of eigenvalues, counted with multiplicity} */
  public int size() {
    return values.size();
  }

  /**
   * {@return an eigenvalue}
   *
   * @param index from 0, ascending
   */
  public double value(int index) {
    return values.get(index);
  }

  /** {@return the eigenvectors as columns, in the order of the eigenvalues} */
  public Matrix vectors() {
    return vectors;
  }
}
