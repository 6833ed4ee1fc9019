package org.slth.dl4j.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.AttentionVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.layer.EquivariantDense;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.layer.SteerableDeconvolution2D;
import org.slth.representation.FieldType;

/**
 * A kind of network: the catalogue over which the laws of mask training are tested.
 *
 * @param name what it is
 * @param network makes one with an updater
 * @param data to train it with
 * @param masked names of the parameters to mask; the others are trained as ever
 */
record Kind(
    String name, Function<IUpdater, Model> network, MultiDataSet data, List<String> masked) {

  private static final InputType IMAGES = InputType.convolutional(7, 7, 3);
  private static final InputType SEQUENCES = InputType.recurrent(6);

  private Kind(String name, Function<IUpdater, Model> network, DataSet data, List<String> masked) {
    this(name, network, data.toMultiDataSet(), masked);
  }

  static Stream<Kind> all() {
    return Stream.of(plain(), sequences(), steerable(), GraphKinds.all()).flatMap(kinds -> kinds);
  }

  private static Stream<Kind> plain() {
    Layer convolution = new ConvolutionLayer.Builder(3, 3).nOut(4).build();
    Layer separable = new SeparableConvolution2D.Builder(3, 3).nOut(4).hasBias(false).build();
    Layer unbiased = new ConvolutionLayer.Builder(3, 3).nOut(4).hasBias(false).build();
    DataSet images = Masks.data(24, 3, 7, 7);
    return Stream.of(
        of("dense", InputType.feedForward(6), Masks.data(), "0_W 1_W", Masks.dense()),
        new Kind("graph", Masks::graph, Masks.data(), List.of("hidden_W", "out_W")),
        of("convolution", IMAGES, images, "0_W 1_W", convolution),
        of("separable convolution", IMAGES, images, "0_W 0_pW 1_W", separable),
        of(
            "batch normalization",
            IMAGES,
            images,
            "0_W 2_W",
            unbiased,
            new BatchNormalization.Builder().build()));
  }

  private static Stream<Kind> sequences() {
    DataSet data = Masks.data(24, 6, 5);
    Layer pooling = new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    Layer attention = new SelfAttentionLayer.Builder().nOut(8).nHeads(2).projectInput(true).build();
    Layer embedding = new EmbeddingSequenceLayer.Builder().nIn(9).nOut(6).inputLength(5).build();
    return Stream.of(
        of("1d convolution", SEQUENCES, data, "0_W 2_W", convolution1d(), pooling),
        of("lstm", SEQUENCES, data, "0_W 0_RW 2_W", lstm(), pooling),
        new Kind(
            "bidirectional lstm",
            updater -> network(updater, SEQUENCES, new Bidirectional(lstm()), pooling),
            data,
            List.of("0_fW", "0_fRW", "0_bW", "0_bRW", "2_W")),
        of("attention", SEQUENCES, data, "0_Wq 0_Wk 0_Wv 0_Wo 2_W", attention, pooling),
        new Kind(
            "attention vertex",
            Kind::attention,
            data,
            List.of("attention_Wq", "attention_Wk", "attention_Wv", "attention_Wo", "out_W")),
        of(
            "embedding",
            InputType.recurrent(9),
            words(),
            "1_W 3_W",
            embedding,
            convolution1d(),
            pooling));
  }

  private static LSTM lstm() {
    return new LSTM.Builder().nOut(5).build();
  }

  private static Layer convolution1d() {
    return new Convolution1DLayer.Builder(3).nOut(5).build();
  }

  private static Stream<Kind> steerable() {
    return Stream.of(
        steerable("C4: 3*regular"),
        steerable("C8: 2*regular"),
        steerable("C4: regular + 2*trivial + irrep(1) + irrep(2)"),
        steerable("O2: trivial + irrep(1) + irrep(2) + fourier(1)"),
        dense("S3: 2*regular + trivial + irrep(2)"),
        deconvolution("C4: 2*regular + trivial"));
  }

  /** Images that become larger. */
  private static Kind deconvolution(String hidden) {
    FieldType type = FieldType.parse(hidden);
    FieldType image = FieldType.trivial(type.group(), 1);
    return of(
        "to larger " + hidden,
        InputType.convolutional(7, 7, 1),
        Masks.data(24, 1, 7, 7),
        "0_W 3_W",
        new SteerableDeconvolution2D.Builder(image, type).stride(2).build(),
        new NormNonlinearity.Builder(type).build(),
        new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
  }

  /** Two maps that commute with a group, of vectors. */
  static Kind dense(String hidden) {
    FieldType type = FieldType.parse(hidden);
    FieldType input = FieldType.regular(type.group().samples(), 1);
    return of(
        hidden,
        InputType.feedForward(input.dimension()),
        Masks.data(24, input.dimension()),
        "0_W 2_W 4_W",
        new EquivariantDense.Builder(input, type).build(),
        new NormNonlinearity.Builder(type).build(),
        new EquivariantDense.Builder(type, type).build(),
        new GroupPooling.Builder(type).build());
  }

  /** Two convolutions: fields of several kinds have several numbers of inputs. */
  static Kind steerable(String hidden) {
    FieldType type = FieldType.parse(hidden);
    FieldType image = FieldType.trivial(type.group(), 1);
    return of(
        hidden,
        InputType.convolutional(7, 7, 1),
        Masks.data(24, 1, 7, 7),
        "0_W 3_W 6_W",
        new SteerableConvolution2D.Builder(image, type).kernelSize(3).padding(1).build(),
        new FieldBatchNormalization.Builder(type).build(),
        new NormNonlinearity.Builder(type).build(),
        new SteerableConvolution2D.Builder(type, type).kernelSize(3).padding(1).build(),
        new GroupPooling.Builder(type).build(),
        new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
  }

  private static Kind of(
      String name, InputType input, DataSet data, String masked, Layer... layers) {
    return new Kind(
        name,
        updater -> network(updater, input, layers),
        data,
        Arrays.asList(masked.split(" ", -1)));
  }

  private static MultiLayerNetwork network(IUpdater updater, InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = Masks.configuration(updater).list();
    for (Layer layer : layers) {
      list.layer(layer.clone()); // DL4J writes into layers
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(list.layer(Masks.output()).setInputType(input).build());
    network.init();
    return network;
  }

  private static ComputationGraph attention(IUpdater updater) {
    ComputationGraph network =
        new ComputationGraph(
            Masks.configuration(updater)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(SEQUENCES)
                .addVertex(
                    "attention",
                    new AttentionVertex.Builder()
                        .nInKeys(6)
                        .nInQueries(6)
                        .nInValues(6)
                        .nOut(8)
                        .nHeads(2)
                        .projectInput(true)
                        .build(),
                    "in",
                    "in",
                    "in")
                .addLayer(
                    "pooling", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "attention")
                .addLayer("out", Masks.output(), "pooling")
                .setOutputs("out")
                .build());
    network.init();
    return network;
  }

  /** Sequences of 5 words out of 9. */
  private static DataSet words() {
    DataSet data = Masks.data(24, 1, 5);
    INDArray words = data.getFeatures();
    for (int i = 0; i < 24; i++) {
      for (int j = 0; j < 5; j++) {
        words.putScalar(new int[] {i, 0, j}, (7 * i + 3 * j) % 9);
      }
    }
    return data;
  }

  @Override
  public String toString() {
    return name;
  }
}
