package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.dl4j.internal.network.ReplacedLayers;
import org.slth.dl4j.internal.network.Stage;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.dl4j.layer.EquivariantDense;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.SourceLaw;
import org.slth.pruning.SourcePair;
import org.slth.representation.FieldType;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.TicketLayer;

/** Tickets of networks of {@link EquivariantDense}, of groups of the plane and others. */
class DenseFieldPruningTest {

  private static MultiLayerNetwork network(String in, String hidden, String out, boolean normed) {
    FieldType middle = FieldType.parse(hidden);
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().seed(3).dataType(DataType.DOUBLE).list();
    list.layer(new EquivariantDense.Builder(FieldType.parse(in), middle).build());
    if (normed) {
      list.layer(new FieldBatchNormalization.Builder(middle).epsilon(0.1).build());
    }
    list.layer(new FieldActivation.Builder(middle).build());
    list.layer(new EquivariantDense.Builder(middle, FieldType.parse(out)).build());
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    Nd4j.getRandom().setSeed(5);
    INDArray shift = Nd4j.randn(DataType.DOUBLE, network.params().shape()).muli(0.2);
    network.params().addi(normed ? Nd4j.math().abs(shift) : shift); // statistics too
    return network;
  }

  private static INDArray inputs(String type) {
    Nd4j.getRandom().setSeed(7);
    return Nd4j.randn(DataType.DOUBLE, 20, FieldType.parse(type).dimension());
  }

  private static SubsetSumPruner.Builder pruner() {
    return new SubsetSumPruner.Builder(1);
  }

  private static double difference(MultiLayerNetwork a, MultiLayerNetwork b, INDArray x) {
    return a.output(x).sub(b.output(x)).amaxNumber().doubleValue();
  }

  @ParameterizedTest
  @CsvSource({
    "S3: regular,S3: regular + 2*quotient(0 1),S3: regular,false",
    "S3: 2*quotient(0 1) + trivial,S3: 2*regular,S3: irrep(2) + 2*trivial,true",
    "D4: regular + trivial,D4: regular + quotient(0 4),D4: irrep(4) + trivial,true",
    "C5: regular,C5: 2*regular,C5: trivial,false",
    "C1: 3*trivial,C1: 4*trivial,C1: 2*trivial,true"
  })
  void thePrunedNetworkComputesTheTargetAndCommutes(
      String in, String hidden, String out, boolean normed) {
    MultiLayerNetwork target = network(in, hidden, out, normed);
    ReplacedLayers.checkLaws(target, false);
    INDArray x = inputs(in);
    PrunedNetwork<MultiLayerNetwork> pruned = pruner().build().prune(target);
    assertTrue(pruned.report().reached(), () -> "\n" + pruned.report());
    double gap = difference(target, pruned.network(), x);
    assertTrue(gap > 0 && gap < 2e-3, () -> "gap " + gap + "\n" + pruned.report());
    MultiLayerNetwork coarse =
        pruner().candidates(3).tolerance(100).build().prune(target).network();
    assertTrue(difference(target, coarse, x) > 1e-2, "the ticket was not coarse");
    for (MultiLayerNetwork each : List.of(pruned.network(), coarse)) {
      EquivarianceError error =
          EquivarianceError.of(each, FieldType.parse(in), FieldType.parse(out), x);
      assertTrue(error.maximum() < 1e-12, error::toString);
    }
  }

  /** What is kept adds up to coefficients near the target's, and the network is that of these. */
  @Test
  void thePrunedNetworkIsTheOneOfTheRoundedCoefficients() {
    MultiLayerNetwork target =
        network("S3: quotient(0 1) + trivial", "S3: 2*regular", "S3: irrep(2) + trivial", false);
    PrunedNetwork<MultiLayerNetwork> pruned =
        pruner().nonNegativeInput(true).candidates(10).build().prune(target);
    MultiLayerNetwork rounded = target.clone();
    List<Stage.Replaced> stages = TargetNetwork.of(target, true).replaced();
    round(rounded, 0, stages.get(0), SourceDraw.of(1).stream(0), pruned.ticket().layers().get(0));
    round(rounded, 2, stages.get(1), SourceDraw.of(1).stream(1), pruned.ticket().layers().get(1));
    double moved = target.params().sub(rounded.params()).amaxNumber().doubleValue();
    assertTrue(moved > 1e-6 && moved < 0.01, () -> "coefficients moved by " + moved);
    INDArray x = Nd4j.math().abs(inputs("S3: quotient(0 1) + trivial"));
    double gap = difference(rounded, pruned.network(), x);
    assertTrue(gap < 1e-12, () -> "gap " + gap);
    assertTrue(difference(target, pruned.network(), x) > 1e-7, "nothing was rounded");
  }

  /** Replaces each coefficient by the sum over its kept copies. */
  private static void round(
      MultiLayerNetwork network,
      int index,
      Stage.Replaced stage,
      SourceDraw draw,
      TicketLayer masks) {
    SourceLaw law = SourceLaw.of(masks);
    SourcePair pair = new SourcePair(draw, stage.layer(), law, masks.signedInput());
    MaskedPair kept = new MaskedPair(stage.layer(), pair, masks);
    EquivariantDense layer = (EquivariantDense) network.getLayer(index).conf().getLayer();
    double[] weights = new double[layer.layout().total()];
    for (int q = 0; q < layer.inputType().size(); q++) {
      int problem = 0;
      for (int p = 0; p < layer.outputType().size(); p++) {
        for (int k = 0; k < layer.layout().size(p, q); k++) {
          weights[layer.layout().offset(p, q) + k] = sum(kept, q, problem++);
        }
      }
    }
    Nd4jBridge.assign(network.getLayer(index).getParam(EquivariantDense.WEIGHT), weights);
    int constant = layer.inputType().size();
    double[] bias = new double[stage.layer().targets(constant).length];
    for (int r = 0; r < bias.length; r++) {
      bias[r] = sum(kept, constant, r);
    }
    Nd4jBridge.assign(network.getLayer(index).getParam(EquivariantDense.BIAS), bias);
  }

  private static double sum(MaskedPair kept, int input, int problem) {
    return kept.copies(input).stream()
        .mapToDouble(copy -> (double) kept.u(input, copy) * kept.v(input, problem, copy))
        .sum();
  }

  @Test
  void theTicketRebuildsTheNetworkBitForBit(@TempDir Path folder) throws IOException {
    MultiLayerNetwork target = network("S3: regular", "S3: 2*regular", "S3: regular", true);
    PrunedNetwork<MultiLayerNetwork> pruned = pruner().build().prune(target);
    MultiLayerNetwork architecture = network("S3: regular", "S3: 2*regular", "S3: regular", true);
    architecture.params().muli(0.5);
    MultiLayerNetwork rebuilt = SubsetSumPruner.rebuild(pruned.ticket(), architecture);
    assertEquals(pruned.network().params(), rebuilt.params());
    File file = folder.resolve("pruned.zip").toFile();
    ModelSerializer.writeModel(pruned.network(), file, false);
    INDArray x = inputs("S3: regular");
    assertEquals(pruned.network().output(x), MultiLayerNetwork.load(file, false).output(x));
  }

  /** Of m copies per input, two inputs and a constant; Hom(regular, regular) has dimension 6. */
  @Test
  void parametersAreCounted() {
    MultiLayerNetwork target = network("S3: 2*regular", "S3: regular", "S3: trivial", false);
    LayerReport first =
        pruner()
            .nonNegativeInput(true)
            .candidates(10)
            .build()
            .prune(target)
            .report()
            .layers()
            .get(0);
    assertEquals(2 * 6 + 1, first.targetCoefficients());
    assertEquals(20 + 20 * 6 + 10 + 10, first.maskedParameters());
    assertTrue(first.sourceParameters() > first.maskedParameters());
  }

  @Test
  void aLayerOfZerosIsPruned() {
    MultiLayerNetwork target = network("S3: regular", "S3: regular", "S3: regular", false);
    target.params().assign(0);
    MultiLayerNetwork pruned = pruner().build().prune(target).network();
    assertEquals(0, pruned.output(inputs("S3: regular")).amaxNumber().doubleValue());
  }

  @Test
  void fieldsOnWhichReluIsNotEquivariantAreRefused() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(
                    new EquivariantDense.Builder(
                            FieldType.parse("S3: irrep(2)"), FieldType.parse("S3: regular"))
                        .build())
                .build());
    network.init();
    String message =
        assertThrows(IllegalArgumentException.class, () -> pruner().build().prune(network))
            .getMessage();
    assertTrue(
        message.startsWith(
            "this network cannot be pruned: layer 0 (EquivariantDense): its input type S3: irrep(2)"
                + " has fields on which a pointwise ReLU is not equivariant"),
        message);
  }
}
