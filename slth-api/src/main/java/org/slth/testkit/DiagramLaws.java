package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slth.algebra.Matrix;
import org.slth.tensor.DiagramBasis;
import org.slth.tensor.SetPartition;
import org.slth.testkit.Laws.Span;

/** The laws of the maps between tensors that commute with every permutation of the nodes. */
public final class DiagramLaws {

  /** Every law is one of few operations on numbers up to 1. */
  private static final double TOLERANCE = 1e-12;

  private final int inputOrder;
  private final int outputOrder;
  private final int nodes;
  private final String name;

  private DiagramLaws(int inputOrder, int outputOrder, int nodes) {
    this.inputOrder = inputOrder;
    this.outputOrder = outputOrder;
    this.nodes = nodes;
    this.name = String.format("%d -> %d over %d nodes", inputOrder, outputOrder, nodes);
  }

  /**
   * Checks a basis for some number of nodes.
   *
   * @param basis the basis
   * @param nodes the number of nodes, at least 1; the cost grows as its factorial
   * @throws AssertionError if it breaks a law
   */
  public static void check(DiagramBasis basis, int nodes) {
    check(basis.inputOrder(), basis.outputOrder(), nodes, basis.matrices(nodes));
  }

  /**
   * Checks that some maps, such as those that a layer computes, are a basis like {@link
   * DiagramBasis}: there are Bell(<i>k</i> + <i>l</i>); each commutes with all permutations of the
   * nodes; each takes the tensor of ones to zeros and ones, and the first Bell(<i>l</i>) take it to
   * the biases in their order; one is the identity if <i>k</i> = <i>l</i>; and those whose
   * partition has at most as many blocks as there are nodes are linearly independent, which makes
   * them all, since so many orbits of pairs of tuples there are.
   *
   * @param inputOrder <i>k</i>
   * @param outputOrder <i>l</i>
   * @param nodes the number <i>n</i> of nodes, at least 1; the cost grows as its factorial
   * @param maps matrices of shape {@code [n^l, n^k]}, tuples in lexicographic order
   * @throws AssertionError if they break a law
   */
  public static void check(int inputOrder, int outputOrder, int nodes, List<Matrix> maps) {
    DiagramLaws laws = new DiagramLaws(inputOrder, outputOrder, nodes);
    long size = SetPartition.bell(inputOrder + outputOrder);
    require(maps.size() == size, "%s: there are %d maps, got %d", laws.name, size, maps.size());
    for (int i = 0; i < maps.size(); i++) {
      laws.checkCommutes(i, maps.get(i));
      laws.checkConstant(i, maps.get(i));
    }
    require(
        inputOrder != outputOrder || maps.contains(Matrix.identity(laws.tuples(inputOrder))),
        "%s: one map is the identity",
        laws.name);
    laws.checkComplete(maps);
  }

  private void checkCommutes(int i, Matrix map) {
    int rows = tuples(outputOrder);
    int columns = tuples(inputOrder);
    require(
        map.rows() == rows && map.columns() == columns,
        "%s: map %d is %d x %d, got %d x %d",
        name,
        i,
        rows,
        columns,
        map.rows(),
        map.columns());
    permutations(nodes)
        .forEach(
            g -> {
              int[] row = images(g, outputOrder);
              int[] column = images(g, inputOrder);
              Matrix moved = Matrix.generate(rows, columns, (r, c) -> map.get(row[r], column[c]));
              require(
                  moved.isCloseTo(map, TOLERANCE),
                  "%s: map %d commutes with the permutation %s",
                  name,
                  i,
                  Arrays.toString(g));
            });
  }

  private void checkConstant(int i, Matrix map) {
    Matrix ones = Matrix.generate(tuples(inputOrder), 1, (r, c) -> 1);
    Matrix image = map.times(ones);
    Matrix rounded = Matrix.generate(image.rows(), 1, (r, c) -> image.get(r, c) < 0.5 ? 0 : 1);
    require(
        image.isCloseTo(rounded, TOLERANCE), "%s: map %d takes ones to zeros and ones", name, i);
    List<SetPartition> biases = SetPartition.all(outputOrder);
    require(
        i >= biases.size() || rounded.equals(bias(biases.get(i))),
        "%s: map %d takes ones to the bias %s",
        name,
        i,
        i < biases.size() ? biases.get(i) : "");
  }

  /** One where the indices agree with a partition, zero elsewhere. */
  private Matrix bias(SetPartition partition) {
    return Matrix.generate(
        tuples(outputOrder),
        1,
        (row, column) -> {
          int[] tuple = tuple(row, outputOrder);
          return IntStream.range(0, outputOrder)
                  .allMatch(i -> tuple[i] == tuple[partition.members(partition.block(i))[0]])
              ? 1
              : 0;
        });
  }

  private void checkComplete(List<Matrix> maps) {
    List<SetPartition> partitions = SetPartition.all(inputOrder + outputOrder);
    List<double[]> independent =
        IntStream.range(0, maps.size())
            .filter(i -> partitions.get(i).blocks() <= nodes)
            .mapToObj(i -> maps.get(i).toArray())
            .toList();
    Span.of(independent, tuples(inputOrder + outputOrder), name);
  }

  private int tuples(int order) {
    return IntStream.range(0, order).reduce(1, (size, i) -> Math.multiplyExact(size, nodes));
  }

  /** The nodes of a tuple; the last index counts least. */
  private int[] tuple(int index, int order) {
    int[] tuple = new int[order];
    int rest = index;
    for (int i = order - 1; i >= 0; i--) {
      tuple[i] = rest % nodes;
      rest /= nodes;
    }
    return tuple;
  }

  /** For each tuple the one to which a permutation of the nodes takes it. */
  private int[] images(int[] permutation, int order) {
    return IntStream.range(0, tuples(order))
        .map(
            index ->
                Arrays.stream(tuple(index, order)).reduce(0, (a, i) -> a * nodes + permutation[i]))
        .toArray();
  }

  private static Stream<int[]> permutations(int size) {
    return size == 0
        ? Stream.of(new int[0])
        : permutations(size - 1)
            .flatMap(shorter -> IntStream.range(0, size).mapToObj(at -> insert(shorter, at)));
  }

  private static int[] insert(int[] shorter, int at) {
    return IntStream.range(0, shorter.length + 1)
        .map(i -> i == at ? shorter.length : shorter[i < at ? i : i - 1])
        .toArray();
  }
}
