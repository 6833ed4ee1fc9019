package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.dl4j.internal.network.ReplacedLayers;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.FieldRestriction;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;

class SteerablePruningTest {

  private static final int SIZE = 12;

  private static MultiLayerNetwork trained(String hidden, boolean normalised) {
    MultiLayerNetwork network = network(hidden, normalised);
    Nd4j.getRandom().setSeed(4);
    INDArray x = images();
    INDArray y = Nd4j.zeros(DataType.FLOAT, x.size(0), 3);
    for (int i = 0; i < x.size(0); i++) {
      y.putScalar(i, i % 3, 1);
    }
    for (int step = 0; step < 5; step++) {
      network.fit(new DataSet(x, y));
    }
    return network;
  }

  private static MultiLayerNetwork network(String hidden, boolean normalised) {
    FieldType type = FieldType.parse(hidden);
    FieldType image = FieldType.trivial(type.group(), 1);
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().seed(8).updater(new Adam(0.01)).list();
    list.layer(new SteerableConvolution2D.Builder(image, type).kernelSize(5).padding(2).build());
    if (normalised) {
      list.layer(new FieldBatchNormalization.Builder(type).build());
    }
    list.layer(new FieldActivation.Builder(type).build())
        .layer(new FieldPooling2D.Builder(type).build())
        .layer(new SteerableConvolution2D.Builder(type, type).kernelSize(3).padding(1).build())
        .layer(new FieldActivation.Builder(type).build());
    GroupPooling pooling = new GroupPooling.Builder(type).build();
    MultiLayerConfiguration configuration =
        list.layer(pooling)
            .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
            .layer(new OutputLayer.Builder().nOut(3).build())
            .setInputType(InputType.convolutional(SIZE, SIZE, 1))
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  private static INDArray images() {
    Nd4j.getRandom().setSeed(6);
    return Nd4j.rand(DataType.FLOAT, 9, 1, SIZE, SIZE);
  }

  private static double difference(MultiLayerNetwork a, MultiLayerNetwork b, INDArray x) {
    return a.output(x).sub(b.output(x)).amaxNumber().doubleValue();
  }

  @ParameterizedTest
  @CsvSource({
    "C4: 2*regular,true",
    "C4: 2*regular,false",
    "C8: 2*regular + 2*trivial,true",
    "D4: regular + quotient(0 4),true",
    "C1: 3*regular,true"
  })
  void thePrunedNetworkComputesTheTarget(String hidden, boolean normalised) {
    MultiLayerNetwork target = trained(hidden, normalised);
    ReplacedLayers.checkLaws(target, true);
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(1).nonNegativeInput(true).build().prune(target);
    assertTrue(pruned.report().reached(), () -> "\n" + pruned.report());
    double gap = difference(target, pruned.network(), images());
    assertTrue(gap > 0 && gap < 2e-3, () -> "gap " + gap + "\n" + pruned.report());
  }

  @Test
  void signedImagesNeedBothSigns() {
    MultiLayerNetwork target = trained("C4: 2*regular", true);
    INDArray signed = images().subi(0.5);
    PrunedNetwork<MultiLayerNetwork> both = new SubsetSumPruner.Builder(1).build().prune(target);
    PrunedNetwork<MultiLayerNetwork> one =
        new SubsetSumPruner.Builder(1).nonNegativeInput(true).build().prune(target);
    double right = difference(target, both.network(), signed);
    double wrong = difference(target, one.network(), signed);
    assertTrue(right < 2e-3, () -> "both signs: " + right);
    assertTrue(wrong > 10 * right, () -> "one sign: " + wrong + ", both: " + right);
  }

  /** Pruning takes coefficients of an equivariant basis: a coarse ticket is as symmetric. */
  @Test
  void aCoarseTicketKeepsTheSymmetry() {
    MultiLayerNetwork target = trained("C4: 2*regular", true);
    MultiLayerNetwork coarse =
        new SubsetSumPruner.Builder(1)
            .nonNegativeInput(true)
            .candidates(3)
            .tolerance(100)
            .build()
            .prune(target)
            .network();
    INDArray x = images();
    FieldType image = FieldType.parse("C4: trivial");
    EquivarianceError error =
        EquivarianceError.of(coarse, image, FieldType.parse("C4: 3*trivial"), x);
    assertTrue(error.maximum() < 1e-5, error::toString);
    assertTrue(difference(target, coarse, x) > 1e-3, "the ticket was not coarse");
  }

  @Test
  void theTicketRebuildsTheNetworkBitForBit(@TempDir Path folder) throws IOException {
    MultiLayerNetwork target = trained("C8: 2*regular", true);
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(3).nonNegativeInput(true).build().prune(target);
    MultiLayerNetwork rebuilt =
        SubsetSumPruner.rebuild(pruned.ticket(), network("C8: 2*regular", true));
    assertEquals(pruned.network().params(), rebuilt.params());

    Path file = folder.resolve("pruned.zip");
    ModelSerializer.writeModel(pruned.network(), file.toFile(), false);
    MultiLayerNetwork loaded = MultiLayerNetwork.load(file.toFile(), false);
    assertEquals(pruned.network().output(images()), loaded.output(images()));
  }

  @Test
  void sourceParametersAreThoseOfTheWholeRandomPair() {
    MultiLayerNetwork target = trained("C4: 2*regular", true);
    List<LayerReport> layers =
        new SubsetSumPruner.Builder(1)
            .nonNegativeInput(true)
            .candidates(10)
            .build()
            .prune(target)
            .report()
            .layers();
    LayerReport second = layers.get(1);
    // 3x3 pixel orbits, 2 regular fields to 2 (each pair 4 * 9), one bias per field
    assertEquals(2 * 2 * 36 + 2, second.targetCoefficients());
    // 2 inputs with 10 copies (u and v), 10 copies of the constant with one v per output
    assertEquals(20 + 20 * 2 * 36 + 10 + 10 * 2, second.maskedParameters());
    assertTrue(second.sourceParameters() > second.maskedParameters());
  }

  @Test
  void frozenLayersArePrunedToo() {
    MultiLayerNetwork target = trained("C4: 2*regular", true);
    MultiLayerNetwork frozen = new TransferLearning.Builder(target).setFeatureExtractor(4).build();
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(1).nonNegativeInput(true).build().prune(frozen);
    assertEquals(3, pruned.report().layers().size());
    assertTrue(difference(target, pruned.network(), images()) < 2e-3);
  }

  @Test
  void aNetworkThatRestrictsItsGroupIsPruned() {
    FieldType before = FieldType.parse("D4: 2*regular");
    Subgroup rotations = Subgroup.of(before.group(), FiniteGroup.named("C4"), 0, 1, 2, 3);
    FieldRestriction restriction = new FieldRestriction.Builder(before, rotations).build();
    FieldType after = FieldType.parse("C4: 2*regular");
    FieldType image = FieldType.trivial(before.group(), 1);
    MultiLayerNetwork target =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(2)
                .list()
                .layer(new SteerableConvolution2D.Builder(image, before).kernelSize(3).build())
                .layer(new FieldActivation.Builder(before).build())
                .layer(restriction)
                .layer(new SteerableConvolution2D.Builder(restriction.outputType(), after).build())
                .layer(new FieldActivation.Builder(after).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(new OutputLayer.Builder().nOut(3).build())
                .setInputType(InputType.convolutional(SIZE, SIZE, 1))
                .build());
    target.init();
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(1).nonNegativeInput(true).build().prune(target);
    assertTrue(difference(target, pruned.network(), images()) < 2e-3, pruned.report()::toString);
  }

  private static MultiLayerNetwork convolution(int kernelSize, int padding) {
    FieldType image = FieldType.parse("C4: trivial");
    FieldType type = FieldType.parse("C4: regular");
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .list()
                .layer(
                    new SteerableConvolution2D.Builder(image, type)
                        .kernelSize(kernelSize)
                        .padding(padding)
                        .build())
                .build());
    network.init();
    network.getLayer(0).getParam(SteerableConvolution2D.BIAS).assign(0.7);
    return network;
  }

  /** An even kernel has no centre, but four cells around it. */
  @ParameterizedTest
  @CsvSource({"2,0", "4,0", "4,1", "5,2"})
  void theBiasIsTheSameOnEveryPixel(int kernelSize, int padding) {
    MultiLayerNetwork target = convolution(kernelSize, padding);
    MultiLayerNetwork pruned =
        new SubsetSumPruner.Builder(1).nonNegativeInput(true).build().prune(target).network();
    INDArray dark = images().muli(0);
    assertTrue(difference(target, pruned, dark) < 1e-4);
    assertTrue(difference(target, pruned, images()) < 2e-3);
  }

  /** There are pixels that only the outer cells reach, or none. */
  @ParameterizedTest
  @CsvSource({"4,2", "3,3"})
  void aBiasThatPaddingCutsIsRefused(int kernelSize, int padding) {
    MultiLayerNetwork target = convolution(kernelSize, padding);
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    assertEquals(
        "this network cannot be pruned: layer 0 (SteerableConvolution2D): no kernel of its basis"
            + " makes of ones a bias that is the same on every pixel; use hasBias(false) and no"
            + " normalization behind it, or a padding of less than half of what the kernel spans",
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(target)).getMessage());
  }

  @Test
  void fieldsOnWhichReluIsNotEquivariantAreRefused() {
    FieldType irreps = FieldType.parse("C4: 2*irrep(2)");
    FieldType image = FieldType.trivial(irreps.group(), 1);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new SteerableConvolution2D.Builder(image, irreps).kernelSize(3).build())
                .layer(new SteerableConvolution2D.Builder(irreps, image).kernelSize(3).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(new OutputLayer.Builder().nOut(3).build())
                .setInputType(InputType.convolutional(SIZE, SIZE, 1))
                .build());
    network.init();
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).build();
    String message =
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage();
    assertTrue(message.contains("layer 1 (SteerableConvolution2D)"), message);
    assertTrue(message.contains("C4: 2*irrep("), message);
  }
}
