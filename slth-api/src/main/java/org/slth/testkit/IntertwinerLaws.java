package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;
import org.slth.testkit.Laws.Span;

/** The laws of a basis of all maps that commute with a group. */
public final class IntertwinerLaws {

  private static final int RANDOM_MAPS = 3;

  private IntertwinerLaws() {}

  /**
   * Checks a basis of {@link IntertwinerBasis}.
   *
   * @param basis the basis
   * @throws AssertionError if it breaks a law
   */
  public static void check(IntertwinerBasis basis) {
    check(
        basis.input(),
        basis.output(),
        IntStream.range(0, basis.size()).mapToObj(basis::map).toList());
  }

  /**
   * Checks that some maps are a basis: they commute with generators and so with all, have the
   * squared norm dim(out), are as many as characters say and independent, the first is the identity
   * if the representations are equal, and they are complete, that is, the average (1/|G|) Σ_g
   * ρ_out(g) M ρ_in(g)⁻¹ of a random map (its Reynolds projection) lies in their span.
   *
   * @param input how the group acts before the maps
   * @param output how it acts after
   * @param maps matrices of shape {@code [output, input]}
   * @throws AssertionError if they break a law
   */
  public static void check(Representation input, Representation output, List<Matrix> maps) {
    String name = input + " -> " + output.name();
    int[] generators = Laws.generators(input.group().samples());
    for (int k = 0; k < maps.size(); k++) {
      Matrix map = maps.get(k);
      for (int g : generators) {
        require(
            output
                .matrix(g)
                .times(map)
                .isCloseTo(map.times(input.matrix(g)), Laws.TOLERANCE * output.dimension()),
            "%s: map %d commutes with element %d",
            name,
            k,
            g);
      }
      require(
          Math.abs(map.dot(map) - output.dimension()) < Laws.TOLERANCE * output.dimension(),
          "%s: map %d has the squared norm of the identity, got %s",
          name,
          k,
          map.dot(map));
    }
    int size = IntertwinerBasis.dimension(input, output);
    require(maps.size() == size, "%s: %d maps by characters, got %d", name, size, maps.size());
    require(
        !input.equals(output) || maps.get(0).equals(Matrix.identity(output.dimension())),
        "%s: the first map is the identity",
        name);
    checkComplete(input, output, maps, name);
  }

  private static void checkComplete(
      Representation input, Representation output, List<Matrix> maps, String name) {
    int dimension = output.dimension() * input.dimension();
    Span span = Span.of(maps.stream().map(Matrix::toArray).toList(), dimension, name);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < RANDOM_MAPS; i++) {
      Matrix map = Laws.random(output.dimension(), input.dimension(), random);
      Matrix average = Matrix.zero(output.dimension(), input.dimension());
      for (int g = 0; g < input.group().samples().order(); g++) {
        average = average.plus(output.matrix(g).times(map).times(input.matrix(g).transposed()));
      }
      Matrix mean = average.scaled(1.0 / input.group().samples().order());
      double distance = span.distance(Matrix.of(dimension, 1, mean.toArray()));
      require(
          distance < Laws.TOLERANCE,
          "%s: a random map averaged over the group lies in the span, distance %s",
          name,
          distance);
    }
  }
}
