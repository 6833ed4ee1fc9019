package org.slth.dl4j.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.graph.GraphSizes;
import org.slth.dl4j.internal.graph.MatrixProductFunction;
import org.slth.dl4j.internal.vertex.VertexFunction;
import org.slth.dl4j.layer.LayerRuntime;

/**
 * The matrix product of two tensors of order 2, channel by channel and graph by graph:
 *
 * <pre>
 *   y[i,j,f] = 1/n sum_k a[i,k,f] b[k,j,f]
 * </pre>
 *
 * Inputs are {@code a} and {@code b}, both {@code [sum of n^2, channels]}, and {@code sizes
 * [graphs, 1]}. The factor 1/n keeps numbers from growing with the graph. Its cost is n<sup>3</sup>
 * · channels; its gradients cost twice that.
 *
 * @see PpgnBlock
 */
public final class MatrixProduct extends GraphLayer {

  private MatrixProduct(Builder builder) {
    super(builder.runtime);
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private MatrixProduct() {
    this(new Builder());
  }

  @Override
  VertexFunction function() {
    return new MatrixProductFunction();
  }

  @Override
  List<String> tensors() {
    return List.of("a", "b");
  }

  @Override
  List<String> structure() {
    return List.of("sizes");
  }

  @Override
  long channels(int input) {
    return input < 2 ? 0 : 1;
  }

  @Override
  long outputChannels(long[] inputs) {
    if (inputs[0] != inputs[1]) {
      throw new IllegalArgumentException(
          "%s: expected as many channels in a as in b, got %d and %d"
              .formatted(title(), inputs[0], inputs[1]));
    }
    return inputs[0];
  }

  @Override
  List<Object> settings() {
    return List.of();
  }

  @Override
  MatrixProduct copy() {
    return new Builder().runtime(runtime()).build();
  }

  @Override
  void requireRows(INDArray[] input) {
    GraphSizes.of(input[2], 1).requireRows(2, input[0].size(0));
    if (!Arrays.equals(input[0].shape(), input[1].shape())) {
      throw new IllegalArgumentException(
          "expected a and b of one shape, got %s and %s"
              .formatted(Arrays.toString(input[0].shape()), Arrays.toString(input[1].shape())));
    }
  }

  @Override
  public SDVariable defineVertex(
      SameDiff sameDiff,
      Map<String, SDVariable> layerInput,
      Map<String, SDVariable> paramTable,
      Map<String, SDVariable> maskVars) {
    SDVariable sizes = Objects.requireNonNull(layerInput.get("sizes"));
    TupleGraph pairs = new TupleGraph(sameDiff, sizes, 2);
    TupleGraph triples = new TupleGraph(sameDiff, sizes, 3);
    SDVariable a = triples.select(pairs, 0, 1).mmul(layerInput.get("a"));
    SDVariable b = triples.select(pairs, 1, 2).mmul(layerInput.get("b"));
    SDVariable sum = triples.select(pairs, 0, 2).permute(1, 0).mmul(a.mul(b));
    return sum.div(pairs.nodes());
  }

  /** Options of the product. */
  public static final class Builder {

    private LayerRuntime runtime = LayerRuntime.FAST;

    /**
     * Chooses what runs the vertex; the default is {@link LayerRuntime#FAST}.
     *
     * @param runtime which of the two
     */
    public Builder runtime(LayerRuntime runtime) {
      this.runtime = runtime;
      return this;
    }

    /** Returns the product. */
    public MatrixProduct build() {
      return new MatrixProduct(this);
    }
  }
}
