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
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.representation.FieldType;

/**
 * A training step of two steerable convolutions with normalization and ReLU, as one of its numbers
 * grows. Memory is that of DL4J's workspaces: activations, their gradients and scratch, but for
 * that of spectra, which all layers share (at most 128 MB).
 *
 * @param group the group
 * @param fields regular fields of the input and of both convolutions
 * @param kernel width of the kernels
 * @param image width of the images
 */
record SteerableGrowth(String group, int fields, int kernel, int image) {

  private static final int CLASSES = 10;

  static List<Series> series(int batch, long seed) {
    var usual = new SteerableGrowth("C8", 8, 5, 16);
    return List.of(
        new Series(
            "order of the group (8 fields)",
            2,
            2,
            Stream.of("C4", "C8", "D8", "D16")
                .map(name -> new SteerableGrowth(name, 8, 5, 8))
                .map(one -> one.size(FiniteGroup.of(Group.named(one.group)).order(), batch, seed))
                .toList()),
        new Series(
            "channels",
            2,
            2,
            IntStream.of(4, 8, 16, 32)
                .mapToObj(count -> new SteerableGrowth("C8", count, 5, 8))
                .map(one -> one.size(8 * one.fields, batch, seed))
                .toList()),
        new Series(
            "width of the kernel",
            2,
            2,
            IntStream.of(3, 5, 7, 9)
                .mapToObj(width -> new SteerableGrowth("C8", 8, width, 16))
                .map(one -> one.size(one.kernel, batch, seed))
                .toList()),
        new Series(
            "width of the image",
            2,
            2,
            IntStream.of(8, 16, 32, 64)
                .mapToObj(width -> new SteerableGrowth("C8", 8, 5, width))
                .map(one -> one.size(one.image, batch, seed))
                .toList()),
        new Series(
            "images of a batch",
            1,
            1,
            IntStream.of(1, 4, 16, 64).mapToObj(count -> usual.size(count, count, seed)).toList()));
  }

  private Series.Size size(double value, int batch, long seed) {
    Work work = new Work(this, batch, seed);
    return new Series.Size(value, work::step, work::bytes);
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

  /** A network in training, made when it is first asked. */
  private static final class Work {

    private final SteerableGrowth size;
    private final int batch;
    private final long seed;
    private @Nullable MultiLayerNetwork network;
    private @Nullable DataSet data;

    Work(SteerableGrowth size, int batch, long seed) {
      this.size = size;
      this.batch = batch;
      this.seed = seed;
    }

    void step() {
      MultiLayerNetwork trained = network;
      DataSet given = data;
      if (trained == null || given == null) {
        trained = size.network(seed);
        given = size.data(batch);
        network = trained;
        data = given;
      }
      trained.fit(given);
    }

    /** Workspaces grow with the largest network, and stay: so they begin anew. */
    long bytes() {
      Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
      step();
      step();
      return Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread().stream()
          .mapToLong(MemoryWorkspace::getCurrentSize)
          .sum();
    }
  }
}
