package org.slth.dl4j.layertype;

import java.util.List;
import org.slth.algebra.Matrix;

/** Upper bounds of operator norms between Euclidean spaces. */
public final class NormBound {

  /** Up to this size singular values are affordable: of order size³, about a second. */
  private static final int LARGEST = 1024;

  /** More than the rounding of singular values in double. */
  private static final double ROUNDING = 1 + 1e-9;

  private NormBound() {}

  /**
   * Bounds a matrix by its largest singular value, or where that is too dear by
   *
   * <pre>
   * min( |A|_F, sqrt( |A|_1 |A|_∞ ) )
   * </pre>
   */
  public static double of(Matrix matrix) {
    return Math.min(matrix.rows(), matrix.columns()) <= LARGEST
        ? ROUNDING * matrix.spectralNorm()
        : ROUNDING * Math.min(matrix.frobeniusNorm(), holder(matrix));
  }

  private static double holder(Matrix matrix) {
    double[] rows = new double[matrix.rows()];
    double[] columns = new double[matrix.columns()];
    double largestRow = 0;
    double largestColumn = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double size = Math.abs(matrix.get(i, j));
        rows[i] += size;
        columns[j] += size;
        largestColumn = Math.max(largestColumn, columns[j]);
      }
      largestRow = Math.max(largestRow, rows[i]);
    }
    return Math.sqrt(largestRow * largestColumn);
  }

  /**
   * Bounds a convolution, plain or transposed, of any stride, padding and dilation, by
   *
   * <pre>
   * min( sum over cells of |K(cell)|,  √cells |K beside each other|,  √cells |K above each other| )
   * </pre>
   *
   * The first since each cell moves every pixel to at most one place. The second since an output
   * pixel is the matrix of all K beside each other times the patch it sees, and a pixel is in at
   * most as many patches as there are cells; the third is the second of the adjoint. (S. Singla, S.
   * Feizi, "Fantastic Four", ICLR 2021, for stride 1.)
   *
   * @param cells one matrix between input and output channels for each cell of the kernel
   */
  public static double ofConvolution(List<Matrix> cells) {
    double sum = cells.stream().mapToDouble(NormBound::of).sum();
    double root = Math.sqrt(cells.size());
    Matrix beside = beside(cells);
    Matrix above = beside(cells.stream().map(Matrix::transposed).toList());
    return Math.min(sum, root * Math.min(of(beside), of(above)));
  }

  private static Matrix beside(List<Matrix> cells) {
    int rows = cells.get(0).rows();
    int columns = cells.get(0).columns();
    return Matrix.generate(
        rows, columns * cells.size(), (i, j) -> cells.get(j / columns).get(i, j % columns));
  }
}
