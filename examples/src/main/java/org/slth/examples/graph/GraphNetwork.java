package org.slth.examples.graph;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.GraphInput;
import org.slth.dl4j.graph.GraphIsomorphism;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MatrixProduct;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Propagation;
import org.slth.dl4j.graph.SetPooling;

/**
 * A network that sorts graphs into classes: layers of one kind, each with batch normalisation (if
 * wanted) and ReLU, then sums over each graph and a small perceptron.
 */
final class GraphNetwork {

  private static final NetworkShape FINGERPRINT = new NetworkShape(16, 6, false, 0);

  /**
   * Sums over nodes in a unit, not means: a chemist's carbon has four neighbours in any molecule.
   */
  private static final double CONTRACTION_SIZE = 10;

  private final GraphStack stack;
  private final GraphArrays arrays;
  private final NetworkShape shape;

  private GraphNetwork(GraphStack stack, GraphArrays arrays, NetworkShape shape) {
    this.stack = stack;
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
    return body(kind, arrays, FINGERPRINT, Activation.TANH, settings).features();
  }

  private static GraphStack body(
      GraphKind kind,
      GraphArrays arrays,
      NetworkShape shape,
      Activation activation,
      NeuralNetConfiguration.Builder settings) {
    GraphBuilder builder =
        settings.graphBuilder().addInputs(kind.inputs().stream().map(GraphInput::name).toList());
    GraphStack stack = new GraphStack(builder, shape, activation);
    GraphNetwork network = new GraphNetwork(stack, arrays, shape);
    switch (kind) {
      case GIN -> network.isomorphism();
      case GRAPH_CONV -> network.oneGnn();
      case SETS -> network.sets();
      case TRIPLES, LOCAL_TRIPLES -> network.threeGnn();
      case ORDER_2 -> network.tensors(2, GraphInput.PAIRS);
      case ORDER_3 -> network.tensors(3, GraphInput.TRIPLES);
      case PPGN -> network.products();
    }
    return stack;
  }

  /** GIN: x -> MLP((1 + eps) x + A x); every layer is read out (jumping knowledge). */
  private void isomorphism() {
    start(GraphInput.NODES);
    for (int i = 0; i < shape.layers(); i++) {
      stack.vertex(
          new GraphIsomorphism.Builder(stack.channels(), shape.width()).build(),
          shape.width(),
          GraphInput.EDGES);
      stack.activated();
      stack.dense(shape.width());
      stack.activated();
      stack.readout(GraphInput.SIZES);
    }
  }

  private void oneGnn() {
    start(GraphInput.NODES);
    convolutions(GraphInput.EDGES);
    stack.readout(GraphInput.SIZES);
  }

  /** The layers x -> x W1 + A x W2, on nodes or on sets of nodes. */
  private void convolutions(GraphInput edges) {
    for (int i = 0; i < shape.layers(); i++) {
      stack.vertex(
          new MessagePassing.Builder(stack.channels(), shape.width())
              .graphConv(Propagation.SUM)
              .build(),
          shape.width(),
          edges);
      stack.activated();
    }
  }

  /** Nodes, then pairs that begin with what their nodes have learnt, then triples. */
  private void sets() {
    oneGnn();
    String nodes = stack.last();
    for (int k = 2; k <= 3; k++) {
      stack.start(nodes, shape.width());
      stack.vertex(
          new SetPooling.Builder().build(),
          shape.width() + arrays.channels(input("SET_TYPES_", k)),
          input("SET_TYPES_", k),
          input("SET_MEMBERS_", k));
      convolutions(input("SET_EDGES_", k));
      stack.readout(input("SET_SIZES_", k));
    }
  }

  /** Sets of three nodes alone. */
  private void threeGnn() {
    start(GraphInput.SET_TYPES_3);
    convolutions(GraphInput.SET_EDGES_3);
    stack.readout(GraphInput.SET_SIZES_3);
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
      stack.vertex(
          new KOrderLayer.Builder(order, to, stack.channels(), width)
              .contractionSize(CONTRACTION_SIZE)
              .build(),
          width,
          GraphInput.SIZES);
      stack.activated();
    }
    stack.readout(GraphInput.SIZES);
  }

  /** PPGN: x -> MLP(x, MLP(x) MLP(x)), matrix products per channel. */
  private void products() {
    start(GraphInput.PAIRS);
    for (int i = 0; i < shape.layers(); i++) {
      String x = stack.last();
      int skipped = stack.channels();
      String left = branch(x, skipped);
      String right = branch(x, skipped);
      stack.add(
          "product",
          new MatrixProduct.Builder().build(),
          shape.width(),
          left,
          right,
          GraphInput.SIZES.name());
      stack.add("joined", new MergeVertex(), skipped + shape.width(), x, stack.last());
      stack.dense(shape.width());
      stack.activated();
    }
    stack.vertex(
        new KOrderLayer.Builder(2, 1, stack.channels(), shape.width()).build(),
        shape.width(),
        GraphInput.SIZES);
    stack.activated();
    stack.readout(GraphInput.SIZES);
  }

  private String branch(String x, int nIn) {
    stack.start(x, nIn);
    stack.dense(shape.width());
    stack.activated();
    return stack.last();
  }

  private void start(GraphInput input) {
    stack.start(input.name(), arrays.channels(input));
  }
}
