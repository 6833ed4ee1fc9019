package org.slth.examples.peers;

import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;

/**
 * What a step of mask training costs beside a step of its inner updater alone, on the same network:
 * short blocks of both, one after the other, many times; the median of the ratios is printed.
 */
public final class MaskStepOverhead {

  private static final int ROUNDS = 41;

  private MaskStepOverhead() {}

  /**
   * Measures a perceptron and a convolutional network.
   *
   * @param args none
   */
  public static void main(String[] args) {
    INDArray flat = Nd4j.rand(64, 784);
    INDArray images = flat.reshape(64, 1, 28, 28);
    measure("perceptron 784-300-100-10", 60, flat, perceptron(inner()), perceptron(masks()));
    measure("convolutions 16 and 32, dense 64", 10, images, cnn(inner()), cnn(masks()));
  }

  private static IUpdater inner() {
    return new Adam(1e-3);
  }

  private static IUpdater masks() {
    return new MaskScore.Builder(0.5).inner(inner()).build();
  }

  private static void measure(
      String name, int block, INDArray input, MultiLayerNetwork plain, MultiLayerNetwork masked) {
    MaskTraining.start(masked);
    INDArray labels = Nd4j.zeros(64, 10);
    for (int i = 0; i < 64; i++) {
      labels.putScalar(i, i % 10, 1);
    }
    DataSet batch = new DataSet(input, labels);
    seconds(plain, batch, 10 * block); // warm-up
    seconds(masked, batch, 10 * block);
    double[] ratios = new double[ROUNDS];
    double[] steps = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      steps[round] = seconds(plain, batch, block) / block;
      ratios[round] = seconds(masked, batch, block) / block / steps[round];
    }
    Arrays.sort(ratios);
    Arrays.sort(steps);
    System.out.printf(
        Locale.ROOT,
        "%s: %,d parameters, plain step %.3f ms, masked %.2f times as long (quartiles %.2f,"
            + " %.2f)%n",
        name,
        masked.numParams(),
        1e3 * steps[ROUNDS / 2],
        ratios[ROUNDS / 2],
        ratios[ROUNDS / 4],
        ratios[3 * ROUNDS / 4]);
  }

  private static double seconds(MultiLayerNetwork network, DataSet batch, int steps) {
    long start = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      network.fit(batch);
    }
    return 1e-9 * (System.nanoTime() - start);
  }

  private static MultiLayerNetwork perceptron(IUpdater updater) {
    return network(
        new NeuralNetConfiguration.Builder()
            .updater(updater)
            .list()
            .layer(dense(300))
            .layer(dense(100))
            .layer(output()),
        InputType.feedForward(784));
  }

  private static MultiLayerNetwork cnn(IUpdater updater) {
    return network(
        new NeuralNetConfiguration.Builder()
            .updater(updater)
            .list()
            .layer(convolution(16))
            .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
            .layer(convolution(32))
            .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
            .layer(dense(64))
            .layer(output()),
        InputType.convolutional(28, 28, 1));
  }

  private static MultiLayerNetwork network(
      NeuralNetConfiguration.ListBuilder layers, InputType input) {
    MultiLayerNetwork network = new MultiLayerNetwork(layers.setInputType(input).build());
    network.init();
    return network;
  }

  private static DenseLayer dense(int units) {
    return new DenseLayer.Builder().nOut(units).hasBias(false).activation(Activation.RELU).build();
  }

  private static ConvolutionLayer convolution(int channels) {
    return new ConvolutionLayer.Builder(5, 5).nOut(channels).activation(Activation.RELU).build();
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .nOut(10)
        .hasBias(false)
        .activation(Activation.SOFTMAX)
        .build();
  }
}
