package org.slth.examples;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.group.FiniteGroup;
import org.slth.group.PlanarGroup;
import org.slth.representation.FieldType;

/**
 * A classifier of 28 x 28 digits that does not see by how much they are turned: five steerable
 * convolutions between regular fields, each with batch normalization and ReLU, then the maximum
 * over the group and the mean over the image.
 *
 * <p>Sizes go 28 → 14 → 7 → 3. Every kernel is odd and every pooling window divides its image, so
 * that the grid of each layer is mapped to that of the next by every quarter turn and mirroring
 * about the centre: there the network is invariant up to rounding.
 */
final class DigitsNetwork {

  private static final int SIZE = 28;
  private static final int CLASSES = 10;
  private static final int[] CHANNELS = {64, 96, 128, 128, 192};

  private final PlanarGroup group;
  private final double width;
  private final int features;

  /**
   * Describes a network.
   *
   * @param width factor of the numbers of channels, 64-96-128-128-192; fields are as many as fill
   *     them, so a training step takes about as long for every group, and the parameters are the
   *     fewer the larger the group is
   */
  DigitsNetwork(PlanarGroup group, double width) {
    this(group, width, 0);
  }

  /**
   * Describes a network with a last layer of its own width. Pooling over the group leaves one
   * number per field, so a large group wants more fields there than fill the channels.
   *
   * @param features number of fields of the last convolution; 0 for as many as fill its channels
   */
  DigitsNetwork(PlanarGroup group, double width, int features) {
    this.group = group;
    this.width = width;
    this.features = features;
  }

  /**
   * Returns the group as one that acts on the plane.
   *
   * @throws IllegalArgumentException if it does not
   */
  static PlanarGroup planar(FiniteGroup group) {
    if (group instanceof PlanarGroup planar) {
      return planar;
    }
    throw new IllegalArgumentException(
        "expected a group that acts on the plane, such as C8 or D4, got " + group.name());
  }

  /**
   * Returns the network and how it is trained: Adam, its rate falling from {@code rate} along half
   * a cosine.
   */
  MultiLayerConfiguration configuration(int epochs, double rate, long seed) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(new MapSchedule(ScheduleType.EPOCH, cosine(epochs, rate))))
            .list();
    FieldType image = FieldType.trivial(group, 1);
    convolution(layers, image, fields(0), 7, 3);
    pooling(layers, fields(0));
    convolution(layers, fields(0), fields(1), 5, 2);
    convolution(layers, fields(1), fields(2), 5, 2);
    pooling(layers, fields(2));
    convolution(layers, fields(2), fields(3), 5, 2);
    convolution(layers, fields(3), fields(4), 5, 0);
    return layers
        .layer(new GroupPooling.Builder(fields(4)).build())
        .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
        .layer(
            new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(CLASSES)
                .build())
        .setInputType(InputType.convolutional(SIZE, SIZE, 1))
        .build();
  }

  private FieldType fields(int layer) {
    boolean last = layer == CHANNELS.length - 1;
    long count =
        last && features > 0 ? features : Math.round(CHANNELS[layer] * width / group.order());
    return FieldType.regular(group, Math.toIntExact(Math.max(1, count)));
  }

  private static void convolution(
      NeuralNetConfiguration.ListBuilder layers,
      FieldType in,
      FieldType out,
      int size,
      int padding) {
    layers
        .layer(
            new SteerableConvolution2D.Builder(in, out)
                .kernelSize(size)
                .padding(padding)
                .hasBias(false) // the normalization behind it has one
                .build())
        .layer(new FieldBatchNormalization.Builder(out).build())
        .layer(new FieldActivation.Builder(out).build());
  }

  private static void pooling(NeuralNetConfiguration.ListBuilder layers, FieldType type) {
    layers.layer(new FieldPooling2D.Builder(type).poolingType(PoolingType.AVG).build());
  }

  private static Map<Integer, Double> cosine(int epochs, double rate) {
    Map<Integer, Double> rates = new LinkedHashMap<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      rates.put(epoch, rate * (1 + Math.cos(Math.PI * epoch / epochs)) / 2);
    }
    return rates;
  }
}
