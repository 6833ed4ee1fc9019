package org.slth.examples.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.examples.bench.Series.Law;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.representation.FieldType;

/**
 * A training step of two steerable convolutions with normalization and ReLU, as one of its numbers
 * grows.
 *
 * <p>Of <i>c</i> channels, <i>n</i> pixels a side, <i>k</i> cells a side and <i>b</i> images the
 * theory counts: <i>bn²c</i> for what acts on every number alone, and all activations are that
 * large; <i>bn²c²k²</i> for convolutions by sliding; by the Fourier transform, which wide kernels
 * on small images take, <i>bn²c²</i> for the products and <i>bn³c</i> for transforms by matrices;
 * <i>c²k²</i> for kernels.
 *
 * @param group the group
 * @param fields regular fields of the input and of both convolutions
 * @param kernel width of the kernels
 * @param image width of the images
 */
record SteerableGrowth(String group, int fields, int kernel, int image) {

  private static final int CLASSES = 10;

  static List<Series> series(int batch, long seed) {
    Runnable least = new SteerableGrowth("C4", 1, 3, 4).step(1, seed);
    Law channels = new Law(1, 2);
    return List.of(
        new Series(
            "order of the group (8 fields)",
            channels,
            channels,
            least,
            Stream.of("C4", "C8", "D8", "D16")
                .map(name -> new SteerableGrowth(name, 8, 5, 16))
                .map(one -> one.size(FiniteGroup.of(Group.named(one.group)).order(), batch, seed))
                .toList()),
        new Series(
            "channels",
            channels,
            channels,
            least,
            IntStream.of(4, 8, 16, 32)
                .mapToObj(count -> new SteerableGrowth("C8", count, 5, 16))
                .map(one -> one.size(8 * one.fields, batch, seed))
                .toList()),
        new Series(
            "width of the kernel",
            new Law(0, 2),
            new Law(0, 2),
            least,
            IntStream.of(3, 5, 7, 9)
                .mapToObj(width -> new SteerableGrowth("C8", 8, width, 16))
                .map(one -> one.size(one.kernel, batch, seed))
                .toList()),
        new Series(
            "width of the image",
            new Law(2, 3),
            Law.of(2),
            least,
            IntStream.of(8, 16, 32, 64)
                .mapToObj(width -> new SteerableGrowth("C8", 8, 5, width))
                .map(one -> one.size(one.image, batch, seed))
                .toList()),
        new Series(
            "images of a batch",
            new Law(0, 1),
            new Law(0, 1),
            least,
            IntStream.of(4, 16, 64, 256)
                .mapToObj(count -> new SteerableGrowth("C8", 8, 5, 16).size(count, count, seed))
                .toList()));
  }

  private Series.Size size(double value, int batch, long seed) {
    return new Series.Size(value, step(batch, seed));
  }

  /** The network is made when it is first asked. */
  private Runnable step(int batch, long seed) {
    return new Lazy(
        () -> {
          MultiLayerNetwork network = network(seed);
          DataSet data = data(batch);
          return () -> network.fit(data);
        });
  }

  private MultiLayerNetwork network(long seed) {
    FieldType type = FieldType.regular(FiniteGroup.of(Group.named(group)), fields);
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().seed(seed).list();
    for (int i = 0; i < 2; i++) {
      layers
          .layer(
              new SteerableConvolution2D.Builder(type, type)
                  .kernelSize(kernel)
                  .padding(kernel / 2)
                  .hasBias(false)
                  .build())
          .layer(new FieldBatchNormalization.Builder(type).build())
          .layer(new FieldActivation.Builder(type).build());
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            layers
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nOut(CLASSES)
                        .build())
                .setInputType(InputType.convolutional(image, image, type.dimension()))
                .build());
    network.init();
    return network;
  }

  private DataSet data(int batch) {
    int channels = FiniteGroup.of(Group.named(group)).order() * fields;
    INDArray images = Nd4j.rand(batch, channels, image, image);
    INDArray labels = Nd4j.zeros(batch, CLASSES);
    labels.getColumn(0).assign(1);
    return new DataSet(images, labels);
  }
}
