package org.slth.examples;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;
import org.slth.ticket.MaskTicket;

/** The second example of the README, word for word. */
final class ReadmeMaskExample {

  private ReadmeMaskExample() {}

  static MaskTicket run(DataSetIterator batches) {
    // begin
    MultiLayerConfiguration layers =
        new NeuralNetConfiguration.Builder()
            .updater(new MaskScore.Builder(0.5).inner(new Adam(3e-3)).build()) // keep half
            .list()
            .layer(new DenseLayer.Builder().nOut(300).activation(Activation.RELU).build())
            .layer(new OutputLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(28, 28, 1))
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(layers);
    network.init();
    MaskTraining.start(network); // draws weights and scores
    network.fit(batches, 10);
    MaskTicket ticket = MaskTraining.ticket(network); // a seed, and one bit for each weight
    // end
    return ticket;
  }
}
