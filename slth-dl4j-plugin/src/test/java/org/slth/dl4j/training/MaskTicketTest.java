package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;
import org.slth.ticket.WeightLaw;

/** Trained masks as tickets, and networks made of tickets again. */
class MaskTicketTest {

  @ParameterizedTest
  @EnumSource(WeightLaw.class)
  void aTicketMakesTheSameWeightsAgain(WeightLaw law) {
    MultiLayerNetwork trained = trained(score("slth:edge-popup").law(law).seed(77).build());
    MaskTicket ticket = MaskTraining.ticket(trained);
    assertEquals(77, ticket.seed());
    assertEquals(Math.round(0.4 * 48) + Math.round(0.4 * 24), ticket.kept());
    assertRestores(trained, ticket);
  }

  @Test
  void aTicketRecordsInWhichRoundAWeightWasDrawn() {
    MultiLayerNetwork trained =
        trained(
            score("slth:iterative-redraw")
                .law(WeightLaw.NORMAL)
                .option("period", 3)
                .option("probability", 0.5)
                .build());
    MaskTicket ticket = MaskTraining.ticket(trained);
    assertTrue(ticket.arrays().get(0).redrawn().size() > 2, ticket::toString);
    assertRestores(trained, ticket);
  }

  @Test
  void aTicketOfBinaryWeightsHoldsTheirMagnitude() {
    MultiLayerNetwork trained = trained(score("slth:biprop").law(WeightLaw.UNIFORM).build());
    MaskTicket ticket = MaskTraining.ticket(trained);
    for (MaskTicketArray array : ticket.arrays()) {
      assertTrue(array.magnitude() > 0, array::toString);
    }
    assertRestores(trained, ticket);
  }

  @Test
  void trainedWeightsAreNoTicket() {
    MultiLayerNetwork trained = trained(score("slth:box").option("warmup", 5).build());
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> MaskTraining.ticket(trained));
    assertEquals(
        "the weights of 0_W are not random numbers of seed 1 any more: this strategy trains them,"
            + " and a ticket holds masks only; save the network instead",
        e.getMessage());
    assertEquals(
        MaskScoreUpdater.NOT_STARTED,
        assertThrows(
                IllegalStateException.class, () -> MaskTraining.ticket(network(new Adam(1e-2))))
            .getMessage());
  }

  @Test
  void aTicketOfAnotherNetworkIsRefusedAndChangesNothing() {
    MaskTicket ticket = MaskTraining.ticket(trained(score("slth:edge-popup").build()));
    MultiLayerNetwork other = network(new Adam(1e-2), 7);
    INDArray before = other.params().dup();
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> MaskTraining.restore(ticket, other))
            .getMessage()
            .startsWith("expected a network with 48 weights 0_W, got 42 of them"));
    assertEquals(before, other.params());
  }

  private static void assertRestores(MultiLayerNetwork trained, MaskTicket ticket) {
    MultiLayerNetwork fresh = network(new Adam(1e-2));
    assertNotEquals(trained.getParam("0_W"), fresh.getParam("0_W"));
    MaskTraining.restore(ticket, fresh);
    for (String name : new String[] {"0_W", "1_W"}) {
      assertArrayEquals(
          trained.getParam(name).dup().data().asFloat(),
          fresh.getParam(name).dup().data().asFloat(),
          name);
    }
    assertFalse(trained.getParam("0_b").equals(fresh.getParam("0_b")), "biases are trained");
  }

  private static MaskScore.Builder score(String strategy) {
    return new MaskScore.Builder(0.4).strategy(strategy).inner(new Adam(1e-2));
  }

  private static MultiLayerNetwork trained(MaskScore score) {
    MultiLayerNetwork network = network(score);
    MaskTraining.start(network);
    Nd4j.getRandom().setSeed(5);
    INDArray features = Nd4j.randn(64, 6);
    INDArray labels = Nd4j.zeros(64, 3);
    for (int i = 0; i < 64; i++) {
      labels.putScalar(
          i, features.getDouble(i, 0) > 0 ? 0 : features.getDouble(i, 1) > 0 ? 1 : 2, 1);
    }
    for (int step = 0; step < 20; step++) {
      network.fit(features, labels);
    }
    return network;
  }

  private static MultiLayerNetwork network(IUpdater updater) {
    return network(updater, 8);
  }

  private static MultiLayerNetwork network(IUpdater updater, int width) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(updater)
                .list()
                .layer(
                    new DenseLayer.Builder()
                        .nIn(6)
                        .nOut(width)
                        .activation(Activation.TANH)
                        .name("hidden")
                        .build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nIn(width)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    network.init();
    return network;
  }
}
