package org.slth.dl4j.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDVertexParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.vertex.HandwrittenVertex;
import org.slth.dl4j.internal.vertex.ReferenceVertex;
import org.slth.dl4j.internal.vertex.RuntimeVertex.Place;
import org.slth.dl4j.internal.vertex.VertexFunction;
import org.slth.dl4j.layer.LayerRuntime;

/** What all vertices on batches of graphs share: their inputs, checks, and choice of a runtime. */
abstract class GraphLayer extends SameDiffVertex {

  @JsonProperty private final LayerRuntime runtime;

  GraphLayer(LayerRuntime runtime) {
    this.runtime = runtime;
  }

  /** Returns what runs the vertex. */
  public final LayerRuntime runtime() {
    return runtime;
  }

  /** Returns what the vertex computes. */
  abstract VertexFunction function();

  /** Returns the names of the inputs that are tensors, which come first. */
  abstract List<String> tensors();

  /** Returns the names of the inputs that describe the structure of a batch, which come last. */
  abstract List<String> structure();

  /**
   * Returns the number of channels of an input, if the configuration says it.
   *
   * @param input its place among the inputs
   * @return the number, or 0 if any number will do
   */
  abstract long channels(int input);

  /**
   * Returns the number of channels of the output.
   *
   * @param inputs the numbers of channels of all inputs
   */
  abstract long outputChannels(long[] inputs);

  /** Returns everything that tells two vertices of one class apart. */
  abstract List<Object> settings();

  /**
   * Checks the rows of the inputs and what the structure says.
   *
   * @throws IllegalArgumentException if they do not belong together
   */
  void requireRows(INDArray[] input) {
    // some vertices take any
  }

  /** Returns a vertex of the same settings, without what training adds. */
  abstract GraphLayer copy();

  /** Declares the parameters; most vertices have none. */
  void defineParameters(SDVertexParams params) {
    // none
  }

  @Override
  public final void defineParametersAndInputs(SDVertexParams params) {
    params.defineInputs(inputNames().toArray(String[]::new));
    defineParameters(params);
  }

  private List<String> inputNames() {
    return Stream.concat(tensors().stream(), structure().stream()).toList();
  }

  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    // most vertices have none
  }

  @Override
  public final org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int idx,
      @Nullable INDArray paramsView,
      boolean initializeParams,
      DataType networkDatatype) {
    setName(name);
    Place place = new Place(graph, name, idx, paramsView, initializeParams, networkDatatype);
    return runtime == LayerRuntime.FAST
        ? new HandwrittenVertex(place, this, tensors().size(), function())
        : new ReferenceVertex(place, this, tensors().size());
  }

  @Override
  public final int minVertexInputs() {
    return inputNames().size();
  }

  @Override
  public final int maxVertexInputs() {
    return inputNames().size();
  }

  @Override
  public final InputType getOutputType(int layerIndex, InputType... vertexInputs) {
    requireInputs(vertexInputs.length);
    long[] found = new long[vertexInputs.length];
    for (int i = 0; i < found.length; i++) {
      if (!(vertexInputs[i] instanceof InputType.InputTypeFeedForward rows)) {
        throw mistake(i, "as InputType.feedForward", vertexInputs[i]);
      }
      found[i] = rows.getSize();
      requireChannels(i, found[i], vertexInputs[i]);
    }
    return InputType.feedForward(outputChannels(found));
  }

  @Override
  public void validateInput(INDArray[] input) {
    requireInputs(input.length);
    for (int i = 0; i < input.length; i++) {
      String shape = Arrays.toString(input[i].shape());
      if (input[i].rank() != 2) {
        throw mistake(i, "as [rows, channels]", shape);
      }
      requireChannels(i, input[i].size(1), shape);
    }
    try {
      requireRows(input);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(title() + ": " + e.getMessage(), e);
    }
  }

  private void requireInputs(int count) {
    if (count != inputNames().size()) {
      throw new IllegalArgumentException(
          "%s: expected the inputs %s, got %d inputs".formatted(title(), inputNames(), count));
    }
  }

  private void requireChannels(int input, long found, Object shown) {
    if (channels(input) > 0 && channels(input) != found) {
      throw mistake(input, "with %d channels".formatted(channels(input)), shown);
    }
  }

  private IllegalArgumentException mistake(int input, String expected, Object found) {
    return new IllegalArgumentException(
        "%s: expected the input %s %s, got %s"
            .formatted(title(), inputNames().get(input), expected, found));
  }

  /** Returns what messages call the vertex. */
  final String title() {
    String name = getLayerName();
    return getClass().getSimpleName() + (name == null ? "" : " " + name);
  }

  /**
   * Checks the order of a tensor.
   *
   * @throws IllegalArgumentException if it is negative or too high
   */
  static void requireOrder(int order, int highest) {
    if (order < 0 || order > highest) {
      throw new IllegalArgumentException(
          "expected an order from 0 to %d, got %d".formatted(highest, order));
    }
  }

  @Override
  public final Pair<@Nullable INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] maskArrays, MaskState currentMaskState, int minibatchSize) {
    if (maskArrays != null && Arrays.stream(maskArrays).anyMatch(Objects::nonNull)) {
      throw new IllegalArgumentException(
          title() + ": expected no feature masks, since batches of graphs have no padding");
    }
    return new Pair<>(null, currentMaskState);
  }

  @Override
  public final GraphLayer clone() {
    GraphLayer copy = copy();
    copy.regularization = copied(regularization);
    copy.regularizationBias = copied(regularizationBias);
    copy.updater = updater == null ? null : updater.clone();
    copy.biasUpdater = biasUpdater == null ? null : biasUpdater.clone();
    copy.gradientNormalization = gradientNormalization;
    copy.gradientNormalizationThreshold = gradientNormalizationThreshold;
    copy.dataType = dataType;
    copy.setName(getName());
    return copy;
  }

  private static @Nullable List<Regularization> copied(@Nullable List<Regularization> terms) {
    return terms == null
        ? null
        : new ArrayList<>(terms.stream().map(Regularization::clone).toList());
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // vertices of two classes differ
  public final boolean equals(@Nullable Object other) {
    return other instanceof GraphLayer that
        && getClass() == other.getClass()
        && settings().equals(that.settings())
        && training().equals(that.training());
  }

  private List<@Nullable Object> training() {
    return Arrays.asList(
        runtime,
        regularization,
        regularizationBias,
        updater,
        biasUpdater,
        gradientNormalization,
        gradientNormalizationThreshold);
  }

  @Override
  public final int hashCode() {
    return Objects.hash(getClass(), settings());
  }
}
