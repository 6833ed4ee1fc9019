package org.slth.dl4j.internal;

import java.util.HashMap;
import java.util.Map;
import org.slth.algebra.Matrix;
import org.slth.representation.FieldType;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;

/**
 * The invariant vectors of the fields of a type, as maps on plain arrays: there are few numbers.
 *
 * <p>A field of dimension d with r invariant vectors e<sub>1</sub> ... e<sub>r</sub>, which are
 * orthogonal and of squared norm d (the basis of Hom(trivial, field)), owns r coefficients. {@code
 * expand} is the map E from coefficients to channels, {@code contract} is its transpose, and {@code
 * coordinates} is E<sup>T</sup>/d, so that expand after coordinates projects onto the invariants.
 */
public final class FieldInvariants {

  private final double[][][] vectors; // [field][r][dimension], shared by equal fields
  private final int[] channel; // first channel of each field, and the end
  private final int[] coefficient; // first coefficient of each field, and the end

  /** Collects the invariant vectors of a type. */
  public FieldInvariants(FieldType type) {
    vectors = new double[type.size()][][];
    channel = new int[vectors.length + 1];
    coefficient = new int[vectors.length + 1];
    Map<Representation, double[][]> known = new HashMap<>();
    for (int field = 0; field < vectors.length; field++) {
      Representation representation = type.fields().get(field);
      vectors[field] = known.computeIfAbsent(representation, FieldInvariants::vectors);
      channel[field + 1] = channel[field] + representation.dimension();
      coefficient[field + 1] = coefficient[field] + vectors[field].length;
    }
  }

  private static double[][] vectors(Representation representation) {
    IntertwinerBasis basis =
        IntertwinerBasis.between(Representation.trivial(representation.group()), representation);
    double[][] vectors = new double[basis.size()][];
    for (int r = 0; r < vectors.length; r++) {
      vectors[r] = basis.map(r).toArray();
    }
    return vectors;
  }

  /** Returns the number of fields. */
  public int fields() {
    return vectors.length;
  }

  /** Returns the number of channels. */
  public int channels() {
    return channel[vectors.length];
  }

  /** Returns the number of coefficients of all fields. */
  public int coefficients() {
    return coefficient[vectors.length];
  }

  /** Returns the first channel of a field, or the number of channels for {@code fields()}. */
  public int channel(int field) {
    return channel[field];
  }

  /** Returns the number of channels of a field. */
  public int dimension(int field) {
    return channel[field + 1] - channel[field];
  }

  /** Returns whether a channel belongs to a field. */
  public boolean contains(int field, int index) {
    return channel[field] <= index && index < channel[field + 1];
  }

  /** Returns E times the coefficients: one number per channel. */
  public double[] expand(double[] coefficients) {
    double[] result = new double[channels()];
    for (int field = 0; field < vectors.length; field++) {
      for (int r = 0; r < vectors[field].length; r++) {
        for (int j = 0; j < dimension(field); j++) {
          result[channel[field] + j] += coefficients[coefficient[field] + r] * vectors[field][r][j];
        }
      }
    }
    return result;
  }

  /** Returns the transpose of E: the invariant vectors as rows {@code [coefficients, channels]}. */
  public Matrix matrix() {
    double[] unit = new double[coefficients()];
    double[] rows = new double[coefficients() * channels()];
    for (int r = 0; r < unit.length; r++) {
      unit[r] = 1;
      System.arraycopy(expand(unit), 0, rows, r * channels(), channels());
      unit[r] = 0;
    }
    return Matrix.of(coefficients(), channels(), rows);
  }

  /** Returns the transpose of E times the channels: one number per coefficient. */
  public double[] contract(double[] values) {
    double[] result = new double[coefficients()];
    for (int field = 0; field < vectors.length; field++) {
      for (int r = 0; r < vectors[field].length; r++) {
        for (int j = 0; j < dimension(field); j++) {
          result[coefficient[field] + r] += values[channel[field] + j] * vectors[field][r][j];
        }
      }
    }
    return result;
  }

  /** Returns the coefficients of the projection of the channels onto the invariants. */
  public double[] coordinates(double[] values) {
    double[] result = contract(values);
    for (int field = 0; field < vectors.length; field++) {
      for (int r = coefficient[field]; r < coefficient[field + 1]; r++) {
        result[r] /= dimension(field);
      }
    }
    return result;
  }
}
