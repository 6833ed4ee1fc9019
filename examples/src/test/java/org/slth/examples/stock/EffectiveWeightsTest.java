package org.slth.examples.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.ticket.CandidateLaw;

class EffectiveWeightsTest {

  private static MultiLayerNetwork target() {
    MultiLayerNetwork network = new MultiLayerNetwork(StockNetworks.leNet(new Sgd(0.1), 3));
    network.init();
    MultiLayerNetwork target = network.convertDataType(DataType.DOUBLE);
    Nd4j.getRandom().setSeed(5);
    target.params().addi(Nd4j.randn(DataType.DOUBLE, target.params().shape()).muli(0.02));
    return target;
  }

  /** A network of these weights computes what the pruned one does, where no input is negative. */
  @Test
  void theyAreWhatThePairsCompute() {
    MultiLayerNetwork target = target();
    MultiLayerNetwork ticket =
        new SubsetSumPruner.Builder(1)
            .law(CandidateLaw.UNIFORM)
            .candidates(6)
            .attempts(1)
            .nonNegativeInput(true)
            .build()
            .prune(target)
            .network();
    List<Double> errors = EffectiveWeights.errors(target, ticket);
    assertEquals(5, errors.size());
    assertTrue(errors.stream().allMatch(error -> error > 1e-3 && error < 2), errors::toString);
    int[] pairs = {0, 3, 6, 8, 10};
    int[] layers = {0, 2, 4, 5, 6};
    MultiLayerNetwork effective = target.clone();
    for (int i = 0; i < layers.length; i++) {
      EffectiveWeights pair =
          EffectiveWeights.of(ticket.getLayer(pairs[i]), ticket.getLayer(pairs[i] + 1));
      INDArray weights = effective.getLayer(layers[i]).getParam("W");
      weights.assign(pair.weights());
      INDArray bias = effective.getLayer(layers[i]).getParam("b");
      bias.assign(pair.bias().reshape(bias.shape()));
    }
    INDArray x = Nd4j.rand(DataType.DOUBLE, 3, 1, 28, 28);
    double gap = effective.output(x).sub(ticket.output(x)).amaxNumber().doubleValue();
    assertTrue(gap < 1e-10, () -> "gap " + gap);
    double off = target.output(x).sub(ticket.output(x)).amaxNumber().doubleValue();
    assertTrue(off > 1e-3, () -> "the ticket is not coarse: " + off);
  }
}
