package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/** What becomes of masked layers in other networks. */
class MaskTransferTest {

  private static MultiLayerNetwork trained() {
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    for (int step = 0; step < 5; step++) {
      network.fit(Masks.data());
    }
    return network;
  }

  private static OutputLayer output(IUpdater updater) {
    OutputLayer output = Masks.denseOutput();
    output.setIUpdater(updater);
    return output;
  }

  private static TransferLearning.Builder withOutput(MultiLayerNetwork network, IUpdater updater) {
    return new TransferLearning.Builder(network)
        .fineTuneConfiguration(new FineTuneConfiguration.Builder().seed(3).build())
        .removeOutputLayer()
        .addLayer(output(updater));
  }

  @Test
  void frozenFeaturesStayAsTheyAre() {
    MultiLayerNetwork features = trained();
    MultiLayerNetwork network = withOutput(features, new Adam(3e-2)).setFeatureExtractor(0).build();
    double loss = network.score(Masks.data());
    for (int step = 0; step < 20; step++) {
      network.fit(Masks.data());
    }
    assertArrayEquals(
        Masks.flat(features.getLayer(0).params()), Masks.flat(network.getLayer(0).params()));
    assertTrue(network.score(Masks.data()) < 0.9 * loss, "the output is trained");
  }

  @Test
  void aMaskedOutputOnFrozenFeaturesStartsAlone() {
    MultiLayerNetwork features = trained();
    MultiLayerNetwork network =
        withOutput(features, Masks.score(0.5).build()).setFeatureExtractor(0).build();
    MaskTraining.start(network);
    assertEquals(List.of("1_W"), Masks.names(network));
    for (int step = 0; step < 5; step++) {
      network.fit(Masks.data());
      assertEquals(30, MaskTraining.states(network).get(0).mask().count());
    }
    assertArrayEquals(
        Masks.flat(features.getLayer(0).params()), Masks.flat(network.getLayer(0).params()));
  }

  @Test
  void tuningWithoutStartingAgainIsRefused() {
    MultiLayerNetwork network = withOutput(trained(), new Adam(1e-2)).build();
    String message =
        assertThrows(IllegalStateException.class, () -> network.fit(Masks.data())).getMessage();
    assertTrue(message.startsWith("the scores of 0_W are gone, as when a network is"), message);
    assertTrue(message.contains("call MaskTraining.start(network) to begin anew"), message);
  }

  @Test
  void tuningAfterStartingAgainIsMasked() {
    Map<String, INDArray> drawn = Masks.drawn(Masks::network);
    MultiLayerNetwork network = withOutput(trained(), new Adam(1e-2)).build();
    MaskTraining.start(network);
    for (int step = 0; step < 5; step++) {
      network.fit(Masks.data());
      Masks.assertExact(network, drawn, Masks.KEEP);
    }
  }

  /** What is left in the configuration of layers that get another updater. */
  @Test
  void anOrdinaryTrainingOfTheTicketDisturbsNoOther() {
    MultiLayerNetwork ticket =
        new TransferLearning.Builder(trained())
            .fineTuneConfiguration(
                new FineTuneConfiguration.Builder().updater(new Adam(1e-2)).build())
            .build();
    MultiLayerNetwork masked = trained();
    MultiLayerNetwork alone = trained();
    float[] before = Masks.flat(ticket.params());
    for (int step = 0; step < 3; step++) {
      ticket.fit(Masks.data());
      masked.fit(Masks.data());
    }
    for (int step = 0; step < 3; step++) {
      alone.fit(Masks.data());
    }
    Masks.assertSameBits(alone, masked, "beside an ordinary training");
    assertFalse(Arrays.equals(before, Masks.flat(ticket.params())), "the ticket is trained");
  }
}
