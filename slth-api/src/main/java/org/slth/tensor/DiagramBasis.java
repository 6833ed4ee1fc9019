package org.slth.tensor;

import java.util.List;
import java.util.Objects;
import org.slth.algebra.Matrix;

/**
 * The linear maps from tensors of order <i>k</i> to tensors of order <i>l</i> that commute with
 * every permutation of the nodes: Bell(<i>k</i> + <i>l</i>) {@linkplain Diagram diagrams}, the same
 * ones for every number of nodes.
 *
 * <p>They are in the order of {@link SetPartition#all}, which saved coefficients rely on. With
 * <i>O_σ</i> the map that is 1 where indices are equal exactly in the blocks of σ,
 *
 * <pre>
 * {@code n^c D_π = sum of O_σ over all σ that merge blocks of π (π itself among them).}
 * </pre>
 *
 * <p>The <i>O_σ</i> with at most <i>n</i> blocks are the orbits of pairs of tuples and so a basis
 * of all maps that commute; the others vanish. The sum is triangular, so the <i>D_π</i> with at
 * most <i>n</i> blocks are a basis too: all diagrams if <i>n</i> ≥ <i>k</i> + <i>l</i>. For fewer
 * nodes those with more than <i>n</i> blocks are combinations of the rest: the diagrams still span
 * all maps and every map of the span still commutes, but coefficients are not unique.
 */
public final class DiagramBasis {

  private final int inputOrder;
  private final int outputOrder;
  private final List<Diagram> diagrams;

  private DiagramBasis(int inputOrder, int outputOrder, List<Diagram> diagrams) {
    this.inputOrder = inputOrder;
    this.outputOrder = outputOrder;
    this.diagrams = diagrams;
  }

  /**
   * {@return the diagrams from one order to another}
   *
   * @param inputOrder <i>k</i>, at least 0
   * @param outputOrder <i>l</i>, at least 0, with <i>k</i> + <i>l</i> at most 10
   * @throws IllegalArgumentException if an order is negative or their sum too large
   */
  public static DiagramBasis of(int inputOrder, int outputOrder) {
    if (inputOrder < 0 || outputOrder < 0) {
      throw new IllegalArgumentException(
          "tensors have orders of at least 0, got " + inputOrder + " and " + outputOrder);
    }
    return new DiagramBasis(
        inputOrder,
        outputOrder,
        SetPartition.all(Math.addExact(inputOrder, outputOrder)).stream()
            .map(partition -> new Diagram(inputOrder, outputOrder, partition))
            .toList());
  }

  /** {@return <i>k</i>} */
  public int inputOrder() {
    return inputOrder;
  }

  /** {@return <i>l</i>} */
  public int outputOrder() {
    return outputOrder;
  }

  /** {@return the number of diagrams, Bell(<i>k</i> + <i>l</i>)} */
  public int size() {
    return diagrams.size();
  }

  /**
   * {@return a diagram}
   *
   * @param index from 0 to {@code size() - 1}
   */
  public Diagram diagram(int index) {
    return diagrams.get(index);
  }

  /**
   * {@return the index of a diagram}
   *
   * @param diagram a diagram of these orders
   * @throws IllegalArgumentException if its orders are others
   */
  public int index(Diagram diagram) {
    int index = diagrams.indexOf(diagram);
    if (index < 0) {
      throw new IllegalArgumentException(
          String.format("expected a diagram %d -> %d, got %s", inputOrder, outputOrder, diagram));
    }
    return index;
  }

  /**
   * {@return the index of the identity, which is one diagram}
   *
   * @throws IllegalStateException if the orders differ, so that there is none
   */
  public int identity() {
    if (inputOrder != outputOrder) {
      throw new IllegalStateException(
          String.format("the identity needs equal orders, got %d -> %d", inputOrder, outputOrder));
    }
    return index(Diagram.identity(inputOrder));
  }

  /** {@return the constant tensors of order <i>l</i> that commute, as maps from order 0} */
  public DiagramBasis biases() {
    return of(0, outputOrder);
  }

  /**
   * {@return the index of the diagram that makes a bias of a channel of ones: it takes the tensor
   * of ones of order <i>k</i> to {@code biases().diagram(bias)}, as a tensor}
   *
   * <p>Several do. This one reads the diagonal <i>x</i>[<i>i</i>, …, <i>i</i>] alone and contracts
   * as little as possible: all inputs join the block of the first output index, or if <i>l</i> is 0
   * are one block. Its restricted growth string is <i>k</i> zeros followed by that of the bias, so
   * its index <em>is</em> that of the bias: in lexicographic order, strings that start with
   * <i>k</i> + 1 zeros come first.
   *
   * @param bias from 0 to {@code biases().size() - 1}
   */
  public int constant(int bias) {
    return Objects.checkIndex(bias, Math.toIntExact(SetPartition.bell(outputOrder)));
  }

  /**
   * {@return the dimension of the space of maps that commute, for tensors over so many nodes: the
   * number of diagrams with at most <i>n</i> blocks}
   *
   * @param n the number of nodes, at least 1
   */
  public int dimension(int n) {
    return Math.toIntExact(diagrams.stream().filter(d -> d.partition().blocks() <= n).count());
  }

  /**
   * {@return all maps as matrices of shape {@code [n^l, n^k]}}
   *
   * @param n the number of nodes, at least 1
   */
  public List<Matrix> matrices(int n) {
    return diagrams.stream().map(diagram -> diagram.matrix(n)).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DiagramBasis that
        && inputOrder == that.inputOrder
        && outputOrder == that.outputOrder;
  }

  @Override
  public int hashCode() {
    return 31 * inputOrder + outputOrder;
  }

  @Override
  public String toString() {
    return inputOrder + " -> " + outputOrder;
  }
}
