package org.slth.dl4j.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.representation.FieldType;

/**
 * The laws of a layer <i>f</i> that commutes with a group:
 *
 * <pre>
 * f(ρ_in(g) x) = ρ_out(g) f(x)
 * </pre>
 *
 * <p>It does so for every element that maps the pixels to themselves (for vectors: every element),
 * whatever its parameters are, and whatever a mask cuts out of them; its output depends on its
 * input; its gradients by parameters and input are those of finite differences; it comes back the
 * same from JSON, from a clone, from a saved file and in a {@code ComputationGraph}.
 *
 * <p>Everything is computed in double precision, with parameters away from their initial values.
 * The layer must be deterministic in training too.
 */
public final class LayerLaws {

  /** Of numbers of order 1, after sums of some thousand products. */
  private static final double ROUNDING = 1e-9;

  private static final int BATCH = 3;
  private static final long SEED = 7;

  private final Layer layer;
  private final InputType size;
  private final FieldType input;
  private final FieldType output;
  private final INDArray x;
  private final int[] elements;

  private LayerLaws(
      Layer layer, InputType size, FieldType input, FieldType output, int[] elements) {
    this.layer = layer;
    this.size = size;
    this.input = input;
    this.output = output;
    this.x = inputs(size);
    this.elements = elements;
  }

  /**
   * Checks a layer. The cost is one pass for each element of the group, and two for each of a few
   * hundred finite differences: keep it small.
   *
   * @param layer its configuration; not modified
   * @param size the images or vectors that it takes, such as {@code InputType.convolutional(5, 5,
   *     channels)}
   * @param input how the group acts on its input
   * @param output how it acts on its output
   * @throws AssertionError if it breaks a law
   */
  public static void check(Layer layer, InputType size, FieldType input, FieldType output) {
    check(layer, size, input, output, EquivarianceError.exactElements(input.group(), inputs(size)));
  }

  /**
   * Checks a layer that commutes with some elements, such as those that a {@link
   * org.slth.dl4j.layer.FourierNonlinearity} samples.
   *
   * @param layer its configuration; not modified
   * @param size the images or vectors that it takes
   * @param input how the group acts on its input
   * @param output how it acts on its output
   * @param elements with which it commutes; not modified
   * @throws AssertionError if it breaks a law
   */
  public static void check(
      Layer layer, InputType size, FieldType input, FieldType output, int[] elements) {
    LayerLaws laws = new LayerLaws(layer, size, input, output, elements);
    MultiLayerNetwork network = laws.network(List.of(layer.clone()));
    laws.checkCommutes(network, "");
    laws.checkDepends(network);
    mask(network);
    laws.checkCommutes(network, " under a mask");
    FiniteDifferences.check(laws.network(List.of(layer.clone())), laws.x);
    laws.checkKept();
  }

  private void checkCommutes(MultiLayerNetwork network, String when) {
    EquivarianceError error =
        EquivarianceError.of(y -> network.output(y, false), input, output, x, elements);
    require(
        error.maximum() <= ROUNDING * Math.max(1, error.scale()),
        "it commutes with %s%s, got an %s",
        input.group().name(),
        when,
        error);
  }

  private void checkDepends(MultiLayerNetwork network) {
    INDArray y = network.output(x.dup()).dup();
    double change = network.output(x.mul(2).addi(1)).sub(y).amaxNumber().doubleValue();
    require(change > ROUNDING, "its output depends on its input, got a change of %s", change);
  }

  private void checkKept() {
    MultiLayerNetwork network = network(withOutput());
    INDArray y = network.output(x.dup()).dup();
    MultiLayerConfiguration conf = network.getLayerWiseConfigurations();
    Layer read = MultiLayerConfiguration.fromJson(conf.toJson()).getConf(0).getLayer();
    require(
        read.equals(conf.getConf(0).getLayer()), "it is equal to itself after JSON, got %s", read);
    Layer copy = conf.getConf(0).getLayer().clone();
    require(copy.equals(conf.getConf(0).getLayer()), "it is equal to its clone, got %s", copy);
    requireSame("after it was saved and loaded", y, loaded(network).output(x.dup()));
    requireSame("as a clone", y, network.clone().output(x.dup()));
    ComputationGraph graph = graph(withOutput());
    graph.setParams(network.params());
    requireSame("in a ComputationGraph", y, graph.outputSingle(x.dup()));
  }

  private static void requireSame(String where, INDArray expected, INDArray actual) {
    double change =
        expected.equalShapes(actual)
            ? actual.sub(expected).amaxNumber().doubleValue()
            : Double.POSITIVE_INFINITY;
    require(change <= ROUNDING, "it computes the same %s, got a difference of %s", where, change);
  }

  private static MultiLayerNetwork loaded(MultiLayerNetwork network) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ModelSerializer.writeModel(network, bytes, true);
      return ModelSerializer.restoreMultiLayerNetwork(
          new ByteArrayInputStream(bytes.toByteArray()), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MultiLayerNetwork network(List<Layer> layers) {
    NeuralNetConfiguration.ListBuilder list = configuration().list();
    layers.forEach(list::layer);
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(size).build());
    network.init();
    if (network.numParams() > 0) {
      network.params().addi(random(network.params().shape()).muli(0.1));
    }
    return network;
  }

  private ComputationGraph graph(List<Layer> layers) {
    ComputationGraphConfiguration.GraphBuilder builder =
        configuration().graphBuilder().addInputs("0").setInputTypes(size);
    for (int i = 0; i < layers.size(); i++) {
      builder.addLayer(Integer.toString(i + 1), layers.get(i), Integer.toString(i));
    }
    ComputationGraph graph =
        new ComputationGraph(builder.setOutputs(Integer.toString(layers.size())).build());
    graph.init();
    return graph;
  }

  /** The layer before a linear one: DL4J can neither clone nor save networks without parameters. */
  private List<Layer> withOutput() {
    Layer last =
        new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
            .nOut(2)
            .activation(Activation.IDENTITY)
            .build();
    return size.getType() == InputType.Type.FF
        ? List.of(layer.clone(), last)
        : List.of(layer.clone(), new GlobalPoolingLayer(), last);
  }

  private static NeuralNetConfiguration.Builder configuration() {
    return new NeuralNetConfiguration.Builder()
        .dataType(DataType.DOUBLE)
        .seed(SEED)
        .updater(new Sgd(0.1));
  }

  /** Cuts every second parameter, by chance. */
  private static void mask(MultiLayerNetwork network) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (long i = 0; i < network.numParams(); i++) {
      if (random.nextBoolean()) {
        network.params().putScalar(i, 0);
      }
    }
  }

  private static INDArray inputs(InputType size) {
    return random(size.getShape(true)).subi(0.5);
  }

  /** Uniform on (0, 1): positive, since variances are among the parameters. */
  private static INDArray random(long... shape) {
    long[] sizes = shape.clone();
    if (sizes[0] < 0) {
      sizes[0] = BATCH;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    INDArray numbers = Nd4j.createUninitialized(DataType.DOUBLE, sizes);
    for (long i = 0; i < numbers.length(); i++) {
      numbers.putScalar(i, random.nextDouble());
    }
    return numbers;
  }

  static void require(boolean holds, String law, Object... values) {
    if (!holds) {
      throw new AssertionError(String.format(Locale.ROOT, law, values));
    }
  }
}
