package org.slth.dl4j.internal.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.dl4j.internal.rows.RowKernels.Run;
import org.slth.tensor.Diagram;
import org.slth.tensor.DiagramBasis;
import org.slth.tensor.SetPartition;

/**
 * How all diagrams of k -&gt; l are computed: a diagram that links b indices is a reduction of the
 * input to order b, an exchange of the b indices, and the adjoint of a reduction of the output.
 *
 * <p>So for each b the diagrams are a table, with one row for each reduction of the input to order
 * b, and one column for each reduction of the output together with an order of the indices. The
 * channels of one table mix in one matrix product. The identity of k -&gt; k for k &gt; 0 stands
 * apart, since it needs no copy.
 *
 * @param input the reductions of the input
 * @param output the reductions of the output, used backwards
 * @param levels the tables, from b = 0 on, without an empty one
 * @param identity the number of the diagram of the identity, -1 if there is none
 */
record KOrderPlan(Reductions input, Reductions output, List<Level> levels, int identity) {

  /**
   * A table.
   *
   * @param linked b
   * @param rows where each factor comes from
   * @param columns where each product goes; those of level 0 are in the order of the biases
   * @param diagrams the number in the basis for each row and column
   */
  record Level(int linked, List<Port> rows, List<Port> columns, List<List<Integer>> diagrams) {

    /**
     * Returns the coefficients of the table side by side, {@code [rows * in, columns * out]}.
     *
     * @param coefficients of all diagrams, {@code [diagrams * in, out]}
     * @param in number of input channels
     * @param type of the numbers
     */
    RowKernels assembled(RowKernels coefficients, int in, DataType type) {
      int out = coefficients.columns();
      RowKernels table =
          RowKernels.zeros(type, (long) rows.size() * in, (long) columns.size() * out);
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < columns.size(); c++) {
          table.addRuns(cell(r, c, in, out), coefficients, own(r, c, in, out), in, out, 1);
        }
      }
      return table;
    }

    /** Adds a table to the coefficients it is made of: the adjoint of {@link #assembled}. */
    void disassemble(RowKernels table, RowKernels coefficients) {
      int out = coefficients.columns();
      int in = table.rows() / rows.size();
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < columns.size(); c++) {
          coefficients.addRuns(own(r, c, in, out), table, cell(r, c, in, out), in, out, 1);
        }
      }
    }

    private Run cell(int row, int column, int in, int out) {
      int width = columns.size() * out;
      return new Run(row * in * width + column * out, width);
    }

    private Run own(int row, int column, int in, int out) {
      return new Run(diagrams.get(row).get(column) * in * out, out);
    }
  }

  /**
   * How a row or column of a table is connected with the tensor.
   *
   * @param slot the reduction of the tensor
   * @param exchange takes the indices of the table to those of the slot
   * @param adjoint the way back
   */
  record Port(int slot, DiagramLoop exchange, DiagramLoop adjoint) {

    static Port of(int slot, List<Integer> indices) {
      int order = indices.size();
      int[] string =
          IntStream.concat(IntStream.range(0, order), indices.stream().mapToInt(Integer::intValue))
              .toArray();
      DiagramLoop loop = DiagramLoop.of(new Diagram(order, order, SetPartition.of(string)));
      return new Port(slot, loop, loop.adjoint());
    }
  }

  /** Where a diagram stands. */
  private record Place(int linked, int row, Target target, int diagram) {}

  /** Which slot, and which of the input's indices each of its indices is. */
  private record Target(int slot, List<Integer> indices) {}

  /** Returns the plan for tensors of orders k and l. */
  static KOrderPlan of(int k, int l) {
    Reductions input = new Reductions(k, Math.min(k, l));
    Reductions output = new Reductions(l, Math.min(k, l));
    DiagramBasis basis = DiagramBasis.of(k, l);
    int identity = k == l && k > 0 ? basis.identity() : -1;
    List<Place> places =
        IntStream.range(0, basis.size())
            .filter(d -> d != identity)
            .mapToObj(d -> place(d, basis.diagram(d), input, output))
            .toList();
    List<Level> levels = new ArrayList<>();
    for (int b = 0; b <= Math.min(k, l); b++) {
      int linked = b;
      List<Place> own = places.stream().filter(place -> place.linked() == linked).toList();
      if (!own.isEmpty()) {
        levels.add(level(b, own));
      }
    }
    return new KOrderPlan(input, output, List.copyOf(levels), identity);
  }

  private static Place place(int number, Diagram diagram, Reductions input, Reductions output) {
    int[] linked = diagram.linked();
    SetPartition from =
        SetPartition.of(
            IntStream.range(0, diagram.inputOrder()).map(diagram::inputBlock).toArray());
    int[] blocks = IntStream.range(0, diagram.outputOrder()).map(diagram::outputBlock).toArray();
    List<Integer> seen = IntStream.of(blocks).distinct().boxed().toList();
    SetPartition to = SetPartition.of(IntStream.of(blocks).map(seen::indexOf).toArray());
    List<Integer> inputs = IntStream.of(linked).boxed().toList();
    List<Integer> outputs =
        IntStream.range(0, seen.size()).filter(t -> inputs.contains(seen.get(t))).boxed().toList();
    List<Integer> indices = outputs.stream().map(t -> inputs.indexOf(seen.get(t))).toList();
    return new Place(
        linked.length,
        input.slot(from, inputs),
        new Target(output.slot(to, outputs), indices),
        number);
  }

  private static Level level(int linked, List<Place> places) {
    List<Integer> rows = places.stream().map(Place::row).distinct().toList();
    List<Target> targets = places.stream().map(Place::target).distinct().toList();
    List<Integer> same = IntStream.range(0, linked).boxed().toList();
    return new Level(
        linked,
        rows.stream().map(slot -> Port.of(slot, same)).toList(),
        targets.stream().map(target -> Port.of(target.slot(), target.indices())).toList(),
        rows.stream()
            .map(row -> targets.stream().map(target -> diagram(places, row, target)).toList())
            .toList());
  }

  private static int diagram(List<Place> places, int row, Target target) {
    return places.stream()
        .filter(place -> place.row() == row && place.target().equals(target))
        .findFirst()
        .orElseThrow()
        .diagram();
  }
}
