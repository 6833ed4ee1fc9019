package org.slth.representation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;

/**
 * The vectors of a representation as functions on the group, by their values at some elements, and
 * back.
 *
 * <pre>
 * f_x(g) = ⟨ρ(g) e, x⟩,    f_ρ(h)x(g) = f_x(h⁻¹g)
 * </pre>
 *
 * <p>ρ is a sum of irreducible representations, each as often as the group has functions of its
 * kind or less, such as {@code fourier(3)}; the entries of √<i>dᵢ</i> ρ<i>ᵢ</i>(<i>g</i>) <i>v</i>
 * are orthonormal functions on the group by Schur's relations, with <i>v</i> another unit vector
 * for each copy, and <i>e</i> has the parts √(<i>dᵢ</i>/<i>d</i>) <i>v</i>. It has the length 1, so
 * values are as large as the entries of <i>x</i>. With all elements of a finite group, or enough of
 * a compact one, the functions stay orthogonal at the samples, and the way back is
 *
 * <pre>
 * x = (d / samples) Σ_g f(g) ρ(g) e,
 * </pre>
 *
 * <p>which is the least-squares fit to values that no <i>x</i> has. Elements at which all functions
 * agree are sampled once: on O(2), {@code (irrep(0) + irrep(2))} are functions on a circle.
 */
public final class FourierTransform {

  /** Beyond the rounding of orthonormal functions, far below the error of too few samples. */
  private static final double TOLERANCE = 1e-9;

  private final Matrix values;
  private final Matrix fit;

  private FourierTransform(Matrix values, Matrix fit) {
    this.values = values;
    this.fit = fit;
  }

  /**
   * {@return the transform of a representation}
   *
   * @param field irreducible, or known as a {@linkplain Representation#summands() sum} of such
   * @param elements of the group, a subgroup, such as {@link #turns}; all of a finite group
   * @throws IllegalArgumentException if a summand is not irreducible, if there are more copies of
   *     one than functions on the group, or if the elements do not tell the functions apart
   */
  public static FourierTransform of(Representation field, int... elements) {
    Matrix evaluation = evaluation(field);
    List<Matrix> rows = new ArrayList<>();
    List<Integer> weights = new ArrayList<>(); // how many elements have the row
    for (int g : elements) {
      Matrix row = field.matrix(g).times(evaluation).transposed();
      int known =
          IntStream.range(0, rows.size())
              .filter(i -> rows.get(i).isCloseTo(row, TOLERANCE))
              .findFirst()
              .orElse(rows.size());
      if (known == rows.size()) {
        rows.add(row);
        weights.add(0);
      }
      weights.set(known, weights.get(known) + 1);
    }
    int d = field.dimension();
    Matrix values = Matrix.generate(rows.size(), d, (s, i) -> rows.get(s).get(0, i));
    Matrix fit =
        Matrix.generate(
            d, rows.size(), (i, s) -> values.get(s, i) * weights.get(s) * d / elements.length);
    if (!fit.times(values).isCloseTo(Matrix.identity(d), TOLERANCE)) {
      throw new IllegalArgumentException(
          "%d elements of %s do not tell the functions of %s apart; frequency %d needs %d turns"
              .formatted(
                  elements.length,
                  field.group().name(),
                  field.name(),
                  field.frequency(),
                  2 * field.frequency() + 1));
    }
    return new FourierTransform(values, fit);
  }

  /**
   * {@return the elements of a group of the plane that turn it by multiples of 1/<i>n</i> of a full
   * turn, with a reflection or without}
   *
   * @param group the group
   * @param n how many turns, a divisor of the number of rotations among its samples
   * @throws IllegalArgumentException if it is not
   */
  public static int[] turns(PlanarGroup group, int n) {
    int[] turns =
        IntStream.range(0, group.samples().order())
            .filter(g -> n > 0 && isMultiple(group.action(g), n))
            .toArray();
    int rotations = rotations(group);
    if (n < 1 || rotations % n != 0) {
      throw new IllegalArgumentException(
          "expected a number of turns that divides the %d of %s, got %d"
              .formatted(rotations, group.samples().name(), n));
    }
    return turns;
  }

  /**
   * {@return the number of turns to sample functions up to a frequency <i>F</i> that a pointwise
   * map may take beyond it: the least multiple of 4 among the divisors, 2(2<i>F</i> + 1) or more}
   *
   * <p>2<i>F</i> + 1 samples tell the functions apart (Shannon); twice as many leave room for what
   * the map adds. A multiple of 4 keeps quarter turns, which a pixel grid knows, exact.
   *
   * @param group the group
   * @param frequency the highest frequency
   * @throws IllegalArgumentException if the group has not as many
   */
  public static int turnsFor(PlanarGroup group, int frequency) {
    int rotations = rotations(group);
    return IntStream.iterate(4, n -> n <= rotations, n -> n + 4)
        .filter(n -> rotations % n == 0 && n >= 2 * (2 * frequency + 1))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%d turns of %s are too few for frequency %d"
                        .formatted(rotations, group.samples().name(), frequency)));
  }

  private static int rotations(PlanarGroup group) {
    return (int)
        IntStream.range(0, group.samples().order()).filter(g -> !group.reflects(g)).count();
  }

  /** The second column is that of the rotation that follows the flip (x, y) → (-x, y), if any. */
  private static boolean isMultiple(Matrix action, int n) {
    double steps = n * Math.atan2(-action.get(0, 1), action.get(1, 1)) / (2 * Math.PI);
    return Math.abs(steps - Math.rint(steps)) < TOLERANCE * n;
  }

  /** The vector e, of length 1. */
  private static Matrix evaluation(Representation field) {
    Map<Representation, Matrix> free = new HashMap<>(); // what the copies so far leave
    List<Double> parts = new ArrayList<>();
    for (Representation summand : field.summands()) {
      IrreducibleRepresentation irreducible = irreducible(field, summand);
      int d = irreducible.dimension();
      Matrix left = free.getOrDefault(irreducible, Matrix.identity(d));
      if (left.trace() < 0.5) { // the rank of a projection
        throw new IllegalArgumentException(
            "the functions on %s hold %s %d times, got %s"
                .formatted(
                    field.group().name(),
                    summand.name(),
                    d / irreducible.type().dimension(),
                    field.name()));
      }
      Matrix unit = left.columnSpace(1);
      free.put(irreducible, left.minus(projection(irreducible, unit)));
      for (double entry : unit.toArray()) {
        parts.add(entry * Math.sqrt((double) d / field.dimension()));
      }
    }
    return Matrix.generate(field.dimension(), 1, (i, j) -> parts.get(i));
  }

  /** The projection onto the images of a vector under all that commutes with a representation. */
  private static Matrix projection(IrreducibleRepresentation irreducible, Matrix unit) {
    IntertwinerBasis maps = IntertwinerBasis.between(irreducible, irreducible);
    Matrix images =
        Matrix.generate(
            irreducible.dimension(), maps.size(), (i, k) -> maps.map(k).times(unit).get(i, 0));
    Matrix space = images.columnSpace(maps.size());
    return space.times(space.transposed());
  }

  private static IrreducibleRepresentation irreducible(Representation field, Representation part) {
    if (part instanceof IrreducibleRepresentation irreducible) {
      return irreducible;
    } else if (part.equals(Representation.trivial(part.group()))) {
      return Representation.irreducible(part.group(), 0);
    }
    throw new IllegalArgumentException(
        "expected a sum of irreducible representations, such as %s, got %s"
            .formatted(example(field.group()), field.name()));
  }

  private static String example(Group group) {
    return group instanceof CompactGroup ? "fourier(2)" : "(irrep(0) + irrep(1))";
  }

  /** {@return the values at the samples, as a matrix {@code [samples, dimension]}} */
  public Matrix values() {
    return values;
  }

  /** {@return the vector that fits values best, as a matrix {@code [dimension, samples]}} */
  public Matrix fit() {
    return fit;
  }
}
