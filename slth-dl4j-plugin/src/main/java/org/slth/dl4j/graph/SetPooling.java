package org.slth.dl4j.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.graph.Adjacency;
import org.slth.dl4j.internal.graph.SetPoolingFunction;
import org.slth.dl4j.internal.vertex.VertexFunction;
import org.slth.dl4j.layer.LayerRuntime;

/**
 * Features of sets of nodes, from those of their members:
 *
 * <pre>
 *   y_s = [ types_s , mean of nodes_i over the members i of s ]
 * </pre>
 *
 * the step from one order to the next in a hierarchical 1-2-3-GNN (Morris et al. 2019, section
 * 4.2). The mean of a set without members is 0; a member that is listed twice counts twice.
 *
 * <p>Inputs: {@code nodes [nodes, F]}, {@code types [sets, T]}, such as isomorphism types one-hot,
 * and {@code members [rows, 2]}, rows (set, node), of which (-1, -1) are ignored. The "nodes" may
 * themselves be sets of a lower order. The output is {@code [sets, T + F]}. There are no
 * parameters.
 */
public final class SetPooling extends GraphLayer {

  private static final String NODES = "nodes";
  private static final String TYPES = "types";
  private static final String MEMBERS = "members";

  private SetPooling(LayerRuntime runtime) {
    super(runtime);
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private SetPooling() {
    this(LayerRuntime.FAST);
  }

  @Override
  VertexFunction function() {
    return new SetPoolingFunction(this::members);
  }

  private Adjacency members(INDArray[] inputs) {
    return Adjacency.of(inputs[2], inputs[1].size(0), inputs[0].size(0));
  }

  @Override
  void requireRows(INDArray[] input) {
    Adjacency.require(input[2], input[1].size(0), input[0].size(0));
  }

  @Override
  List<String> tensors() {
    return List.of(NODES, TYPES);
  }

  @Override
  List<String> structure() {
    return List.of(MEMBERS);
  }

  @Override
  long channels(int input) {
    return input == 2 ? 2 : 0;
  }

  @Override
  long outputChannels(long[] inputs) {
    return inputs[0] + inputs[1];
  }

  @Override
  public SDVariable defineVertex(
      SameDiff sameDiff,
      Map<String, SDVariable> layerInput,
      Map<String, SDVariable> paramTable,
      Map<String, SDVariable> maskVars) {
    SDVariable nodes = Objects.requireNonNull(layerInput.get(NODES));
    SDVariable types = Objects.requireNonNull(layerInput.get(TYPES));
    SDVariable means =
        new DenseAdjacency(sameDiff, Objects.requireNonNull(layerInput.get(MEMBERS)), types, nodes)
            .mean(nodes);
    return sameDiff.concat(1, types, means);
  }

  @Override
  List<Object> settings() {
    return List.of();
  }

  @Override
  GraphLayer copy() {
    return new SetPooling(runtime());
  }

  /** Options of the vertex. */
  public static final class Builder {

    private LayerRuntime runtime = LayerRuntime.FAST;

    /** Starts a vertex. */
    public Builder() {}

    /**
     * Chooses what runs the vertex; the default is {@link LayerRuntime#FAST}.
     *
     * @param runtime which of the two
     */
    public Builder runtime(LayerRuntime runtime) {
      this.runtime = runtime;
      return this;
    }

    /** Returns the vertex. */
    public SetPooling build() {
      return new SetPooling(runtime);
    }
  }
}
