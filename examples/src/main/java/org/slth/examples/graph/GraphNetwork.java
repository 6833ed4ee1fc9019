package org.slth.examples.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.GraphInput;
import org.slth.dl4j.graph.GraphIsomorphism;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MatrixProduct;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Propagation;
import org.slth.dl4j.graph.Readout;
import org.slth.dl4j.graph.SetPooling;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.group.FiniteGroup;
import org.slth.representation.FieldType;

/**
 * A network that sorts graphs into classes: layers of one kind, each with batch normalisation (if
 * wanted) and ReLU, then sums over each graph and a small perceptron.
 */
final class GraphNetwork {

  private static final NetworkShape FINGERPRINT = new NetworkShape(16, 6, false, 0);

  /** Channels have no symmetry of their own. */
  private static final FiniteGroup NONE = FiniteGroup.named("C1");

  /**
   * Sums over nodes in a unit, not means: a chemist's carbon has four neighbours in any molecule.
   */
  private static final double CONTRACTION_SIZE = 10;

  private final GraphBuilder graph;
  private final GraphArrays arrays;
  private final NetworkShape shape;
  private final Activation activation;
  private final List<String> readouts = new ArrayList<>();
  private String last = "";
  private int channels;
  private int readoutChannels;
  private int count;

  private GraphNetwork(
      GraphBuilder graph, GraphArrays arrays, NetworkShape shape, Activation activation) {
    this.graph = graph;
    this.activation = activation;
    this.arrays = arrays;
    this.shape = shape;
  }

  /** Returns a network of a kind that sorts graphs into classes. */
  static ComputationGraphConfiguration of(
      GraphKind kind, GraphArrays arrays, NetworkShape shape, IUpdater updater, long seed) {
    NeuralNetConfiguration.Builder settings =
        new NeuralNetConfiguration.Builder().seed(seed).updater(updater);
    return body(kind, arrays, shape, Activation.RELU, settings).head(arrays.dataset().classes());
  }

  /**
   * Returns a network of a kind without normalisation and head, in double precision, with tanh,
   * which ties no two inputs together as ReLU does.
   */
  static ComputationGraphConfiguration fingerprint(GraphKind kind, GraphArrays arrays, long seed) {
    NeuralNetConfiguration.Builder settings =
        new NeuralNetConfiguration.Builder().seed(seed).dataType(DataType.DOUBLE);
    GraphNetwork network = body(kind, arrays, FINGERPRINT, Activation.TANH, settings);
    network.merged();
    return network.graph.setOutputs(network.last).build();
  }

  private static GraphNetwork body(
      GraphKind kind,
      GraphArrays arrays,
      NetworkShape shape,
      Activation activation,
      NeuralNetConfiguration.Builder settings) {
    GraphBuilder builder =
        settings.graphBuilder().addInputs(kind.inputs().stream().map(GraphInput::name).toList());
    GraphNetwork network = new GraphNetwork(builder, arrays, shape, activation);
    switch (kind) {
      case GIN -> network.isomorphism();
      case GRAPH_CONV -> network.oneGnn();
      case SETS -> network.sets();
      case TRIPLES, LOCAL_TRIPLES -> network.threeGnn();
      case ORDER_2 -> network.tensors(2, GraphInput.PAIRS);
      case ORDER_3 -> network.tensors(3, GraphInput.TRIPLES);
      case PPGN -> network.products();
    }
    return network;
  }

  /** GIN: x -> MLP((1 + eps) x + A x); every layer is read out (jumping knowledge). */
  private void isomorphism() {
    start(GraphInput.NODES);
    for (int i = 0; i < shape.layers(); i++) {
      vertex(
          new GraphIsomorphism.Builder(channels, shape.width()).build(),
          shape.width(),
          GraphInput.EDGES);
      activated();
      dense(shape.width());
      activated();
      readout(GraphInput.SIZES);
    }
  }

  private void oneGnn() {
    start(GraphInput.NODES);
    convolutions(GraphInput.EDGES);
    readout(GraphInput.SIZES);
  }

  /** The layers x -> x W1 + A x W2, on nodes or on sets of nodes. */
  private void convolutions(GraphInput edges) {
    for (int i = 0; i < shape.layers(); i++) {
      vertex(
          new MessagePassing.Builder(channels, shape.width()).graphConv(Propagation.SUM).build(),
          shape.width(),
          edges);
      activated();
    }
  }

  /** Nodes, then pairs that begin with what their nodes have learnt, then triples. */
  private void sets() {
    oneGnn();
    String nodes = last;
    for (int k = 2; k <= 3; k++) {
      start(nodes, shape.width());
      vertex(
          new SetPooling.Builder().build(),
          shape.width() + arrays.channels(input("SET_TYPES_", k)),
          input("SET_TYPES_", k),
          input("SET_MEMBERS_", k));
      convolutions(input("SET_EDGES_", k));
      readout(input("SET_SIZES_", k));
    }
  }

  /** Sets of three nodes alone. */
  private void threeGnn() {
    start(GraphInput.SET_TYPES_3);
    convolutions(GraphInput.SET_EDGES_3);
    readout(GraphInput.SET_SIZES_3);
  }

  private static GraphInput input(String prefix, int k) {
    return GraphInput.valueOf(prefix + k);
  }

  /** Linear maps of tensors of one order, then one to features of nodes. */
  private void tensors(int order, GraphInput input) {
    start(input);
    for (int i = 1; i <= shape.layers(); i++) {
      int to = i == shape.layers() ? 1 : order;
      int width = to == 1 ? 2 * shape.width() : shape.width();
      vertex(
          new KOrderLayer.Builder(order, to, channels, width)
              .contractionSize(CONTRACTION_SIZE)
              .build(),
          width,
          GraphInput.SIZES);
      activated();
    }
    readout(GraphInput.SIZES);
  }

  /** PPGN: x -> MLP(x, MLP(x) MLP(x)), matrix products per channel. */
  private void products() {
    start(GraphInput.PAIRS);
    for (int i = 0; i < shape.layers(); i++) {
      String x = last;
      int skipped = channels;
      String left = branch(x, skipped);
      String right = branch(x, skipped);
      add("product", new MatrixProduct.Builder().build(), left, right, GraphInput.SIZES.name());
      add("joined", new MergeVertex(), x, last);
      channels = skipped + shape.width();
      dense(shape.width());
      activated();
    }
    vertex(
        new KOrderLayer.Builder(2, 1, channels, shape.width()).build(),
        shape.width(),
        GraphInput.SIZES);
    activated();
    readout(GraphInput.SIZES);
  }

  private String branch(String x, int nIn) {
    start(x, nIn);
    dense(shape.width());
    activated();
    return last;
  }

  private ComputationGraphConfiguration head(int classes) {
    merged();
    dense(2 * shape.width());
    activated();
    if (shape.dropout() > 0) {
      layer("dropout", new DropoutLayer.Builder(1 - shape.dropout()).build());
    }
    OutputLayer output =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(channels)
            .nOut(classes)
            .activation(Activation.SOFTMAX)
            .build();
    return graph.addLayer("classes", output, last).setOutputs("classes").build();
  }

  /** Joins the readouts. */
  private void merged() {
    last = readouts.get(0);
    if (readouts.size() > 1) {
      add("read", new MergeVertex(), readouts.toArray(String[]::new));
    }
    channels = readoutChannels;
  }

  private void start(GraphInput input) {
    start(input.name(), arrays.channels(input));
  }

  private void start(String from, int width) {
    last = from;
    channels = width;
  }

  /** Adds a vertex on what came last, and the structure of the batch. */
  private void vertex(GraphVertex vertex, int width, GraphInput... structure) {
    add(
        vertex.getClass().getSimpleName(),
        vertex,
        Stream.concat(Stream.of(last), Arrays.stream(structure).map(GraphInput::name))
            .toArray(String[]::new));
    channels = width;
  }

  private void dense(int nOut) {
    layer(
        "dense",
        new DenseLayer.Builder()
            .nIn(channels)
            .nOut(nOut)
            .activation(Activation.IDENTITY)
            .hasBias(!shape.normalize())
            .build());
    channels = nOut;
  }

  private void activated() {
    if (shape.normalize()) {
      layer(
          "normalized",
          new FieldBatchNormalization.Builder(FieldType.trivial(NONE, channels)).build());
    }
    layer("activated", new ActivationLayer(activation));
  }

  /** Sums what came last over each graph; the next layer goes on from what came last. */
  private void readout(GraphInput sizes) {
    String features = last;
    add("sum", new GraphReadout.Builder(1, Readout.SUM).build(), last, sizes.name());
    readouts.add(last);
    readoutChannels += channels;
    last = features;
  }

  private void layer(String name, Layer layer) {
    String from = last;
    last = name + "-" + ++count;
    graph.addLayer(last, layer, from);
  }

  private void add(String name, GraphVertex vertex, String... from) {
    last = name + "-" + ++count;
    graph.addVertex(last, vertex, from);
  }
}
