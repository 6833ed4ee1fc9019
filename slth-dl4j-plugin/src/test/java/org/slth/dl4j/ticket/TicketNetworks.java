package org.slth.dl4j.ticket;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.Readout;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;
import org.slth.representation.FieldType;
import org.slth.ticket.file.TicketFile;

/** Small networks of every kind, their tickets, and the networks that these are. */
final class TicketNetworks {

  /**
   * A ticket file and the network it was made of.
   *
   * @param name for messages
   */
  record Made(String name, TicketFile file, Model network) {

    @Override
    public String toString() {
      return name;
    }
  }

  private TicketNetworks() {}

  static Stream<Made> all() {
    return Stream.of(subsetSums(), constructions(), masks()).flatMap(each -> each);
  }

  static Stream<Made> subsetSums() {
    return Stream.of(
            Map.<String, Supplier<Model>>entry("dense", () -> dense(new Sgd())),
            Map.<String, Supplier<Model>>entry("doubles", TicketNetworks::doubles),
            Map.<String, Supplier<Model>>entry("residual", () -> residual(new Sgd())),
            Map.<String, Supplier<Model>>entry("steerable", () -> steerable(new Sgd())),
            Map.<String, Supplier<Model>>entry("convolutions", () -> convolutions(new Sgd())),
            Map.<String, Supplier<Model>>entry("tensors", TicketNetworks::tensors))
        .map(each -> pruned(each.getKey(), each.getValue().get()));
  }

  /** Tickets of the other constructions. */
  static Stream<Made> constructions() {
    return Stream.of("slth:depth-plus-one", "slth:one-candidate")
        .map(id -> pruned(id, dense(new Sgd()), pruner().construction(id)));
  }

  static Stream<Made> masks() {
    return Stream.of(
        masked("slth:edge-popup", dense(score("slth:edge-popup"))),
        masked("slth:global-threshold", dense(score("slth:global-threshold"))),
        masked("slth:biprop", residual(score("slth:biprop"))),
        masked("slth:gem-miner", dense(score("slth:gem-miner"))),
        masked("slth:edge-popup-convolutions", convolutions(score("slth:edge-popup"))),
        masked("slth:iterative-redraw", residual(score("slth:iterative-redraw"))),
        masked("slth:probabilistic", steerable(score("slth:probabilistic"))));
  }

  static Made pruned(String name, Model target) {
    return pruned(name, target, pruner());
  }

  private static SubsetSumPruner.Builder pruner() {
    return new SubsetSumPruner.Builder(9).candidates(8).tolerance(0.05).threads(1);
  }

  private static Made pruned(String name, Model target, SubsetSumPruner.Builder builder) {
    SubsetSumPruner pruner = builder.build();
    var pruned =
        target instanceof MultiLayerNetwork chain
            ? pruner.prune(chain)
            : pruner.prune((ComputationGraph) target);
    return new Made(
        name, TicketFiles.of(pruned.ticket(), target, Map.of("test", name)), pruned.network());
  }

  private static Made masked(String name, Model network) {
    MaskTraining.start(network);
    Nd4j.getRandom().setSeed(5);
    boolean images = network instanceof MultiLayerNetwork chain && takesImages(chain);
    INDArray x = images ? images() : Nd4j.randn(DataType.FLOAT, 32, 6);
    INDArray labels = Nd4j.zeros(DataType.FLOAT, x.size(0), 3);
    for (int i = 0; i < x.size(0); i++) {
      labels.putScalar(i, i % 3, 1);
    }
    for (int step = 0; step < 6; step++) {
      if (network instanceof MultiLayerNetwork chain) {
        chain.fit(x, labels);
      } else {
        ((ComputationGraph) network).fit(new INDArray[] {x}, new INDArray[] {labels});
      }
    }
    return new Made(name, TicketFiles.of(network, Map.of()), network);
  }

  private static MaskScore score(String strategy) {
    return new MaskScore.Builder(0.4).strategy(strategy).inner(new Adam(0.01)).seed(21).build();
  }

  private static NeuralNetConfiguration.Builder configuration(IUpdater updater) {
    return new NeuralNetConfiguration.Builder().seed(3).updater(updater);
  }

  private static OutputLayer output(int inputs) {
    return new OutputLayer.Builder().nIn(inputs).nOut(3).activation(Activation.SOFTMAX).build();
  }

  static MultiLayerNetwork dense(IUpdater updater) {
    return initialized(
        new MultiLayerNetwork(
            configuration(updater)
                .list()
                .layer(new DenseLayer.Builder().nIn(6).nOut(8).activation(Activation.RELU).build())
                .layer(output(8))
                .build()));
  }

  private static MultiLayerNetwork convolutions(IUpdater updater) {
    return initialized(
        new MultiLayerNetwork(
            configuration(updater)
                .list()
                .layer(
                    new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .padding(1, 1)
                        .activation(Activation.RELU)
                        .build())
                .layer(
                    new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .stride(2, 2)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new BatchNormalization.Builder().build())
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(8, 8, 1))
                .build()));
  }

  private static MultiLayerNetwork doubles() {
    return initialized(
        new MultiLayerNetwork(
            configuration(new Sgd())
                .dataType(DataType.DOUBLE)
                .list()
                .layer(new DenseLayer.Builder().nIn(6).nOut(5).build())
                .layer(output(5))
                .build()));
  }

  static ComputationGraph residual(IUpdater updater) {
    DenseLayer plain =
        new DenseLayer.Builder().nIn(6).nOut(6).activation(Activation.IDENTITY).build();
    return initialized(
        new ComputationGraph(
            configuration(updater)
                .graphBuilder()
                .addInputs("in")
                .addLayer("first", plain, "in")
                .addLayer("norm", new BatchNormalization.Builder().nIn(6).nOut(6).build(), "first")
                .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "norm", "in")
                .addLayer("out", output(6), "add")
                .setOutputs("out")
                .build()));
  }

  /** Its norms have parameters that are copied. */
  static MultiLayerNetwork steerable(IUpdater updater) {
    FieldType type = FieldType.parse("C4: 2*regular");
    FieldType image = FieldType.trivial(type.group(), 1);
    return initialized(
        new MultiLayerNetwork(
            configuration(updater)
                .list()
                .layer(new SteerableConvolution2D.Builder(image, type).kernelSize(3).build())
                .layer(new FieldBatchNormalization.Builder(type).build())
                .layer(new FieldActivation.Builder(type).build())
                .layer(new SteerableConvolution2D.Builder(type, type).kernelSize(3).build())
                .layer(new NormNonlinearity.Builder(type).build())
                .layer(new GroupPooling.Builder(type).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(8, 8, 1))
                .build()));
  }

  static boolean takesImages(MultiLayerNetwork chain) {
    var first = chain.getLayerWiseConfigurations().getConf(0).getLayer();
    return first instanceof SteerableConvolution2D || first instanceof ConvolutionLayer;
  }

  static INDArray images() {
    return Nd4j.randn(DataType.FLOAT, 6, 1, 8, 8);
  }

  private static ComputationGraph tensors() {
    return initialized(
        new ComputationGraph(
            configuration(new Sgd())
                .graphBuilder()
                .addInputs("sizes", "x")
                .addVertex("first", new KOrderLayer.Builder(1, 2, 3, 4).build(), "x", "sizes")
                .addVertex(
                    "sum", new GraphReadout.Builder(2, Readout.SUM).build(), "first", "sizes")
                .addLayer("out", output(4), "sum")
                .setOutputs("out")
                .build()));
  }

  private static <M extends Model> M initialized(M network) {
    network.init();
    Nd4j.getRandom().setSeed(5);
    INDArray noise = Nd4j.randn(network.params().dataType(), network.params().shape());
    network.params().addi(noise.muli(0.1)); // biases, too
    return network;
  }
}
