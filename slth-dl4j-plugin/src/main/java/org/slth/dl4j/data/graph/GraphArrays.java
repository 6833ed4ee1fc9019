package org.slth.dl4j.data.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turns graphs of a data set into the arrays a network takes, in the order of its inputs. May be
 * used by many threads at once.
 *
 * <pre>{@code
 * GraphArrays arrays = new GraphArrays.Builder(dataset, SIZES, PAIRS).build();
 * int channels = arrays.channels(PAIRS);
 * MultiDataSet batch = arrays.batch(0, 1, 2);
 * }</pre>
 */
public final class GraphArrays {

  private static final int LARGEST_EXACT = 1 << 24; // of the whole numbers in float

  private final GraphDataset dataset;
  private final List<GraphInput> inputs;
  private final Map<GraphInput, RaggedArray> arrays = new EnumMap<>(GraphInput.class);
  private final DataType dataType;

  private GraphArrays(Builder builder) {
    this.dataset = builder.dataset;
    this.inputs = builder.inputs;
    this.dataType = builder.dataType;
    SetArrays pairs = new SetArrays(dataset, 2, builder.options);
    SetArrays triples = new SetArrays(dataset, 3, builder.options);
    for (GraphInput input : GraphInput.values()) {
      arrays.put(input, array(input, input.setSize() == 2 ? pairs : triples));
    }
  }

  private RaggedArray array(GraphInput input, SetArrays sets) {
    return switch (input) {
      case SIZES -> new NodeArrays.Sizes(dataset);
      case NODES -> new NodeArrays.Features(dataset);
      case EDGES -> new NodeArrays.Arcs(dataset);
      case PAIRS, TRIPLES -> new TensorArray(dataset, input.order());
      case SET_SIZES_2, SET_SIZES_3 -> sets.new Sizes();
      case SET_TYPES_2, SET_TYPES_3 -> sets.new Types();
      case SET_MEMBERS_2, SET_MEMBERS_3 -> sets.new Members();
      case SET_EDGES_2, SET_EDGES_3 -> sets.new Arcs();
    };
  }

  /** Returns the data set. */
  public GraphDataset dataset() {
    return dataset;
  }

  /** Returns the inputs, in order. */
  public List<GraphInput> inputs() {
    return inputs;
  }

  /** Returns the number of columns of an input, listed or not, at least one. */
  public int channels(GraphInput input) {
    return ragged(input).columns();
  }

  /** Returns the most rows a graph has in any of the inputs: what a batch costs memory for. */
  public long rows(int graph) {
    return inputs.stream().mapToLong(input -> ragged(input).rows(graph)).max().orElse(0);
  }

  /**
   * Returns the inputs for some graphs, and their classes one-hot {@code [graphs, classes]}.
   *
   * @param graphs numbers of graphs, at least one
   * @throws IllegalArgumentException if there is no number, or an array would be larger than Java
   *     and ND4J allow
   * @throws IndexOutOfBoundsException if there is no such graph
   */
  public MultiDataSet batch(int... graphs) {
    return new MultiDataSet(features(graphs), new INDArray[] {labels(graphs)});
  }

  /** Returns the inputs alone, as {@link #batch} does. */
  public INDArray[] features(int... graphs) {
    if (graphs.length == 0) {
      throw new IllegalArgumentException("expected at least one graph, got none");
    }
    List<INDArray> features = new ArrayList<>();
    for (GraphInput input : inputs) {
      features.add(filled(ragged(input), graphs));
    }
    return features.toArray(new INDArray[0]);
  }

  private INDArray labels(int... graphs) {
    float[] labels = new float[graphs.length * dataset.classes()];
    for (int i = 0; i < graphs.length; i++) {
      labels[i * dataset.classes() + dataset.graph(graphs[i]).label()] = 1;
    }
    return matrix(labels, graphs.length);
  }

  private INDArray filled(RaggedArray array, int... graphs) {
    long rows = Arrays.stream(graphs).mapToLong(array::rows).sum();
    float[] values = new float[checkedLength(array, Math.max(1, rows))];
    if (rows == 0) {
      Arrays.fill(values, array.padding());
    }
    int row = 0;
    int shift = 0;
    for (int graph : graphs) {
      array.write(graph, row, shift, values);
      row += (int) array.rows(graph);
      shift += array.shift(graph);
    }
    return matrix(values, (int) Math.max(1, rows));
  }

  private static int checkedLength(RaggedArray array, long rows) {
    long length = rows * array.columns();
    if (length > Integer.MAX_VALUE - 8 || (array.padding() < 0 && rows > LARGEST_EXACT)) {
      throw new IllegalArgumentException(
          String.format(
              "expected a batch of less than 2³¹ numbers and 2²⁴ numbered rows, got %d rows of %d:"
                  + " take fewer graphs at a time",
              rows, array.columns()));
    }
    return (int) length;
  }

  private INDArray matrix(float[] values, int rows) {
    return Nd4j.createFromArray(values).reshape(rows, values.length / rows).castTo(dataType);
  }

  private RaggedArray ragged(GraphInput input) {
    RaggedArray array = arrays.get(input);
    if (array == null) {
      throw new IllegalStateException("no array for " + input);
    }
    return array;
  }

  /** Which arrays to make. */
  public static final class Builder {

    private final GraphDataset dataset;
    private final List<GraphInput> inputs;
    private SetOptions options = SetOptions.DEFAULT;
    private DataType dataType = DataType.FLOAT;

    /**
     * Starts with the inputs of the network, in their order.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder(GraphDataset dataset, GraphInput... inputs) {
      if (inputs.length == 0) {
        throw new IllegalArgumentException("expected at least one input, got none");
      }
      this.dataset = dataset;
      this.inputs = List.of(inputs);
    }

    /** Sets which sets of nodes to take; {@link SetOptions#DEFAULT} by default. */
    public Builder sets(SetOptions newOptions) {
      this.options = newOptions;
      return this;
    }

    /** Sets the type of all arrays; {@code FLOAT} by default. */
    public Builder dataType(DataType newDataType) {
      this.dataType = newDataType;
      return this;
    }

    /** Returns the arrays. */
    public GraphArrays build() {
      return new GraphArrays(this);
    }
  }
}
