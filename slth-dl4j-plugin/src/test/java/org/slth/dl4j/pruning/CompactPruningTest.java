package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FourierNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.representation.FieldType;

/** Subset sums need ReLU, which commutes with SO(2) and O(2) on trivial fields only. */
class CompactPruningTest {

  private static final int SIZE = 7;

  private static MultiLayerNetwork network(String hidden, boolean sampled) {
    FieldType type = FieldType.parse(hidden);
    FieldType scalar = FieldType.trivial(type.group(), 1);
    Layer mapped =
        sampled
            ? new FourierNonlinearity.Builder(type).build()
            : new FieldActivation.Builder(type).build();
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .list()
                .layer(new SteerableConvolution2D.Builder(scalar, type).build())
                .layer(mapped)
                .layer(new SteerableConvolution2D.Builder(type, type).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(new OutputLayer.Builder().nOut(3).build())
                .setInputType(InputType.convolutional(SIZE, SIZE, 1))
                .build());
    network.init();
    return network;
  }

  @Test
  void refusesFunctionsOnTheGroup() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new SubsetSumPruner.Builder(1).build().prune(network("O2: 2*fourier(1)", true)))
            .getMessage();
    assertTrue(
        message.contains(
            "its input type O2: 2*fourier(1) has fields on which a pointwise ReLU is not"
                + " equivariant"),
        message);
  }

  @Test
  void prunesScalars() {
    MultiLayerNetwork target = network("SO2: 3*trivial", false);
    PrunedNetwork<MultiLayerNetwork> pruned = new SubsetSumPruner.Builder(1).build().prune(target);
    assertTrue(pruned.report().reached(), () -> "\n" + pruned.report());
    Nd4j.getRandom().setSeed(6);
    INDArray x = Nd4j.rand(DataType.FLOAT, 5, 1, SIZE, SIZE);
    assertEquals(
        0, target.output(x).sub(pruned.network().output(x)).amaxNumber().doubleValue(), 2e-3);
  }
}
