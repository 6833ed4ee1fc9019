package org.slth.examples.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.slth.dl4j.graph.KOrderLayer;

/**
 * A training step of two layers of order 2 on one graph, as it grows: n<sup>2</sup> pairs of nodes.
 */
final class GraphGrowth {

  private static final int CHANNELS = 16;
  private static final int CLASSES = 2;
  private static final int LEAST = 4;

  private GraphGrowth() {}

  static List<Series> series(long seed) {
    return List.of(
        new Series(
            "nodes of a graph (order 2)",
            Series.Law.of(2),
            Series.Law.of(2),
            step(LEAST, seed),
            IntStream.of(128, 256, 512, 1024)
                .mapToObj(n -> new Series.Size(n, step(n, seed)))
                .toList()));
  }

  /** The network is made when it is first asked. */
  private static Runnable step(int nodes, long seed) {
    return new Lazy(() -> made(nodes, seed));
  }

  private static Runnable made(int nodes, long seed) {
    ComputationGraph network = network(seed);
    INDArray label = Nd4j.zeros(1, CLASSES);
    label.putScalar(0, 1);
    INDArray pairs =
        Nd4j.rand(
            Nd4j.getRandomFactory().getNewRandomInstance(seed), (long) nodes * nodes, CHANNELS);
    var data =
        new MultiDataSet(
            new INDArray[] {Nd4j.scalar((float) nodes).reshape(1, 1), pairs},
            new INDArray[] {label});
    return () -> network.fit(data);
  }

  private static ComputationGraph network(long seed) {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(1e-3))
                .graphBuilder()
                .addInputs("sizes", "pairs")
                .setInputTypes(InputType.feedForward(1), InputType.feedForward(CHANNELS))
                .addVertex(
                    "first",
                    new KOrderLayer.Builder(2, 2, CHANNELS, CHANNELS).build(),
                    "pairs",
                    "sizes")
                .addLayer("relu", new ActivationLayer(Activation.RELU), "first")
                .addVertex(
                    "second",
                    new KOrderLayer.Builder(2, 0, CHANNELS, CLASSES).build(),
                    "relu",
                    "sizes")
                .addLayer(
                    "loss",
                    new LossLayer.Builder(LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "second")
                .setOutputs("loss")
                .build());
    network.init();
    return network;
  }
}
