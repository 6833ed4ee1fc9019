package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Small networks and data for the tests of mask training, and what must hold after every step. */
final class Masks {

  static final double KEEP = 0.3;
  static final int CLASSES = 3;

  private Masks() {}

  /**
   * Weights of variance 2/fan-in whatever is kept, so that networks that keep all have the same.
   */
  static MaskScore.Builder score(double keepFraction) {
    return new MaskScore.Builder(keepFraction).scaled(false).inner(new Adam(3e-2)).seed(11);
  }

  static NeuralNetConfiguration.Builder configuration(IUpdater updater) {
    return new NeuralNetConfiguration.Builder()
        .seed(3)
        .updater(updater)
        .activation(Activation.TANH);
  }

  static OutputLayer output() {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .nOut(CLASSES)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static DenseLayer dense() {
    return new DenseLayer.Builder().nIn(6).nOut(20).build();
  }

  static OutputLayer denseOutput() {
    OutputLayer output = output();
    output.setNIn(20);
    return output;
  }

  static MultiLayerNetwork network(IUpdater updater) {
    return network(configuration(updater));
  }

  static MultiLayerNetwork network(NeuralNetConfiguration.Builder configuration) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(configuration.list().layer(dense()).layer(denseOutput()).build());
    network.init();
    return network;
  }

  static ComputationGraph graph(IUpdater updater) {
    ComputationGraph network =
        new ComputationGraph(
            configuration(updater)
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden", dense(), "in")
                .addLayer("out", denseOutput(), "hidden")
                .setOutputs("out")
                .build());
    network.init();
    return network;
  }

  /**
   * Returns inputs and labels that a small network can learn: which third of the input is largest.
   */
  static DataSet data(long... shape) {
    Random random = new Random(5);
    INDArray x = Nd4j.zeros(DataType.FLOAT, shape);
    INDArray labels = Nd4j.zeros(DataType.FLOAT, shape[0], CLASSES);
    INDArray rows = x.reshape(shape[0], x.length() / shape[0]);
    for (int i = 0; i < shape[0]; i++) {
      int label = random.nextInt(CLASSES);
      labels.putScalar(i, label, 1);
      for (int j = 0; j < rows.size(1); j++) {
        double more = (long) j * CLASSES / rows.size(1) == label ? 1 : 0;
        rows.putScalar(i, j, more + 0.5 * random.nextGaussian());
      }
    }
    return new DataSet(x, labels);
  }

  static DataSet data() {
    return data(48, 6);
  }

  static void start(Model network) {
    if (network instanceof ComputationGraph graph) {
      MaskTraining.start(graph);
    } else {
      MaskTraining.start((MultiLayerNetwork) network);
    }
  }

  static void fit(Model network, DataSet data) {
    if (network instanceof ComputationGraph graph) {
      graph.fit(data);
    } else {
      ((MultiLayerNetwork) network).fit(data);
    }
  }

  static void fit(Model network, MultiDataSet data) {
    if (network instanceof ComputationGraph graph) {
      graph.fit(data);
    } else {
      ((MultiLayerNetwork) network).fit(data);
    }
  }

  static double loss(Model network, DataSet data) {
    return network instanceof ComputationGraph graph
        ? graph.score(data)
        : ((MultiLayerNetwork) network).score(data);
  }

  static List<String> names(Model network) {
    return MaskTraining.states(network).stream().map(MaskState::name).toList();
  }

  /** Returns the random weights of a network: what one that keeps all of them starts with. */
  static Map<String, INDArray> drawn(Function<IUpdater, Model> network) {
    Model whole = network.apply(score(1).build());
    start(whole);
    return whole.paramTable();
  }

  /** Checks that an array keeps as many weights as it should, each bit for bit as it was drawn. */
  static void assertExact(Model network, Map<String, INDArray> drawn, double keepFraction) {
    for (String name : names(network)) {
      INDArray array = network.paramTable().get(name);
      long count = Math.round(keepFraction * array.length());
      assertEquals(count, assertDrawn(name, array, drawn), "kept weights of " + name);
    }
  }

  /** Checks the same of all arrays together. */
  static void assertExactTogether(Model network, Map<String, INDArray> drawn, double keepFraction) {
    long size = 0;
    long count = 0;
    for (String name : names(network)) {
      INDArray array = network.paramTable().get(name);
      size += array.length();
      count += assertDrawn(name, array, drawn);
    }
    assertEquals(Math.round(keepFraction * size), count, "kept weights of the network");
  }

  private static int assertDrawn(String name, INDArray array, Map<String, INDArray> drawn) {
    float[] values = flat(array);
    float[] expected = flat(drawn.get(name));
    int kept = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        int at = i;
        assertEquals(expected[i], values[i], 0f, () -> name + " at " + at);
        kept++;
      }
    }
    return kept;
  }

  static float[] flat(INDArray array) {
    return array.dup('c').reshape(new long[] {array.length()}).toFloatVector();
  }

  static void assertSameBits(Model expected, Model actual, String what) {
    assertArrayEquals(flat(expected.params()), flat(actual.params()), what + ": parameters");
    assertArrayEquals(flat(state(expected)), flat(state(actual)), what + ": updater state");
  }

  static INDArray state(Model network) {
    return network instanceof ComputationGraph graph
        ? graph.getUpdater().getStateViewArray()
        : ((MultiLayerNetwork) network).getUpdater().getStateViewArray();
  }
}
