package org.slth.tensor;

import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;

/**
 * A linear map from tensors of order <i>k</i> to tensors of order <i>l</i> over <i>n</i> nodes that
 * commutes with every permutation of the nodes, given by a partition of its indices.
 *
 * <pre>
 * {@code y[j_1 .. j_l] = n^-c  sum of x[i_1 .. i_k] over the i for which (i, j) agrees with the partition}
 * </pre>
 *
 * <p>The partition is of the <i>k</i> input indices, elements 0, …, <i>k</i> − 1, followed by the
 * <i>l</i> output indices. Indices agree with it if those of one block are equal; those of
 * different blocks may be equal too. A block is
 *
 * <ul>
 *   <li><i>contracted</i> if it holds input indices only: they are summed over. There are <i>c</i>
 *       of these, so that the sum is a mean;
 *   <li><i>linked</i> if it holds both kinds;
 *   <li><i>free</i> if it holds output indices only: <i>y</i> does not depend on them.
 * </ul>
 *
 * <p>Since the sum is a mean, the tensor of ones goes to ones where <i>j</i> agrees with the output
 * part of the partition and to zeros elsewhere, whatever <i>n</i> is. As text a diagram is such as
 * {@code 2 -> 1 [0 1 0]}, the row mean; {@code parse(diagram.toString())} equals {@code diagram}.
 *
 * @param inputOrder <i>k</i>, at least 0
 * @param outputOrder <i>l</i>, at least 0
 * @param partition a partition of <i>k</i> + <i>l</i> elements
 */
public record Diagram(int inputOrder, int outputOrder, SetPartition partition) {

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,2}) -> ([0-9]{1,2}) (.*)");

  /** Checks that the partition has as many elements as there are indices. */
  public Diagram {
    if (inputOrder < 0 || outputOrder < 0 || partition.size() != inputOrder + outputOrder) {
      throw new IllegalArgumentException(
          String.format(
              "a diagram needs orders of at least 0 and a partition of as many elements as there"
                  + " are indices, got %d -> %d %s",
              inputOrder, outputOrder, partition));
    }
  }

  /**
   * {@return the diagram of the identity: input index <i>i</i> in one block with output index
   * <i>i</i>}
   *
   * @param order the order of the tensors, at least 0
   */
  public static Diagram identity(int order) {
    int[] string = IntStream.range(0, 2 * order).map(i -> i % order).toArray();
    return new Diagram(order, order, SetPartition.of(string));
  }

  /**
   * {@return the block of an input index}
   *
   * @param position from 0 to {@code inputOrder() - 1}
   */
  public int inputBlock(int position) {
    return partition.block(Objects.checkIndex(position, inputOrder));
  }

  /**
   * {@return the block of an output index}
   *
   * @param position from 0 to {@code outputOrder() - 1}
   */
  public int outputBlock(int position) {
    return partition.block(inputOrder + Objects.checkIndex(position, outputOrder));
  }

  /** {@return the blocks with input indices only, ascending} */
  public int[] contracted() {
    return blocks(b -> hasInput(b) && !hasOutput(b));
  }

  /** {@return the blocks with input and output indices, ascending: in the order of the inputs} */
  public int[] linked() {
    return blocks(b -> hasInput(b) && hasOutput(b));
  }

  /** {@return the blocks with output indices only, ascending: in the order of the outputs} */
  public int[] free() {
    return blocks(b -> !hasInput(b));
  }

  private int[] blocks(IntPredicate kind) {
    return IntStream.range(0, partition.blocks()).filter(kind).toArray();
  }

  private boolean hasInput(int block) {
    return IntStream.range(0, inputOrder).anyMatch(i -> inputBlock(i) == block);
  }

  private boolean hasOutput(int block) {
    return IntStream.range(0, outputOrder).anyMatch(j -> outputBlock(j) == block);
  }

  /**
   * {@return the first half of this map: takes diagonals and means, down to one index for each
   * linked block, in the order of {@link #linked}}
   *
   * <p>This diagram is {@link #expansion} after {@code reduction}. Diagrams of order 2 share 6
   * reductions, those of order 3 share 22, so a layer needs each only once.
   */
  public Diagram reduction() {
    int[] linked = linked();
    int rank = linked.length;
    return new Diagram(
        inputOrder,
        rank,
        SetPartition.of(
            IntStream.range(0, inputOrder + rank)
                .map(i -> i < inputOrder ? inputBlock(i) : linked[i - inputOrder])
                .toArray()));
  }

  /**
   * {@return the second half of this map: copies each entry to where it belongs, and contracts
   * nothing}
   *
   * <p>Its input indices are the {@link #linked} blocks in their order, all in different blocks.
   */
  public Diagram expansion() {
    int[] sources = IntStream.concat(IntStream.of(linked()), IntStream.of(free())).toArray();
    int rank = linked().length;
    int[] place = new int[partition.blocks()]; // contracted blocks have none
    for (int s = 0; s < sources.length; s++) {
      place[sources[s]] = s;
    }
    return new Diagram(
        rank,
        outputOrder,
        SetPartition.of(
            IntStream.range(0, rank + outputOrder)
                .map(i -> i < rank ? i : place[outputBlock(i - rank)])
                .toArray()));
  }

  /**
   * {@return the map as a matrix of shape {@code [n^l, n^k]}, tuples of indices in lexicographic
   * order}
   *
   * <p>It has <i>n</i> to the number of blocks entries that are not 0, each <i>n^-c</i>.
   *
   * @param n the number of nodes, at least 1
   * @throws IllegalArgumentException if it is less
   * @throws ArithmeticException if the matrix has more entries than an array
   */
  public Matrix matrix(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a tensor has at least 1 node, got " + n);
    }
    int columns = power(n, inputOrder);
    int rows = power(n, outputOrder);
    double[] entries = new double[Math.multiplyExact(rows, columns)];
    double weight = 1.0 / power(n, contracted().length);
    int[] node = new int[partition.blocks()];
    do {
      entries[
              index(0, inputOrder, node, n)
                  + columns * index(inputOrder, partition.size(), node, n)] =
          weight;
    } while (next(node, n));
    return Matrix.of(rows, columns, entries);
  }

  /** The lexicographic number of the tuple of some indices, if each block stands at a node. */
  private int index(int from, int to, int[] node, int n) {
    int index = 0;
    for (int i = from; i < to; i++) {
      index = index * n + node[partition.block(i)];
    }
    return index;
  }

  /** Counts up by one, with digits below <i>n</i>; false if that leads back to zero. */
  private static boolean next(int[] digits, int n) {
    for (int b = digits.length - 1; b >= 0; b--) {
      if (++digits[b] < n) {
        return true;
      }
      digits[b] = 0;
    }
    return false;
  }

  private static int power(int n, int exponent) {
    int power = 1;
    for (int e = 0; e < exponent; e++) {
      power = Math.multiplyExact(power, n);
    }
    return power;
  }

  /**
   * {@return the diagram that {@link #toString} wrote}
   *
   * @param text such as {@code 2 -> 1 [0 1 0]}
   * @throws IllegalArgumentException if it is no diagram, or not written as it would be
   */
  public static Diagram parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      Diagram diagram =
          new Diagram(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              SetPartition.parse(matcher.group(3)));
      if (diagram.toString().equals(text)) {
        return diagram;
      }
    }
    throw new IllegalArgumentException(
        "a diagram is written as its orders and its partition, such as \"2 -> 1 [0 1 0]\", got \""
            + text
            + "\"");
  }

  @Override
  public String toString() {
    return inputOrder + " -> " + outputOrder + " " + partition;
  }
}
