package org.slth.dl4j.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.activations.IActivation;
import org.slth.algebra.Matrix;
import org.slth.dl4j.internal.network.PlannedVertex;
import org.slth.dl4j.internal.network.Rank;
import org.slth.dl4j.internal.network.TargetVertex;

/**
 * The stock layers that together stand for one layer, as they are added one by one. Every method
 * that adds one returns its name, by which the next is fed.
 */
final class Sketch {

  private static final double[] NO_BIAS = {};

  private final TargetVertex vertex;
  private final Set<String> taken;
  private final List<PlannedVertex> vertices = new ArrayList<>();

  /**
   * Starts with nothing.
   *
   * @param vertex what the layers stand for
   * @param taken the names in use; new ones are added
   */
  Sketch(TargetVertex vertex, Set<String> taken) {
    this.vertex = vertex;
    this.taken = taken;
  }

  /** Returns the name of what feeds the layer. */
  String input() {
    return vertex.inputs().get(0);
  }

  /** Returns whether the layer has a parameter of this name. */
  boolean has(String name) {
    return vertex.parameters().containsKey(name);
  }

  /** Returns a parameter of the layer. */
  double[] parameter(String name) {
    return Objects.requireNonNull(vertex.parameters().get(name), name);
  }

  /** Returns the layers; the last takes the name of what they stand for. */
  List<PlannedVertex> finished() {
    List<PlannedVertex> all = new ArrayList<>(vertices);
    PlannedVertex last = all.remove(all.size() - 1);
    all.add(
        new PlannedVertex(
            vertex.name(),
            last.inputs(),
            last.configuration(),
            last.parameters(),
            last.preProcessor()));
    return all;
  }

  /** Adds a layer without parameters. */
  String layer(String from, Layer configuration) {
    return layer(from, configuration, Map.of(), Optional.empty());
  }

  /** Adds a layer. */
  String layer(String from, Layer configuration, Map<String, double[]> parameters) {
    return layer(from, configuration, parameters, Optional.empty());
  }

  private String layer(
      String from,
      Layer configuration,
      Map<String, double[]> parameters,
      Optional<InputPreProcessor> reshaping) {
    Optional<InputPreProcessor> first =
        from.equals(input()) ? vertex.preProcessor() : Optional.empty();
    Optional<InputPreProcessor> both =
        first.isPresent() && reshaping.isPresent()
            ? Optional.of(new ComposableInputPreProcessor(first.get(), reshaping.get()))
            : first.or(() -> reshaping);
    return add(new PlannedVertex(freeName(), List.of(from), configuration, parameters, both));
  }

  /** Adds what combines layers number by number. */
  String combined(ElementWiseVertex.Op operation, List<String> from) {
    return add(
        new PlannedVertex(
            freeName(), from, new ElementWiseVertex(operation), Map.of(), Optional.empty()));
  }

  private String add(PlannedVertex planned) {
    vertices.add(planned);
    return planned.name();
  }

  private String freeName() {
    int number = vertices.size() + 1;
    String name = vertex.name() + "-" + number;
    while (!taken.add(name)) {
      number++;
      name = vertex.name() + "-" + number;
    }
    return name;
  }

  /**
   * Adds y = W x, on every pixel of an image.
   *
   * @param weights one row for each output channel
   */
  String linear(Rank rank, String from, Matrix weights) {
    return linear(rank, from, weights, NO_BIAS, StockLayers.IDENTITY);
  }

  /**
   * Adds y = σ(W x + b), on every pixel of an image.
   *
   * @param weights one row for each output channel
   * @param bias one number for each output channel, or none at all
   */
  String linear(Rank rank, String from, Matrix weights, double[] bias, IActivation activation) {
    boolean rows = rank == Rank.ROWS;
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(
        rows ? DefaultParamInitializer.WEIGHT_KEY : ConvolutionParamInitializer.WEIGHT_KEY,
        (rows ? weights.transposed() : weights).toArray());
    if (bias.length > 0) {
      parameters.put(DefaultParamInitializer.BIAS_KEY, bias);
    }
    boolean hasBias = bias.length > 0;
    int in = weights.columns();
    return layer(
        from, StockLayers.linear(rank, in, weights.rows(), hasBias, activation), parameters);
  }

  /** Adds what gives its input. */
  String identity() {
    return layer(input(), StockLayers.activation(StockLayers.IDENTITY));
  }

  /** Makes images of one pixel of vectors; images stay as they are. */
  String toImages(Rank rank, String from, long channels) {
    return rank == Rank.IMAGES
        ? from
        : layer(
            from,
            StockLayers.activation(StockLayers.IDENTITY),
            Map.of(),
            Optional.of(new FeedForwardToCnnPreProcessor(1, 1, channels)));
  }

  /** The way back from {@link #toImages}. */
  String fromImages(Rank rank, String from, long channels) {
    return rank == Rank.IMAGES
        ? from
        : layer(
            from,
            StockLayers.activation(StockLayers.IDENTITY),
            Map.of(),
            Optional.of(new CnnToFeedForwardPreProcessor(1, 1, channels)));
  }

  /**
   * Adds an activation. DL4J's ActivationLayer overwrites what feeds it, outside of training, so
   * where others see that too, it gets a copy: a pooling over one pixel.
   *
   * @param shared whether others see it
   */
  String activated(Rank rank, String from, int channels, IActivation activation, boolean shared) {
    if (!shared) {
      return layer(from, StockLayers.activation(activation));
    }
    String images = toImages(rank, from, channels);
    String copied = layer(images, StockLayers.pooledRows(1, PoolingType.MAX));
    return layer(fromImages(rank, copied, channels), StockLayers.activation(activation));
  }

  /**
   * Adds what is taken over groups of channels: a transposed convolution puts the channels of a
   * group below each other, as rows of a higher image, over which a pooling goes.
   *
   * @param channels how many channels come in
   * @param groups the channels of each output, equally many for all; -1 for one that is zero
   */
  String pooled(String from, int channels, int[][] groups, PoolingType type) {
    int size = groups[0].length;
    double[] weights = new double[channels * groups.length * size];
    for (int g = 0; g < groups.length; g++) {
      for (int row = 0; row < size; row++) {
        if (groups[g][row] >= 0) {
          weights[(groups[g][row] * groups.length + g) * size + row] = 1;
        }
      }
    }
    Layer rows = StockLayers.rows(size, channels, groups.length);
    String high = layer(from, rows, Map.of(ConvolutionParamInitializer.WEIGHT_KEY, weights));
    return layer(high, StockLayers.pooledRows(size, type));
  }
}
