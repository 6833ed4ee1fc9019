package org.slth.representation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.Group;

/** A representation that keeps all its matrices, and knows the summands it is made of. */
final class MatrixRepresentation extends NamedRepresentation {

  private final List<Matrix> matrices;
  private final int frequency;
  private final List<Representation> summands; // none if it is not known as a sum

  MatrixRepresentation(Group group, String name, int frequency, IntFunction<Matrix> matrix) {
    this(group, name, frequency, List.of(), matrix);
  }

  private MatrixRepresentation(
      Group group,
      String name,
      int frequency,
      List<Representation> summands,
      IntFunction<Matrix> matrix) {
    super(group, name);
    this.frequency = frequency;
    this.summands = summands;
    this.matrices = IntStream.range(0, group.samples().order()).mapToObj(matrix).toList();
  }

  /** The block-diagonal sum. */
  static Representation sum(Group group, String name, List<Representation> summands) {
    return new MatrixRepresentation(
        group,
        name,
        summands.stream().mapToInt(Representation::frequency).max().orElseThrow(),
        summands.stream().flatMap(summand -> summand.summands().stream()).toList(),
        g ->
            summands.stream()
                .map(summand -> summand.matrix(g))
                .reduce(Matrix::directSum)
                .orElseThrow());
  }

  static Representation checked(Group group, String name, int frequency, List<Matrix> matrices) {
    int dimension = matrices.isEmpty() ? 0 : matrices.get(0).rows();
    if (matrices.size() != group.samples().order()
        || dimension < 1
        || matrices.stream().anyMatch(m -> m.rows() != dimension || m.columns() != dimension)) {
      throw new IllegalArgumentException(
          String.format(
              "%s of %s needs %d square matrices of one size, got %d",
              name, group.name(), group.samples().order(), matrices.size()));
    }
    return new MatrixRepresentation(group, name, frequency, List.copyOf(matrices)::get);
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
  public int frequency() {
    return frequency;
  }

  @Override
  public List<Representation> summands() {
    return summands.isEmpty() ? List.of(this) : summands;
  }
}
