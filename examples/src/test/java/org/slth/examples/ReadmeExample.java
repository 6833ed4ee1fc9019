package org.slth.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.dl4j.data.Mnist;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.group.FiniteGroup;
import org.slth.representation.FieldType;

/** The example of the README, word for word. */
final class ReadmeExample {

  private ReadmeExample() {}

  static PrunedNetwork<MultiLayerNetwork> run(Path directory) throws IOException {
    // begin
    FiniteGroup group = FiniteGroup.named("D4"); // quarter turns and mirrorings
    FieldType image = FieldType.trivial(group, 1); // one grey value per pixel
    FieldType hidden = FieldType.regular(group, 8); // 8 fields of 8 channels, permuted by the group
    MultiLayerConfiguration layers =
        new NeuralNetConfiguration.Builder()
            .updater(new Adam(0.01))
            .list()
            .layer(new SteerableConvolution2D.Builder(image, hidden).kernelSize(5).build())
            .layer(new FieldActivation.Builder(hidden).build()) // ReLU
            .layer(new GroupPooling.Builder(hidden).build()) // now invariant
            .layer(new GlobalPoolingLayer.Builder().build())
            .layer(new OutputLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(28, 28, 1))
            .build();
    MultiLayerNetwork target = new MultiLayerNetwork(layers);
    target.init();
    target.fit(RotatedImages.of(Mnist.training(directory), false, 1).shuffledIterator(64, 1));
    PrunedNetwork<MultiLayerNetwork> ticket =
        new SubsetSumPruner.Builder(1).nonNegativeInput(true).build().prune(target);
    System.out.println(ticket.report()); // ticket.network() is a DL4J network like any other
    // end
    return ticket;
  }
}
