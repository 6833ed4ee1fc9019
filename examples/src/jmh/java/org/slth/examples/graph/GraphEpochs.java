package org.slth.examples.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.GraphInput;
import org.slth.dl4j.data.graph.GraphIterator;
import org.slth.dl4j.graph.MessagePassing;

/** Training epochs that PyTorch runs as well. */
public enum GraphEpochs {
  /** PROTEINS, three layers of order 2, batches of 32. */
  PROTEINS {
    @Override
    public Runnable epoch(Path data) throws IOException {
      GraphTask task = GraphTask.read(Optional.of(data.resolve("tudataset")), "PROTEINS", 1);
      GraphArrays arrays =
          new GraphArrays.Builder(
                  task.dataset().withoutAttributes(), GraphInput.SIZES, GraphInput.PAIRS)
              .build();
      ComputationGraph network =
          new ComputationGraph(
              GraphNetwork.of(
                  GraphKind.ORDER_2, arrays, new NetworkShape(32, 3, true, 0), new Adam(1e-3), 1));
      network.init();
      GraphIterator batches =
          new GraphIterator.Builder(arrays, arrays.dataset().indices())
              .batchSize(32)
              .maxRows(1 << 19)
              .shuffled(1)
              .build();
      return () -> network.fit(batches);
    }
  },
  /** Cora, two graph convolutions, 256 hidden channels, half of all inputs dropped. */
  CORA {
    @Override
    public Runnable epoch(Path data) throws IOException {
      NodeTask task = cora(data);
      ComputationGraph network =
          task.network(new NetworkShape(WIDTH, 2, false, 0.5), new Adam(RATE), false, 1);
      return () -> task.fit(network);
    }
  },
  /** The same with DL4J's dropout layers, which know nothing of words that are absent. */
  CORA_STOCK_DROPOUT {
    @Override
    public Runnable epoch(Path data) throws IOException {
      NodeTask task = cora(data);
      ComputationGraph network =
          stock(task.graph().graph().features().columns(), task.graph().classes());
      return () -> task.fit(network);
    }
  };

  private static final int WIDTH = 256;
  private static final double RATE = 0.01;

  /**
   * Prepares a network and its data.
   *
   * @param data the directory of data sets
   * @return trains for one epoch
   */
  public abstract Runnable epoch(Path data) throws IOException;

  private static NodeTask cora(Path data) throws IOException {
    return NodeTask.read(Optional.of(data.resolve("planetoid")), "cora");
  }

  private static ComputationGraph stock(int words, int classes) {
    String nodes = GraphInput.NODES.name();
    String edges = GraphInput.EDGES.name();
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(RATE))
            .graphBuilder()
            .addInputs(nodes, edges)
            .addLayer("drop-words", new DropoutLayer(0.5), nodes)
            .addVertex(
                "first",
                new MessagePassing.Builder(words, WIDTH).gcn().build(),
                "drop-words",
                edges)
            .addLayer("relu", new ActivationLayer(Activation.RELU), "first")
            .addLayer("drop-hidden", new DropoutLayer(0.5), "relu")
            .addVertex(
                "second",
                new MessagePassing.Builder(WIDTH, classes).gcn().build(),
                "drop-hidden",
                edges)
            .addLayer(
                "classes",
                new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build(),
                "second")
            .setOutputs("classes");
    ComputationGraph network = new ComputationGraph(builder.build());
    network.init();
    return network;
  }
}
