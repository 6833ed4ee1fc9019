package org.slth.examples.peers;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/** A classifier of images, made of steerable convolutions or of DL4J's own of equal width. */
enum ImageNetwork {
  /** The one of {@code rotated-digits --full}. */
  DIGITS(
      1,
      28,
      List.of(
          new Stage(64, 7, 3, true),
          new Stage(96, 5, 2, false),
          new Stage(128, 5, 2, true),
          new Stage(128, 5, 2, false),
          new Stage(192, 5, 0, false))),
  /** One wide convolution. */
  WIDE(64, 29, List.of(new Stage(128, 7, 3, false)));

  static final int CLASSES = 10;

  private final int channels;
  private final int size;
  private final List<Stage> stages;

  /** A convolution, batch normalization and ReLU, and perhaps the mean of every 2 x 2 pixels. */
  private record Stage(int channels, int kernel, int padding, boolean pooled) {}

  ImageNetwork(int channels, int size, List<Stage> stages) {
    this.channels = channels;
    this.size = size;
    this.stages = stages;
  }

  /** Returns the shape of a batch of images. */
  long[] images(int batch) {
    return new long[] {batch, channels, size, size};
  }

  /** Returns the network whose fields are regular, or trivial if it has one input channel. */
  MultiLayerConfiguration steerable(Group group) {
    Representation regular = Representation.regular(FiniteGroup.of(group));
    NeuralNetConfiguration.ListBuilder layers = layers();
    FieldType fields = channels == 1 ? FieldType.trivial(group, 1) : fields(regular, channels);
    for (Stage stage : stages) {
      FieldType next = fields(regular, stage.channels());
      layers
          .layer(
              new SteerableConvolution2D.Builder(fields, next)
                  .kernelSize(stage.kernel())
                  .padding(stage.padding())
                  .hasBias(false)
                  .build())
          .layer(new FieldBatchNormalization.Builder(next).build())
          .layer(new FieldActivation.Builder(next).build());
      if (stage.pooled()) {
        layers.layer(new FieldPooling2D.Builder(next).poolingType(PoolingType.AVG).build());
      }
      fields = next;
    }
    return finished(layers.layer(new GroupPooling.Builder(fields).build()));
  }

  private static FieldType fields(Representation regular, int channels) {
    return FieldType.of(regular, channels / regular.dimension());
  }

  /** Returns the network of DL4J's own layers. */
  MultiLayerConfiguration plain() {
    NeuralNetConfiguration.ListBuilder layers = layers();
    for (Stage stage : stages) {
      layers
          .layer(
              new ConvolutionLayer.Builder(stage.kernel(), stage.kernel())
                  .padding(stage.padding(), stage.padding())
                  .nOut(stage.channels())
                  .hasBias(false)
                  .activation(Activation.IDENTITY)
                  .build())
          .layer(new BatchNormalization.Builder().build())
          .layer(new ActivationLayer.Builder().activation(Activation.RELU).build());
      if (stage.pooled()) {
        layers.layer(
            new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build());
      }
    }
    return finished(layers);
  }

  private static NeuralNetConfiguration.ListBuilder layers() {
    return new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(1e-3)).list();
  }

  private MultiLayerConfiguration finished(NeuralNetConfiguration.ListBuilder layers) {
    return layers
        .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
        .layer(
            new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(CLASSES)
                .build())
        .setInputType(InputType.convolutional(size, size, channels))
        .build();
  }
}
