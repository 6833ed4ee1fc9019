package org.slth.examples.inertia;

import java.util.Random;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.algebra.Matrix;

/**
 * Point masses <i>m_i</i> at <i>x_i</i> and their moment of inertia, per mass point,
 *
 * <pre>
 * J = (1/k) Σ_i m_i (|x_i|² 1 − x_i x_iᵀ)
 * </pre>
 *
 * <p>It commutes with every orthogonal map <i>g</i> of the space: <i>x</i> ↦ <i>gx</i> makes <i>g J
 * gᵀ</i> of <i>J</i>.
 *
 * @param count the number <i>k</i> of points
 * @param lift what networks see of a position, {@code [field, space]}
 */
record PointMasses(int count, Matrix lift) {

  /**
   * Draws examples: masses uniform on (0, 1), coordinates normal.
   *
   * @return features {@code [examples, k + k * field]}, the masses first, and labels {@code
   *     [examples, space * space]}
   */
  DataSet sample(int examples, long seed) {
    Random random = new Random(seed);
    double[][] features = new double[examples][];
    double[][] labels = new double[examples][];
    for (int e = 0; e < examples; e++) {
      double[] masses = random.doubles(count).toArray();
      Matrix positions = Matrix.generate(lift.columns(), count, (a, i) -> random.nextGaussian());
      features[e] = features(masses, lift.times(positions));
      labels[e] = inertia(masses, positions).toArray();
    }
    return new DataSet(
        Nd4j.createFromArray(features).castTo(Nd4j.defaultFloatingPointType()),
        Nd4j.createFromArray(labels).castTo(Nd4j.defaultFloatingPointType()));
  }

  private double[] features(double[] masses, Matrix lifted) {
    double[] features = new double[count * (1 + lifted.rows())];
    System.arraycopy(masses, 0, features, 0, count);
    System.arraycopy(
        lifted.transposed().toArray(), 0, features, count, count * lifted.rows()); // by point
    return features;
  }

  private Matrix inertia(double[] masses, Matrix positions) {
    int n = positions.rows();
    Matrix weighted = Matrix.generate(n, count, (a, i) -> masses[i] * positions.get(a, i) / count);
    Matrix products = weighted.times(positions.transposed()); // (1/k) Σ m x xᵀ
    return Matrix.identity(n).scaled(products.trace()).minus(products);
  }
}
