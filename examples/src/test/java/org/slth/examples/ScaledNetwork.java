package org.slth.examples;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;

/** Prunes a network with a layer that SLTH does not know, if somebody's plugin does. */
final class ScaledNetwork {

  private ScaledNetwork() {}

  /** Prints the types of its layers, and how far the ticket's outputs are from the target's. */
  public static void main(String... arguments) {
    MultiLayerNetwork target =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.01))
                .list()
                .layer(new DenseLayer.Builder().nIn(3).nOut(6).activation(Activation.TANH).build())
                .layer(
                    new ElementWiseMultiplicationLayer.Builder()
                        .nIn(6)
                        .nOut(6)
                        .activation(Activation.RELU)
                        .build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(6)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    target.init();
    INDArray x = Nd4j.rand(64, 3);
    INDArray y = Nd4j.concat(1, x.sum(true, 1), x.prod(true, 1));
    for (int step = 0; step < 100; step++) {
      target.fit(new DataSet(x, y));
    }
    PrunedNetwork<MultiLayerNetwork> ticket =
        new SubsetSumPruner.Builder(1).tolerance(0.001).build().prune(target);
    System.out.println(ticket.report());
    System.out.println(
        "difference "
            + target.output(x).sub(ticket.network().output(x)).amaxNumber().doubleValue());
  }
}
