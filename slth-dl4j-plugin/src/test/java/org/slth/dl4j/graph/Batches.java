package org.slth.dl4j.graph;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/** Small mini-batches of graphs, and networks whose inputs are {@code sizes} and {@code x}. */
final class Batches {

  static final int CLASSES = 3;
  private static final int SEED = 7;

  private Batches() {}

  static INDArray sizes(DataType type, int... nodes) {
    return Nd4j.createFromArray(nodes).castTo(type).reshape('c', nodes.length, 1);
  }

  static int rows(int order, int... nodes) {
    return IntStream.of(nodes).map(n -> (int) Math.pow(n, order)).sum();
  }

  static INDArray random(DataType type, long... shape) {
    return Nd4j.rand(DataType.DOUBLE, shape).subi(0.5).muli(2).castTo(type);
  }

  /** A tensor of random numbers, the same for every call. */
  static INDArray tensor(DataType type, int order, int channels, int... nodes) {
    Nd4j.getRandom().setSeed(SEED);
    return random(type, rows(order, nodes), channels);
  }

  static INDArray labels(DataType type, int graphs) {
    INDArray labels = Nd4j.zeros(type, graphs, CLASSES);
    IntStream.range(0, graphs).forEach(g -> labels.putScalar(g, g % CLASSES, 1));
    return labels;
  }

  static MultiDataSet data(INDArray sizes, INDArray x) {
    return new org.nd4j.linalg.dataset.MultiDataSet(
        new INDArray[] {sizes, x}, new INDArray[] {labels(x.dataType(), (int) sizes.size(0))});
  }

  static ComputationGraph network(DataType type, int channels, Consumer<GraphBuilder> layers) {
    return network(type, new NoOp(), channels, layers);
  }

  static ComputationGraph network(
      DataType type, IUpdater updater, int channels, Consumer<GraphBuilder> layers) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .seed(SEED)
            .updater(updater)
            .graphBuilder()
            .addInputs("sizes", "x")
            .setInputTypes(InputType.feedForward(1), InputType.feedForward(channels));
    layers.accept(builder);
    ComputationGraph network = new ComputationGraph(builder.build());
    network.init();
    return network;
  }

  /** A network of one vertex that takes {@code x} and {@code sizes}. */
  static ComputationGraph alone(DataType type, int channels, GraphLayer layer) {
    return network(
        type, channels, builder -> builder.addVertex("out", layer, "x", "sizes").setOutputs("out"));
  }

  /** Makes all parameters random, so that none sits at a special value such as a zero bias. */
  static void perturb(INDArray parameters) {
    Nd4j.getRandom().setSeed(SEED + 1);
    parameters.addi(Nd4j.rand(parameters.dataType(), parameters.shape()).muli(0.1));
  }

  static Gradient gradients(ComputationGraph network, INDArray sizes, INDArray x) {
    network.setInputs(sizes, x);
    network.setLabels(labels(x.dataType(), (int) sizes.size(0)));
    network.computeGradientAndScore();
    return network.gradient();
  }

  /** Renumbers the nodes of every graph: new node i is the old node {@code order[i]}. */
  static INDArray relabelled(INDArray tensor, int order, int[] nodes, int[][] orders) {
    INDArray result = tensor.dup('c');
    int start = 0;
    for (int g = 0; g < nodes.length; g++) {
      int n = nodes[g];
      int rows = (int) Math.pow(n, order);
      for (int row = 0; row < rows; row++) {
        int source = 0;
        for (int p = 0, left = row, weight = 1; p < order; p++, left /= n, weight *= n) {
          source += weight * orders[g][left % n];
        }
        result.putRow(start + row, tensor.getRow(start + source));
      }
      start += rows;
    }
    return result;
  }

  /** The order of nodes backwards, rotated by one. */
  static int[][] orders(int... nodes) {
    return Arrays.stream(nodes)
        .mapToObj(n -> IntStream.range(0, n).map(i -> (2 * n - i) % n).toArray())
        .toArray(int[][]::new);
  }

  static double gap(INDArray a, INDArray b) {
    return a.sub(b).amaxNumber().doubleValue();
  }

  static <T> T inDoubles(Supplier<T> action) {
    DataType before = Nd4j.dataType();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    try {
      return action.get();
    } finally {
      Nd4j.setDefaultDataTypes(before, before);
    }
  }
}
