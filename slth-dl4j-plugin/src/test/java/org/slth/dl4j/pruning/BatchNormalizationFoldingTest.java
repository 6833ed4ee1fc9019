package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.internal.network.ReplacedLayers;
import org.slth.dl4j.internal.network.Stage;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.group.FiniteGroup;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/** DL4J's own batch normalisation behind layers that act on rows. */
class BatchNormalizationFoldingTest {

  private static DenseLayer dense(Activation activation, boolean bias) {
    return new DenseLayer.Builder().nIn(5).nOut(4).activation(activation).hasBias(bias).build();
  }

  private static MultiLayerNetwork trained(Layer normalization, boolean bias) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(4)
                .dataType(DataType.DOUBLE)
                .updater(new Adam(0.05))
                .list()
                .layer(dense(Activation.IDENTITY, bias))
                .layer(normalization)
                .layer(new ActivationLayer.Builder().activation(Activation.RELU).build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(4)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    network.init();
    INDArray labels = Nd4j.createFromArray(new double[30][2]).addi(1);
    for (int step = 0; step < 20; step++) {
      network.fit(new DataSet(inputs(), labels));
    }
    return network;
  }

  private static INDArray inputs() {
    Nd4j.getRandom().setSeed(7);
    return Nd4j.randn(DataType.DOUBLE, 30, 5).addi(0.5);
  }

  private static BatchNormalization.Builder normalization() {
    return new BatchNormalization.Builder().nIn(4).nOut(4);
  }

  private static Layer normalization(String kind) {
    return switch (kind) {
      case "log" -> normalization().build();
      case "variance" -> normalization().useLogStd(false).build();
      case "locked" -> normalization().lockGammaBeta(true).build();
      case "locked gain and shift" -> normalization().lockGammaBeta(true).gamma(2).beta(3).build();
      case "locked gain" -> normalization().lockGammaBeta(true).gamma(2).build();
      case "fields" -> fields(FieldType.trivial(FiniteGroup.named("C1"), 4));
      case "fields of a group" -> fields(FieldType.trivial(FiniteGroup.named("C4"), 4));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static FieldBatchNormalization fields(FieldType type) {
    return new FieldBatchNormalization.Builder(type).epsilon(0.1).build();
  }

  /** The coefficients alone: no random network, no tolerance. */
  @ParameterizedTest
  @CsvSource({
    "log,true",
    "log,false",
    "variance,true",
    "locked,true",
    "fields,true",
    "fields,false",
    "fields of a group,true",
    "locked gain and shift,false",
    "locked gain,true" // which DL4J ignores, unless the shift is set as well
  })
  void foldingIsExact(String kind, boolean bias) {
    MultiLayerNetwork network = trained(normalization(kind), bias);
    Stage.Replaced stage = TargetNetwork.of(network, false).replaced().get(0);
    INDArray x = inputs();
    INDArray expected = network.feedForwardToLayer(1, x).get(2);
    INDArray sums = Nd4j.createFromArray(stage.layer().targets(5)).reshape(1, 4).repeat(0, 30);
    for (int q = 0; q < 5; q++) {
      INDArray row = Nd4j.createFromArray(stage.layer().targets(q)).reshape(1, 4);
      sums.addi(x.getColumn(q, true).mmul(row));
    }
    double gap = expected.sub(sums).amaxNumber().doubleValue();
    assertTrue(gap < 1e-12, () -> "gap " + gap);
    double unfolded =
        expected.sub(network.feedForwardToLayer(0, x).get(1)).amaxNumber().doubleValue();
    assertTrue(unfolded > 0.1, "the normalisation does nothing");
  }

  @ParameterizedTest
  @CsvSource({"log,true", "locked gain and shift,false", "fields,false"})
  void thePrunedChainComputesTheTarget(String kind, boolean bias) {
    MultiLayerNetwork target = trained(normalization(kind), bias);
    ReplacedLayers.checkLaws(target, false);
    PrunedNetwork<MultiLayerNetwork> pruned = new SubsetSumPruner.Builder(1).build().prune(target);
    double gap =
        target.output(inputs()).sub(pruned.network().output(inputs())).amaxNumber().doubleValue();
    assertTrue(gap > 0 && gap < 2e-3, () -> "gap " + gap);
    assertEquals("layer 0 (DenseLayer)", pruned.ticket().layers().get(0).name());
    assertEquals(5, pruned.network().getnLayers()); // two pairs and the activation
    assertEquals(
        pruned.network().params(), SubsetSumPruner.rebuild(pruned.ticket(), target).params());
  }

  private static ComputationGraph graph(Activation activation, String... outputs) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .graphBuilder()
            .addInputs("in")
            .addLayer("dense", dense(activation, true), "in")
            .addLayer("norm", normalization().build(), "dense")
            .addLayer(
                "relu", new ActivationLayer.Builder().activation(Activation.RELU).build(), "norm")
            .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "relu", "norm")
            .setOutputs(outputs);
    ComputationGraph network = new ComputationGraph(builder.build());
    network.init();
    return network;
  }

  /** Consumers of the normalisation find the pair under its name. */
  @Test
  void aFoldedVertexKeepsTheNameOfTheNormalisation() {
    ComputationGraph target = graph(Activation.IDENTITY, "sum");
    target.getVertex("norm").paramTable(false).get("mean").addi(0.3);
    ComputationGraph pruned = new SubsetSumPruner.Builder(1).build().prune(target).network();
    INDArray x = inputs().castTo(DataType.FLOAT);
    double gap = target.outputSingle(x).sub(pruned.outputSingle(x)).amaxNumber().doubleValue();
    assertTrue(gap > 0 && gap < 2e-3, () -> "gap " + gap);
    assertEquals(
        "[in, norm-hidden, norm, relu, sum]",
        Arrays.stream(pruned.getVertices()).map(v -> v.getVertexName()).toList().toString());
  }

  @Test
  void aNormalisationBehindAnActivationIsRefused() {
    assertRefused(graph(Activation.RELU, "sum"));
  }

  @Test
  void aNormalisationOfWhatIsUsedElsewhereIsRefused() {
    assertRefused(graph(Activation.IDENTITY, "sum", "dense"));
  }

  /** One number per field is no column of its own. */
  @Test
  void aNormalisationOfFieldsOfSeveralChannelsIsRefused() {
    FiniteGroup group = FiniteGroup.named("C4");
    Layer regular = fields(FieldType.of(group, List.of(Representation.regular(group))));
    MultiLayerNetwork network = trained(regular, true);
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    assertEquals(
        "this network cannot be pruned: layer 1 (FieldBatchNormalization): it can only be folded"
            + " into a steerable layer, such as SteerableConvolution2D or EquivariantDense, or where"
            + " its fields are trivial into another layer without activation, directly before it and"
            + " feeding nothing else",
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage());
  }

  private static void assertRefused(ComputationGraph network) {
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    assertEquals(
        "this network cannot be pruned: layer norm (BatchNormalization): it can only be folded into"
            + " a layer without activation, such as DenseLayer or ConvolutionLayer, directly before"
            + " it and feeding nothing else; behind a steerable layer use FieldBatchNormalization",
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage());
  }
}
