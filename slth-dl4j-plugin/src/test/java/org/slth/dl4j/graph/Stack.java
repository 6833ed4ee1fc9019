package org.slth.dl4j.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.slth.dl4j.layer.LayerRuntime;

/**
 * A network around vertices, with stock layers below, between and above.
 *
 * @param name what is in it
 * @param order of the input
 * @param middle adds layers from {@code h} on, up to one named {@code graph} with one row a graph
 */
record Stack(String name, int order, Middle middle) {

  static final int CHANNELS = 2;
  static final int[] NODES = {1, 3, 2};

  interface Middle {
    void addTo(GraphBuilder builder);
  }

  /** All vertices; from order 2 -> 2 up the reference is slow. */
  static Stream<Stack> all(LayerRuntime runtime, int highestSum) {
    List<Stack> stacks = new ArrayList<>();
    for (int k = 0; k <= 3; k++) {
      for (int l = 0; l <= Math.min(3, highestSum - k); l++) {
        stacks.add(orders(runtime, k, l, 0));
      }
    }
    for (int k = 1; 2 * k <= highestSum; k++) {
      stacks.add(orders(runtime, k, k, 4));
    }
    for (int order = 1; order <= 2; order++) {
      for (Readout readout : Readout.values()) {
        stacks.add(readout(runtime, order, readout));
      }
    }
    stacks.add(product(runtime));
    stacks.add(block());
    return stacks.stream();
  }

  /** From order k to l and on to 0; contractions are sums in the unit, or means if that is 0. */
  static Stack orders(LayerRuntime runtime, int k, int l, double unit) {
    return new Stack(
        k + " -> " + l + (unit == 0 ? "" : " in units of " + unit),
        k,
        builder ->
            builder
                .addVertex("k", layer(runtime, k, l, unit), "h", "sizes")
                .addLayer("act", new ActivationLayer(Activation.TANH), "k")
                .addVertex("graph", layer(runtime, l, 0, unit), "act", "sizes"));
  }

  private static KOrderLayer layer(LayerRuntime runtime, int k, int l) {
    return layer(runtime, k, l, 0);
  }

  private static KOrderLayer layer(LayerRuntime runtime, int k, int l, double unit) {
    return new KOrderLayer.Builder(k, l, CHANNELS, CHANNELS)
        .contractionSize(unit)
        .runtime(runtime)
        .build();
  }

  private static Stack readout(LayerRuntime runtime, int order, Readout readout) {
    return new Stack(
        readout + " of order " + order,
        order,
        builder ->
            builder.addVertex(
                "graph",
                new GraphReadout.Builder(order, readout).runtime(runtime).build(),
                "h",
                "sizes"));
  }

  /** Multiplies the input of the network with a hidden layer; both are used twice. */
  private static Stack product(LayerRuntime runtime) {
    return new Stack(
        "product",
        2,
        builder ->
            builder
                .addVertex("k", layer(LayerRuntime.FAST, 2, 2), "x", "sizes")
                .addVertex(
                    "product",
                    new MatrixProduct.Builder().runtime(runtime).build(),
                    "x",
                    "h",
                    "sizes")
                .addVertex(
                    "other",
                    new MatrixProduct.Builder().runtime(runtime).build(),
                    "h",
                    "k",
                    "sizes")
                .addVertex("merge", new MergeVertex(), "x", "product", "other")
                .addLayer("dense", dense(), "merge")
                .addVertex("graph", layer(LayerRuntime.FAST, 2, 0), "dense", "sizes"));
  }

  private static Stack block() {
    return new Stack(
        "block",
        2,
        builder -> {
          new PpgnBlock(CHANNELS, 1, Activation.TANH.getActivationFunction())
              .addTo(builder, "block", "h", "sizes");
          GraphReadout readout = new GraphReadout.Builder(2, Readout.MEAN).build();
          builder.addVertex("graph", readout, "block", "sizes");
        });
  }

  /** A deep network with batch normalisation, to be trained. */
  static Stack deep() {
    return new Stack(
        "deep",
        2,
        builder ->
            builder
                .addVertex("k", layer(LayerRuntime.FAST, 2, 2), "h", "sizes")
                .addLayer("norm", new BatchNormalization(), "k")
                .addLayer("act", new ActivationLayer(Activation.RELU), "norm")
                .addVertex("nodes", layer(LayerRuntime.FAST, 2, 1), "act", "sizes")
                .addLayer("act2", new ActivationLayer(Activation.RELU), "nodes")
                .addVertex(
                    "graph", new GraphReadout.Builder(1, Readout.MEAN).build(), "act2", "sizes"));
  }

  private static DenseLayer dense() {
    return new DenseLayer.Builder().nOut(CHANNELS).activation(Activation.TANH).build();
  }

  ComputationGraph network(DataType type) {
    return network(type, new NoOp());
  }

  ComputationGraph network(DataType type, IUpdater updater) {
    return Batches.network(type, updater, CHANNELS, this::addTo);
  }

  private void addTo(GraphBuilder builder) {
    builder.addLayer("h", dense(), "x");
    middle.addTo(builder);
    OutputLayer output =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nOut(Batches.CLASSES)
            .activation(Activation.SOFTMAX)
            .build();
    builder.addLayer("out", output, "graph").setOutputs("out");
  }

  INDArray tensor(DataType type) {
    return Batches.tensor(type, order, CHANNELS, NODES);
  }

  INDArray sizes(DataType type) {
    return Batches.sizes(type, NODES);
  }

  @Override
  public String toString() {
    return name;
  }
}
