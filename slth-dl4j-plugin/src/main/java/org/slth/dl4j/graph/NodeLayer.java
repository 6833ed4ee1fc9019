package org.slth.dl4j.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.graph.Adjacency;
import org.slth.dl4j.internal.graph.MessagePassingFunction;
import org.slth.dl4j.internal.graph.Mixture;
import org.slth.dl4j.internal.vertex.VertexFunction;
import org.slth.dl4j.layer.LayerRuntime;

/** What layers that pass messages along edges share: nodes and edges in, nodes out. */
abstract class NodeLayer extends GraphLayer {

  private static final String NODES = "nodes";
  private static final String EDGES = "edges";

  @JsonProperty private final int nIn;
  @JsonProperty private final int nOut;
  @JsonProperty private final boolean hasBias;

  NodeLayer(LayerRuntime runtime, int nIn, int nOut, boolean hasBias) {
    super(runtime);
    if (nIn < 1 || nOut < 1) {
      throw new IllegalArgumentException(
          "expected at least one channel in and out, got %d and %d".formatted(nIn, nOut));
    }
    this.nIn = nIn;
    this.nOut = nOut;
    this.hasBias = hasBias;
  }

  /** Returns the number of input channels. */
  public final int nIn() {
    return nIn;
  }

  /** Returns the number of output channels. */
  public final int nOut() {
    return nOut;
  }

  /** Returns whether there is a bias. */
  public final boolean hasBias() {
    return hasBias;
  }

  /** Returns what the layer adds up. */
  abstract Mixture mixture();

  @Override
  final VertexFunction function() {
    return new MessagePassingFunction(mixture(), this::arcs);
  }

  private Adjacency arcs(INDArray[] inputs) {
    return Adjacency.of(inputs[1], inputs[0].size(0), inputs[0].size(0));
  }

  @Override
  final void requireRows(INDArray[] input) {
    Adjacency.require(input[1], input[0].size(0), input[0].size(0));
  }

  @Override
  final List<String> tensors() {
    return List.of(NODES);
  }

  @Override
  final List<String> structure() {
    return List.of(EDGES);
  }

  @Override
  final long channels(int input) {
    return input == 0 ? nIn : 2;
  }

  @Override
  final long outputChannels(long[] inputs) {
    return nOut;
  }

  /**
   * Draws uniformly from &plusmn;(6 / (fan-in + nOut))^1/2 (Glorot and Bengio 2010).
   *
   * @param fanIn how many weights add up in one output
   */
  final void initialize(INDArray weights, int fanIn) {
    double limit = Math.sqrt(6.0 / (fanIn + nOut));
    weights.assign(Nd4j.rand(weights.dataType(), weights.shape()).muli(2 * limit).subi(limit));
  }

  /** Returns the entry of that name, which the layer has declared. */
  static <T> T named(Map<String, T> entries, String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  static SDVariable nodes(Map<String, SDVariable> inputs) {
    return named(inputs, NODES);
  }

  static DenseAdjacency adjacency(SameDiff graph, Map<String, SDVariable> inputs) {
    SDVariable nodes = nodes(inputs);
    return new DenseAdjacency(graph, named(inputs, EDGES), nodes, nodes);
  }

  final SDVariable addBias(SDVariable y, Map<String, SDVariable> parameters) {
    return hasBias ? y.add(named(parameters, MessagePassingFunction.BIAS)) : y;
  }
}
