package org.slth.representation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;

/** A representation that keeps all its matrices. */
final class MatrixRepresentation implements Representation {

  private final FiniteGroup group;
  private final String name;
  private final List<Matrix> matrices;

  MatrixRepresentation(FiniteGroup group, String name, IntFunction<Matrix> matrix) {
    this.group = group;
    this.name = name;
    this.matrices = IntStream.range(0, group.order()).mapToObj(matrix).toList();
  }

  static Representation checked(FiniteGroup group, String name, List<Matrix> matrices) {
    int dimension = matrices.isEmpty() ? 0 : matrices.get(0).rows();
    if (matrices.size() != group.order()
        || dimension < 1
        || matrices.stream().anyMatch(m -> m.rows() != dimension || m.columns() != dimension)) {
      throw new IllegalArgumentException(
          String.format(
              "%s of %s needs %d square matrices of one size, got %d",
              name, group.name(), group.order(), matrices.size()));
    }
    return new MatrixRepresentation(group, name, List.copyOf(matrices)::get);
  }

  @Override
  public FiniteGroup group() {
    return group;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimension() {
    return matrices.get(0).rows();
  }

  @Override
  public Matrix matrix(int g) {
    return matrices.get(g);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Representation that
        && group.equals(that.group())
        && name.equals(that.name());
  }

  @Override
  public int hashCode() {
    return 31 * group.hashCode() + name.hashCode();
  }

  @Override
  public String toString() {
    return group.name() + ": " + name;
  }
}
