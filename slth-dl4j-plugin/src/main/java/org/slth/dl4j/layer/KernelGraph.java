package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/** The kernel and the bias of a {@link SteerableLayer} in a SameDiff graph. */
final class KernelGraph {

  private final SteerableLayer layer;
  private final FieldType input;
  private final FieldType output;
  private final long cells;

  KernelGraph(SteerableLayer layer) {
    this.layer = layer;
    this.input = layer.inputType();
    this.output = layer.outputType();
    this.cells = layer.kernel().cells();
  }

  /** The bias of every channel, in a shape that is added to what the layer makes of its input. */
  SDVariable bias(SDVariable coefficients, SDVariable x) {
    FieldInvariants invariants = new FieldInvariants(output);
    INDArray rows = Nd4jBridge.array(invariants.matrix(), coefficients.dataType());
    SDVariable channels =
        product(coefficients, invariants.coefficients(), coefficients.getSameDiff().constant(rows));
    int dimension = output.dimension();
    return x.getShape().length == 4
        ? channels.reshape(1, dimension, 1, 1)
        : channels.reshape(1, dimension);
  }

  /** The kernel [cells, in, out]. */
  SDVariable kernel(SameDiff graph, SDVariable coefficients) {
    List<SDVariable> columns = new ArrayList<>(); // one for each run of output fields
    List<SDVariable> rows = new ArrayList<>(); // its runs of input fields
    for (CoefficientLayout.Block block : layer.layout().blocks()) {
      rows.add(part(graph, coefficients, block));
      if (block.firstInput() + block.inputs() == input.size()) {
        columns.add(joined(graph, 1, rows));
        rows.clear();
      }
    }
    return joined(graph, 2, columns);
  }

  /** The part of the kernel that a block feeds, [cells, in, out]. */
  private SDVariable part(SameDiff graph, SDVariable coefficients, CoefficientLayout.Block block) {
    Representation from = input.fields().get(block.firstInput());
    Representation to = output.fields().get(block.firstOutput());
    long in = (long) block.inputs() * from.dimension();
    long out = (long) block.outputs() * to.dimension();
    DataType type = coefficients.dataType();
    if (block.size() == 0) {
      return graph.constant(Nd4j.zeros(type, cells, in, out));
    }
    INDArray basis = layer.kernel().array(from, to, type);
    long pairs = (long) block.outputs() * block.inputs();
    SDVariable own =
        pairs * block.size() == layer.layout().total()
            ? coefficients
            : RunGraph.numbers(coefficients, block.offset(), (int) pairs * block.size());
    return product(own.reshape(pairs, block.size()), pairs * block.size(), graph.constant(basis))
        .reshape(block.outputs(), block.inputs(), cells, from.dimension(), to.dimension())
        .permute(2, 1, 3, 0, 4)
        .reshape(cells, in, out);
  }

  /** A matrix product; that of 1 x 1 matrices has no gradient in SameDiff. */
  private static SDVariable product(SDVariable left, long size, SDVariable constant) {
    return size == 1 ? left.mul(constant) : left.mmul(constant);
  }

  private static SDVariable joined(SameDiff graph, int dimension, List<SDVariable> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : graph.concat(dimension, parts.toArray(new SDVariable[0]));
  }
}
