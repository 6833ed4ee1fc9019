package org.slth.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.NamedGroup;
import org.slth.group.PlanarGroup;

/** The rotations of the plane, with parts that may be wrong. */
final class Circle extends NamedGroup implements CompactGroup, PlanarGroup {

  static final int HIGHEST = 4;

  private final int order;
  private final int bandLimit;
  private final List<Irreducible> irreducibles;
  private final int turns; // how often the action turns round

  private Circle(int order, int bandLimit, List<Irreducible> irreducibles, int turns) {
    super("circle");
    this.order = order;
    this.bandLimit = bandLimit;
    this.irreducibles = List.copyOf(irreducibles);
    this.turns = turns;
  }

  /** As it should be if there are samples enough. */
  static Circle of(int order) {
    List<Irreducible> irreducibles =
        IntStream.rangeClosed(0, HIGHEST).mapToObj(k -> irreducible(order, k, k)).toList();
    return new Circle(order, order - 1, irreducibles, 1);
  }

  Circle withBandLimit(int limit) {
    return new Circle(order, limit, irreducibles, turns);
  }

  Circle withIrreducibles(Irreducible... some) {
    return new Circle(order, bandLimit, List.of(some), turns);
  }

  /** With another one at some place. */
  Circle with(int index, Irreducible other) {
    List<Irreducible> changed = new ArrayList<>(irreducibles);
    changed.set(index, other);
    return new Circle(order, bandLimit, changed, turns);
  }

  Circle turning(int times) {
    return new Circle(order, bandLimit, irreducibles, times);
  }

  /** The rotation by <i>k</i>θ, with what it says of its frequency. */
  static Irreducible irreducible(int order, int k, int frequency) {
    return new Irreducible(
        frequency, k == 0 ? g -> Matrix.identity(1) : g -> rotation(k * g, order));
  }

  static IntFunction<Matrix> rotations(int order, int k) {
    return g -> rotation(k * g, order);
  }

  private static Matrix rotation(int turn, int order) {
    double angle = 2 * Math.PI * (turn % order) / order;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return Matrix.of(2, 2, cos, -sin, sin, cos);
  }

  @Override
  public FiniteGroup samples() {
    return FiniteGroup.of("Z" + order, order, (g, h) -> (g + h) % order, g -> (order - g) % order);
  }

  @Override
  public Matrix action(int g) {
    return rotation(turns * g, order);
  }

  @Override
  public List<Irreducible> irreducibles() {
    return irreducibles;
  }

  @Override
  public int bandLimit() {
    return bandLimit;
  }
}
