package org.slth.examples.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.slth.dl4j.data.graph.CitationGraph;
import org.slth.dl4j.data.graph.GraphInput;
import org.slth.dl4j.graph.MessagePassing;

/** The nodes of one graph to sort into classes, as one batch, and networks that do it. */
final class NodeTask {

  private static final double DECAY = 5e-4;

  private final CitationGraph graph;
  private final MultiDataSet training;

  private NodeTask(CitationGraph graph) {
    this.graph = graph;
    this.training = graph.weightedBatch(graph.split().train(), GraphInput.NODES, GraphInput.EDGES);
  }

  /**
   * Reads a citation graph with its public split, the words of each paper divided by their number.
   *
   * @param directory the folder of that name, or one that holds it
   * @throws IOException if a file is missing or malformed
   */
  static NodeTask read(Optional<Path> directory, String name) throws IOException {
    return new NodeTask(
        CitationGraph.planetoid(GraphTask.folder(directory, name), false).withNormalizedFeatures());
  }

  /** Returns the graph. */
  CitationGraph graph() {
    return graph;
  }

  /**
   * Returns a graph convolutional network (Kipf and Welling 2017): dropout, propagation, ReLU,
   * dropout, propagation.
   *
   * @param shape its width and dropout; there are always two layers
   * @param masked whether a mask is trained: without biases and weight decay, then
   */
  ComputationGraph network(NetworkShape shape, IUpdater updater, boolean masked, long seed) {
    int words = (int) training.getFeatures(0).size(1);
    MessagePassing first = layer(shape, words, shape.width(), masked);
    if (!masked) {
      first.setRegularization(List.of(new L2Regularization(DECAY)));
    }
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(updater)
            .graphBuilder()
            .addInputs(GraphInput.NODES.name(), GraphInput.EDGES.name());
    String edges = GraphInput.EDGES.name();
    ComputationGraphConfiguration configuration =
        builder
            .addVertex("first", first, GraphInput.NODES.name(), edges)
            .addLayer("relu", new ActivationLayer(Activation.RELU), "first")
            .addVertex(
                "second", layer(shape, shape.width(), graph.classes(), masked), "relu", edges)
            .addLayer("classes", loss(), "second")
            .setOutputs("classes")
            .build();
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }

  private static MessagePassing layer(NetworkShape shape, int nIn, int nOut, boolean masked) {
    return new MessagePassing.Builder(nIn, nOut)
        .gcn()
        .dropOut(1 - shape.dropout())
        .hasBias(!masked)
        .build();
  }

  private static LossLayer loss() {
    return new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build();
  }

  /** One epoch: a step on all training nodes. */
  void fit(ComputationGraph network) {
    network.fit(training);
    network.incrementEpochCount();
    if (Double.isNaN(network.score())) {
      throw new IllegalStateException("the loss became NaN: try a lower --rate");
    }
  }

  /** Returns the fraction of the validation nodes that a network classifies right. */
  double validation(ComputationGraph network) {
    return accuracy(network, graph.split().validation());
  }

  /** Returns the fraction of the test nodes that a network classifies right. */
  double test(ComputationGraph network) {
    return accuracy(network, graph.split().test());
  }

  private double accuracy(ComputationGraph network, int[] nodes) {
    INDArray[] features = training.getFeatures();
    return Accuracy.ofNodes(network, features, graph.labels(), nodes);
  }
}
