package org.slth.dl4j.graph;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.slth.tensor.Diagram;
import org.slth.tensor.DiagramBasis;

/** The SameDiff graph of a {@link KOrderLayer}: one matrix for each diagram. */
final class KOrderGraph {

  private final KOrderLayer layer;
  private final SameDiff graph;
  private final SDVariable tensor;
  private final TupleGraph inputs;
  private final TupleGraph outputs;

  KOrderGraph(KOrderLayer layer, SameDiff graph, Map<String, SDVariable> variables) {
    this.layer = layer;
    this.graph = graph;
    this.tensor = Objects.requireNonNull(variables.get("tensor"));
    SDVariable sizes = Objects.requireNonNull(variables.get("sizes"));
    this.inputs = new TupleGraph(graph, sizes, layer.inputOrder());
    this.outputs = new TupleGraph(graph, sizes, layer.outputOrder());
  }

  SDVariable define(Map<String, SDVariable> parameters) {
    SDVariable weight = Objects.requireNonNull(parameters.get(KOrderLayer.WEIGHT));
    DiagramBasis basis = layer.basis();
    SDVariable result = null;
    for (int d = 0; d < basis.size(); d++) {
      SDVariable mixed = tensor.mmul(coefficients(weight, d));
      result = plus(result, matrix(basis.diagram(d)).mmul(mixed));
    }
    SDVariable bias = parameters.get(KOrderLayer.BIAS);
    for (int e = 0; bias != null && e < basis.biases().size(); e++) {
      SDVariable row = graph.slice(bias, new int[] {e, 0}, 1, layer.nOut());
      result = plus(result, pattern(basis.biases().diagram(e)).mul(row));
    }
    return Objects.requireNonNull(result);
  }

  /** The coefficients of a diagram, [in, out]. */
  private SDVariable coefficients(SDVariable weight, int diagram) {
    return graph
        .slice(weight, new int[] {diagram, 0, 0}, 1, layer.nIn(), layer.nOut())
        .reshape(layer.nIn(), layer.nOut());
  }

  private static SDVariable plus(@Nullable SDVariable sum, SDVariable term) {
    return sum == null ? term : sum.add(term);
  }

  /** The matrix of a diagram, [output rows, input rows]. */
  private SDVariable matrix(Diagram diagram) {
    SDVariable matrix = outputs.member().mmul(inputs.member().permute(1, 0));
    for (int c = 0; c < diagram.contracted().length; c++) {
      matrix = layer.isMean() ? matrix.div(outputs.nodes()) : matrix.div(layer.contractionSize());
    }
    int k = diagram.inputOrder();
    for (int i = 1; i < diagram.partition().size(); i++) {
      int first = first(diagram, i);
      if (first < i) {
        matrix = matrix.mul(equal(k, first, i));
      }
    }
    return matrix;
  }

  /** Which rows of the output agree with a diagram without inputs, [output rows, 1]. */
  private SDVariable pattern(Diagram diagram) {
    SDVariable pattern = outputs.nodes().mul(0).add(1);
    for (int i = 1; i < diagram.partition().size(); i++) {
      int first = first(diagram, i);
      if (first < i) {
        pattern = pattern.mul(equal(0, first, i));
      }
    }
    return pattern;
  }

  private static int first(Diagram diagram, int index) {
    return diagram.partition().members(diagram.partition().block(index))[0];
  }

  /** Whether two indices stand at one node; the first k are those of the input. */
  private SDVariable equal(int k, int first, int second) {
    SDVariable a = node(k, first);
    SDVariable b = node(k, second);
    return graph.eq(a, b).castTo(a.dataType());
  }

  private SDVariable node(int k, int index) {
    return index < k ? inputs.node(index).permute(1, 0) : outputs.node(index - k);
  }
}
