package org.slth.dl4j.internal.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.tensor.Diagram;

/**
 * Adds what a diagram makes of a tensor of one graph, without forming a matrix:
 *
 * <pre>
 *   to[sum of a_t i_t] += factor from[sum of b_t i_t]   for all nodes i_t, one for each block t
 * </pre>
 *
 * where the stride a_t of a block is the sum of n^(l - 1 - position) over its output indices, and
 * b_t the same over its inputs. The adjoint exchanges the two. Blocks whose rows are neighbours on
 * both sides are joined to one long run, for the sake of vector instructions.
 */
final class DiagramLoop {

  private final List<Block> blocks;

  /**
   * A block, as the powers of n whose sum is its stride.
   *
   * @param to on the one side
   * @param from on the other
   */
  private record Block(List<Integer> to, List<Integer> from) {

    Step step(int n, int toWidth, int fromWidth) {
      return new Step(stride(to, n) * toWidth, stride(from, n) * fromWidth);
    }

    private static int stride(List<Integer> powers, int n) {
      return powers.stream().mapToInt(power -> GraphSizes.power(n, power)).sum();
    }
  }

  /** Strides in elements. */
  private record Step(int to, int from) {}

  /**
   * A tensor of one graph: some columns of a matrix.
   *
   * @param rows the matrix
   * @param row where the tensor begins
   * @param column its first channel
   */
  record Part(RowKernels rows, int row, int column) {

    /** A tensor of as many channels as the matrix has columns, from the first row on. */
    Part(RowKernels rows) {
      this(rows, 0, 0);
    }

    private int start() {
      return row * rows.columns() + column;
    }
  }

  private DiagramLoop(List<Block> blocks) {
    this.blocks = blocks;
  }

  /** Returns the loop of a diagram. */
  static DiagramLoop of(Diagram diagram) {
    int k = diagram.inputOrder();
    int l = diagram.outputOrder();
    return new DiagramLoop(
        IntStream.range(0, diagram.partition().blocks())
            .mapToObj(
                b ->
                    new Block(
                        powers(l, i -> diagram.outputBlock(i) == b),
                        powers(k, i -> diagram.inputBlock(i) == b)))
            .toList());
  }

  private static List<Integer> powers(int order, IntPredicate member) {
    return IntStream.range(0, order).filter(member).map(i -> order - 1 - i).boxed().toList();
  }

  /** Returns the loop of the transposed matrix. */
  DiagramLoop adjoint() {
    return new DiagramLoop(blocks.stream().map(b -> new Block(b.from(), b.to())).toList());
  }

  /**
   * Adds for a graph of n nodes.
   *
   * @param n the number of nodes
   * @param to where is added
   * @param from what is added
   * @param width the number of channels
   * @param factor by which it is multiplied
   */
  void add(int n, Part to, Part from, int width, double factor) {
    List<Step> steps = new ArrayList<>();
    for (Block block : blocks) {
      steps.add(block.step(n, to.rows().columns(), from.rows().columns()));
    }
    steps.sort(Comparator.comparingInt(step -> -step.to() - step.from()));
    int run = width;
    while (!steps.isEmpty() && last(steps).equals(new Step(run, run))) {
      run *= n;
      steps.remove(steps.size() - 1);
    }
    int count = steps.isEmpty() ? 1 : n;
    if (steps.isEmpty()) {
      steps.add(new Step(0, 0));
    }
    new Nest(count, run, factor, to.rows(), from.rows()).add(steps, to.start(), from.start());
  }

  private static Step last(List<Step> steps) {
    return steps.get(steps.size() - 1);
  }

  /** Nested loops of n steps each, around runs of elements. */
  private record Nest(int n, int run, double factor, RowKernels to, RowKernels from) {

    void add(List<Step> steps, int toStart, int fromStart) {
      Step step = steps.get(0);
      if (steps.size() == 1) {
        to.addRuns(
            new RowKernels.Run(toStart, step.to()),
            from,
            new RowKernels.Run(fromStart, step.from()),
            n,
            run,
            factor);
        return;
      }
      List<Step> inner = steps.subList(1, steps.size());
      for (int i = 0; i < n; i++) {
        add(inner, toStart + i * step.to(), fromStart + i * step.from());
      }
    }
  }
}
