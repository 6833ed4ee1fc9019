package org.slth.dl4j.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.graph.GraphSizes;
import org.slth.dl4j.internal.graph.ReadoutFunction;
import org.slth.dl4j.internal.vertex.VertexFunction;
import org.slth.dl4j.layer.LayerRuntime;

/**
 * Sum, mean or maximum of the rows of each graph: from a tensor of any order to one row per graph.
 *
 * <p>Inputs are the tensor {@code [rows, channels]} and {@code sizes [graphs, 1]}; the output is
 * {@code [graphs, channels]}. A size may be 0, which gives zeros. Rows after those of the last
 * graph are padding: they change nothing and get no gradient. The gradient of a maximum goes to the
 * first row that reaches it.
 */
public final class GraphReadout extends GraphLayer {

  @JsonProperty private final int order;
  @JsonProperty private final Readout readout;

  private GraphReadout(Builder builder) {
    super(builder.runtime);
    this.order = builder.order;
    this.readout = builder.readout;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private GraphReadout() {
    this(new Builder(0, Readout.SUM));
  }

  /** Returns the order of the input. */
  public int order() {
    return order;
  }

  /** Returns what is computed. */
  public Readout readout() {
    return readout;
  }

  @Override
  VertexFunction function() {
    return new ReadoutFunction(
        order,
        switch (readout) {
          case SUM -> PoolingType.SUM;
          case MEAN -> PoolingType.AVG;
          case MAX -> PoolingType.MAX;
        });
  }

  @Override
  List<String> tensors() {
    return List.of("tensor");
  }

  @Override
  List<String> structure() {
    return List.of("sizes");
  }

  @Override
  long channels(int input) {
    return input == 0 ? 0 : 1;
  }

  @Override
  long outputChannels(long[] inputs) {
    return inputs[0];
  }

  @Override
  List<Object> settings() {
    return List.of(order, readout);
  }

  @Override
  GraphReadout copy() {
    return new Builder(order, readout).runtime(runtime()).build();
  }

  @Override
  void requireRows(INDArray[] input) {
    long rows = GraphSizes.of(input[1], 0).rows(order);
    if (input[0].size(0) < rows) {
      throw new IllegalArgumentException(
          "expected at least %d rows, the sum of n^%d over %d graphs, got %d"
              .formatted(rows, order, input[1].size(0), input[0].size(0)));
    }
  }

  @Override
  public SDVariable defineVertex(
      SameDiff sameDiff,
      Map<String, SDVariable> layerInput,
      Map<String, SDVariable> paramTable,
      Map<String, SDVariable> maskVars) {
    SDVariable tensor = Objects.requireNonNull(layerInput.get("tensor"));
    SDVariable sizes = Objects.requireNonNull(layerInput.get("sizes"));
    TupleGraph tuples = new TupleGraph(sameDiff, sizes, order, sameDiff.sizeAt(tensor, 0));
    SDVariable member = tuples.member().permute(1, 0); // [graphs, rows]
    SDVariable counts = member.sum(true, 1);
    if (readout == Readout.MAX) {
      SDVariable others = sameDiff.expandDims(member.sub(1).mul(1e30), 2);
      SDVariable filled = sameDiff.gt(counts, 0).castTo(tensor.dataType());
      return sameDiff.expandDims(tensor, 0).add(others).max(1).mul(filled);
    }
    SDVariable sum = member.mmul(tensor);
    return readout == Readout.SUM
        ? sum
        : sum.div(sameDiff.math().max(counts, counts.mul(0).add(1)));
  }

  /** Options of the readout. */
  public static final class Builder {

    private final int order;
    private final Readout readout;
    private LayerRuntime runtime = LayerRuntime.FAST;

    /**
     * Starts a readout.
     *
     * @param order of the input, from 0 to 3
     * @param readout what to compute
     * @throws IllegalArgumentException if the order is out of range
     */
    public Builder(int order, Readout readout) {
      GraphLayer.requireOrder(order, KOrderLayer.HIGHEST_ORDER);
      this.order = order;
      this.readout = readout;
    }

    /**
     * Chooses what runs the vertex; the default is {@link LayerRuntime#FAST}.
     *
     * @param runtime which of the two
     */
    public Builder runtime(LayerRuntime runtime) {
      this.runtime = runtime;
      return this;
    }

    /** Returns the readout. */
    public GraphReadout build() {
      return new GraphReadout(this);
    }
  }
}
