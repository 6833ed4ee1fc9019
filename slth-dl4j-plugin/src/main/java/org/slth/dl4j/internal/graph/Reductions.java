package org.slth.dl4j.internal.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.dl4j.internal.graph.DiagramLoop.Part;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.tensor.Diagram;
import org.slth.tensor.SetPartition;

/**
 * Every reduction of tensors of one order that commutes with permutations, each made from another
 * in one step: take the diagonals along a partition of the indices, then contract one block after
 * the other.
 *
 * <pre>
 *   x -> x along P -> contracted by one block -> ... -> the blocks in L remain
 * </pre>
 *
 * <p>The adjoint of all these steps in reverse order spreads reduced tensors over a large one, so
 * that the same list serves for inputs and outputs, forward and backward. Slot 0 is the tensor
 * itself. There are 2 slots for order 1, 6 for order 2 and 22 for order 3.
 */
final class Reductions {

  private final int order;
  private final List<Slot> slots = new ArrayList<>();

  /**
   * One reduction.
   *
   * @param partition P, of the indices
   * @param linked L, the blocks that remain, ascending
   * @param source the slot it is made from
   * @param step how
   * @param adjoint the way back
   * @param contracts whether the step sums over nodes
   */
  private record Slot(
      SetPartition partition,
      List<Integer> linked,
      int source,
      DiagramLoop step,
      DiagramLoop adjoint,
      boolean contracts) {

    double factor(double ofSums) {
      return contracts ? ofSums : 1;
    }
  }

  /**
   * Lists the reductions.
   *
   * @param order of the tensor
   * @param largest the greatest number of indices that remain, other than in slot 0
   */
  Reductions(int order, int largest) {
    this.order = order;
    SetPartition discrete = SetPartition.of(IntStream.range(0, order).toArray());
    require(discrete, blocks(order));
    for (int left = largest; left >= 0; left--) {
      for (SetPartition partition : SetPartition.all(order)) {
        for (List<Integer> linked : subsets(partition.blocks())) {
          if (linked.size() == left) {
            require(partition, linked);
          }
        }
      }
    }
  }

  private static List<Integer> blocks(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static List<List<Integer>> subsets(int size) {
    return IntStream.range(0, 1 << size)
        .mapToObj(
            bits -> IntStream.range(0, size).filter(b -> (bits >> b & 1) == 1).boxed().toList())
        .toList();
  }

  /** Returns the slot of a reduction, made if need be, after those it is made from. */
  private int require(SetPartition partition, List<Integer> linked) {
    int known = slot(partition, linked);
    if (known >= 0) {
      return known;
    }
    slots.add(made(partition, linked));
    return slots.size() - 1;
  }

  private Slot made(SetPartition partition, List<Integer> linked) {
    int[] all = IntStream.range(0, partition.blocks()).toArray();
    if (linked.size() == all.length) { // slot 0 has a step too, the identity, which nobody takes
      int[] indices = IntStream.range(0, order).map(partition::block).toArray();
      return slot(partition, linked, 0, step(indices, all));
    }
    int last = IntStream.of(all).filter(b -> !linked.contains(b)).max().orElseThrow();
    List<Integer> more =
        IntStream.of(all).filter(b -> b == last || linked.contains(b)).boxed().toList();
    int[] indices = IntStream.range(0, more.size()).toArray();
    int[] kept = linked.stream().mapToInt(more::indexOf).toArray();
    return slot(partition, linked, require(partition, more), step(indices, kept));
  }

  private static Slot slot(SetPartition partition, List<Integer> linked, int source, Diagram step) {
    DiagramLoop loop = DiagramLoop.of(step);
    return new Slot(partition, linked, source, loop, loop.adjoint(), step.contracted().length > 0);
  }

  private static Diagram step(int[] inputs, int[] outputs) {
    int[] string = IntStream.concat(IntStream.of(inputs), IntStream.of(outputs)).toArray();
    return new Diagram(inputs.length, outputs.length, SetPartition.of(string));
  }

  /** Returns the order of the tensor in a slot. */
  int order(int slot) {
    return slots.get(slot).linked().size();
  }

  /**
   * Returns the slot of a reduction, -1 if there is none.
   *
   * @param partition of the indices
   * @param linked the blocks that remain, ascending
   */
  int slot(SetPartition partition, List<Integer> linked) {
    return IntStream.range(0, slots.size())
        .filter(s -> slots.get(s).partition().equals(partition))
        .filter(s -> slots.get(s).linked().equals(linked))
        .findFirst()
        .orElse(-1);
  }

  /** Returns matrices for the slots of graphs of up to n nodes. */
  RowKernels[] allocate(DataType type, int n, int width) {
    return slots.stream()
        .map(slot -> RowKernels.zeros(type, GraphSizes.power(n, slot.linked().size()), width))
        .toArray(RowKernels[]::new);
  }

  /** Fills the slots of a graph of n nodes with zeros, from slot {@code first} on. */
  void clear(RowKernels[] tensors, int first, int n) {
    for (int s = first; s < tensors.length; s++) {
      tensors[s].fill(0, GraphSizes.power(n, order(s)), 0);
    }
  }

  /**
   * Overwrites all other slots by reductions of slot 0.
   *
   * @param tensors one for each slot
   * @param n the number of nodes
   * @param factor by which a sum over n nodes is multiplied
   */
  void reduce(RowKernels[] tensors, int n, double factor) {
    clear(tensors, 1, n);
    for (int s = 1; s < tensors.length; s++) {
      Slot slot = slots.get(s);
      Part from = new Part(tensors[slot.source()]);
      slot.step().add(n, new Part(tensors[s]), from, tensors[s].columns(), slot.factor(factor));
    }
  }

  /**
   * Adds all slots to slot 0: the adjoint of {@link #reduce}. It changes the other slots, too.
   *
   * @param tensors one for each slot
   * @param n the number of nodes
   * @param factor by which a sum over n nodes is multiplied
   */
  void spread(RowKernels[] tensors, int n, double factor) {
    for (int s = tensors.length - 1; s > 0; s--) {
      Slot slot = slots.get(s);
      Part to = new Part(tensors[slot.source()]);
      slot.adjoint().add(n, to, new Part(tensors[s]), tensors[s].columns(), slot.factor(factor));
    }
  }
}
