package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class MaskTrainingTest {

  private static MultiLayerNetwork network(double keepFraction, boolean bias) {
    MultiLayerConfiguration conf =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .updater(new MaskScore.Builder(keepFraction).inner(new Adam(1e-2)).build())
            .list()
            .layer(
                new DenseLayer.Builder()
                    .nIn(6)
                    .nOut(20)
                    .hasBias(bias)
                    .activation(Activation.TANH)
                    .build())
            .layer(
                new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                    .nIn(20)
                    .nOut(3)
                    .hasBias(bias)
                    .activation(Activation.SOFTMAX)
                    .build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(conf);
    network.init();
    return network;
  }

  private static DataSet data() {
    Nd4j.getRandom().setSeed(5);
    INDArray features = Nd4j.randn(64, 6);
    INDArray labels = Nd4j.zeros(64, 3);
    for (int i = 0; i < 64; i++) {
      int label = features.getDouble(i, 0) > 0.5 ? 0 : features.getDouble(i, 1) > 0 ? 1 : 2;
      labels.putScalar(i, label, 1);
    }
    return new DataSet(features, labels);
  }

  @Test
  void keepsExactlyTheFractionAsDrawnAfterEveryStep() {
    for (boolean bias : new boolean[] {true, false}) {
      MultiLayerNetwork network = network(0.3, bias);
      MaskTraining.start(network);
      INDArray before = network.getParam("0_W").dup();
      double loss = network.score(data());
      for (int step = 0; step < 60; step++) {
        network.fit(data());
        for (String name : new String[] {"0_W", "1_W"}) {
          INDArray w = network.getParam(name);
          double sigma = Math.sqrt(2.0 / w.size(0) / 0.3);
          int kept = 0;
          for (double value : w.dup().data().asDouble()) {
            if (value != 0) {
              assertEquals((float) sigma, (float) Math.abs(value), name);
              kept++;
            }
          }
          assertEquals(Math.round(0.3 * w.length()), kept, name);
        }
      }
      assertTrue(network.score(data()) < 0.7 * loss, network.score(data()) + " from " + loss);
      assertTrue(before.sub(network.getParam("0_W")).norm1Number().doubleValue() > 1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void masksEmbeddingsIfTold(boolean told) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .updater(new MaskScore.Builder(0.5).embeddings(told).build())
                .list()
                .layer(new EmbeddingLayer.Builder().nIn(9).nOut(4).build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nIn(4)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    MaskTraining.start(network);
    network.fit(Nd4j.createFromArray(new float[][] {{0}, {5}, {8}}), Nd4j.eye(3));
    assertEquals(
        told ? List.of("0_W", "1_W") : List.of("1_W"),
        MaskTraining.states(network).stream().map(MaskState::name).toList());
    assertEquals(
        told ? 18 : 36,
        network.getParam("0_W").neq(0).castTo(DataType.FLOAT).sumNumber().intValue());
  }

  @Test
  void tellsThatTrainingHasNotStarted() {
    MultiLayerNetwork network = network(0.3, false);
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> network.fit(data()));
    assertTrue(e.getMessage().startsWith("mask training has not started"), e.getMessage());
  }

  @Test
  void continuesBitForBitAfterCopying() {
    MultiLayerNetwork network = network(0.5, true);
    MaskTraining.start(network);
    network.fit(data());
    MultiLayerNetwork copy = network.clone();
    copy.getUpdater().setStateViewArray(null, network.getUpdater().getStateViewArray(), false);
    for (int i = 0; i < 5; i++) {
      network.fit(data());
      copy.fit(data());
    }
    assertArrayEquals(network.params().toFloatVector(), copy.params().toFloatVector());
  }
}
