package org.slth.examples;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Classifiers of 28 x 28 digits made of DL4J's own layers, whose weights are all they learn: no
 * biases, and normalization without factors and shifts, so that a mask chooses everything.
 *
 * @param width factor of the numbers of units or channels
 * @param updater of all layers
 * @param seed of the first weights
 */
record PlainNetwork(double width, IUpdater updater, long seed) {

  private static final int SIZE = 28;
  private static final int CLASSES = 10;

  /** Returns 784-300-100-10 units with ReLU between. */
  MultiLayerConfiguration dense() {
    NeuralNetConfiguration.ListBuilder layers = layers();
    for (int units : new int[] {300, 100}) {
      layers.layer(
          new DenseLayer.Builder()
              .nOut(scaled(units))
              .hasBias(false)
              .activation(Activation.RELU)
              .build());
    }
    return finished(layers);
  }

  /** Returns two convolutions of 16 and 32 channels, each halved in size, and 64 units. */
  MultiLayerConfiguration convolutional() {
    NeuralNetConfiguration.ListBuilder layers = layers();
    for (int channels : new int[] {16, 32}) {
      layers.layer(
          new ConvolutionLayer.Builder(5, 5)
              .nOut(scaled(channels))
              .hasBias(false)
              .activation(Activation.IDENTITY)
              .build());
      normalize(layers);
      layers.layer(
          new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
              .kernelSize(2, 2)
              .stride(2, 2)
              .build());
    }
    layers.layer(
        new DenseLayer.Builder()
            .nOut(scaled(64))
            .hasBias(false)
            .activation(Activation.IDENTITY)
            .build());
    normalize(layers);
    return finished(layers);
  }

  private NeuralNetConfiguration.ListBuilder layers() {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(updater)
        .weightInit(WeightInit.RELU)
        .list();
  }

  private int scaled(int units) {
    return Math.toIntExact(Math.max(1, Math.round(units * width)));
  }

  private static void normalize(NeuralNetConfiguration.ListBuilder layers) {
    layers
        .layer(new BatchNormalization.Builder().lockGammaBeta(true).build())
        .layer(new ActivationLayer.Builder().activation(Activation.RELU).build());
  }

  private static MultiLayerConfiguration finished(NeuralNetConfiguration.ListBuilder layers) {
    return layers
        .layer(
            new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(CLASSES)
                .hasBias(false)
                .build())
        .setInputType(InputType.convolutional(SIZE, SIZE, 1))
        .build();
  }
}
