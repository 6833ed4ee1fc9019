package org.slth.algebra;

/**
 * <i>A</i> = <i>V</i> diag(λ) <i>Vᵀ</i>: the eigenvalues of a symmetric matrix in ascending order,
 * with an orthonormal basis of eigenvectors.
 */
public final class SymmetricEigen {

  private final double[] values;
  private final Matrix vectors;

  SymmetricEigen(double[] values, Matrix vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** {@return the number of eigenvalues, counted with multiplicity} */
  public int size() {
    return values.length;
  }

  /**
   * {@return an eigenvalue}
   *
   * @param index from 0, ascending
   */
  public double value(int index) {
    return values[index];
  }

  /** {@return the eigenvectors as columns, in the order of the eigenvalues} */
  public Matrix vectors() {
    return vectors;
  }
}
