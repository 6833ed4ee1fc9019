package org.slth.dl4j.internal.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.graph.DiagramLoop.Part;
import org.slth.dl4j.internal.graph.KOrderPlan.Port;
import org.slth.dl4j.internal.rows.RowKernels;

/**
 * One side of a map between tensors, input or output: from the tensors of a mini-batch to their
 * reductions, side by side in a table for each number of indices, and the adjoint.
 *
 * @param order of the tensor
 * @param reductions of it
 * @param list the tables
 * @param factor by which a sum over n nodes is multiplied: 1 / n for means
 */
record TensorSide(int order, Reductions reductions, List<Table> list, IntToDoubleFunction factor) {

  /**
   * Which reductions stand side by side.
   *
   * @param linked their number of indices
   * @param ports the blocks of columns
   */
  record Table(int linked, List<Port> ports) {}

  /** Returns the number of tables. */
  int tables() {
    return list.size();
  }

  /** Returns the tables {@code [sum of n^b, ports * channels]} of a tensor. */
  List<INDArray> collect(INDArray tensor, GraphSizes sizes) {
    int width = Math.toIntExact(tensor.size(1));
    DataType type = tensor.dataType();
    List<INDArray> arrays = new ArrayList<>();
    for (Table table : list) {
      long[] shape = {sizes.rows(table.linked()), (long) table.ports().size() * width};
      arrays.add(Nd4j.createUninitialized(type, shape, 'c'));
    }
    RowKernels[] slots = reductions.allocate(type, sizes.largest(), width);
    RowKernels[] buffers = buffers(type, sizes, width);
    long[][] starts = starts(sizes);
    long[] rows = sizes.starts(order);
    for (int g = 0; g < sizes.graphs(); g++) {
      int n = sizes.nodes(g);
      slots[0].read(tensor, rows[g], GraphSizes.power(n, order));
      reductions.reduce(slots, n, factor.applyAsDouble(n));
      for (int t = 0; t < list.size(); t++) {
        join(list.get(t), slots, buffers[t], n);
        buffers[t].write(arrays.get(t), starts[t][g], GraphSizes.power(n, list.get(t).linked()));
      }
    }
    return arrays;
  }

  private void join(Table table, RowKernels[] slots, RowKernels buffer, int n) {
    buffer.fill(0, GraphSizes.power(n, table.linked()), 0);
    for (int p = 0; p < table.ports().size(); p++) {
      Port port = table.ports().get(p);
      RowKernels slot = slots[port.slot()];
      Part to = new Part(buffer, 0, p * slot.columns());
      port.adjoint().add(n, to, new Part(slot), slot.columns(), 1);
    }
  }

  /**
   * Overwrites a tensor by what tables spread over it: the adjoint of {@link #collect}.
   *
   * @param arrays the tables
   * @param sizes of the graphs
   * @param tensor the result
   */
  void distribute(List<INDArray> arrays, GraphSizes sizes, INDArray tensor) {
    int width = Math.toIntExact(tensor.size(1));
    RowKernels[] slots = reductions.allocate(tensor.dataType(), sizes.largest(), width);
    RowKernels[] buffers = buffers(tensor.dataType(), sizes, width);
    long[][] starts = starts(sizes);
    long[] rows = sizes.starts(order);
    for (int g = 0; g < sizes.graphs(); g++) {
      int n = sizes.nodes(g);
      reductions.clear(slots, 0, n);
      for (int t = 0; t < list.size(); t++) {
        buffers[t].read(arrays.get(t), starts[t][g], GraphSizes.power(n, list.get(t).linked()));
        split(list.get(t), buffers[t], slots, n);
      }
      reductions.spread(slots, n, factor.applyAsDouble(n));
      slots[0].write(tensor, rows[g], GraphSizes.power(n, order));
    }
  }

  private void split(Table table, RowKernels buffer, RowKernels[] slots, int n) {
    for (int p = 0; p < table.ports().size(); p++) {
      Port port = table.ports().get(p);
      RowKernels slot = slots[port.slot()];
      Part from = new Part(buffer, 0, p * slot.columns());
      port.exchange().add(n, new Part(slot), from, slot.columns(), 1);
    }
  }

  private RowKernels[] buffers(DataType type, GraphSizes sizes, int width) {
    return list.stream()
        .map(
            table ->
                RowKernels.zeros(
                    type,
                    GraphSizes.power(sizes.largest(), table.linked()),
                    (long) table.ports().size() * width))
        .toArray(RowKernels[]::new);
  }

  private long[][] starts(GraphSizes sizes) {
    return list.stream().map(table -> sizes.starts(table.linked())).toArray(long[][]::new);
  }
}
