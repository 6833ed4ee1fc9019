package org.slth.examples.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.slth.dl4j.graph.KOrderLayer;

/**
 * A training step of two layers of order 2 on one graph, as it grows: n<sup>2</sup> pairs of nodes.
 * Memory is that of DL4J's workspaces and what Java allocates in a step.
 */
final class GraphGrowth {

  private static final int CHANNELS = 16;
  private static final int CLASSES = 2;

  private GraphGrowth() {}

  static List<Series> series(long seed) {
    return List.of(
        new Series(
            "nodes of a graph (order 2)",
            2,
            2,
            IntStream.of(64, 128, 256, 512).mapToObj(n -> size(n, seed)).toList()));
  }

  private static Series.Size size(int nodes, long seed) {
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
    return new Series.Size(nodes, () -> network.fit(data), () -> bytes(network, data));
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

  /** Workspaces grow with the largest network, and stay: so they begin anew. */
  private static long bytes(ComputationGraph network, MultiDataSet data) {
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    network.fit(data);
    long heap = allocated();
    network.fit(data);
    return allocated()
        - heap
        + Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread().stream()
            .mapToLong(MemoryWorkspace::getCurrentSize)
            .sum();
  }

  /** Returns how many bytes of heap this thread has allocated since it began. */
  static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
