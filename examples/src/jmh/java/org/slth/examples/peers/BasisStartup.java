package org.slth.examples.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.group.FiniteGroup;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/**
 * How long the largest bases take: D16, regular to regular, 7 by 7 cells, once by itself and once
 * in a network of six such layers, until its first output, and again after loading it. Run it with
 * a small {@code -Xmx} to see what memory it needs.
 */
public final class BasisStartup {

  private static final int LAYERS = 6;
  private static final int SIZE = 15;

  private BasisStartup() {}

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the network cannot be saved to the temporary folder
   */
  public static void main(String[] args) throws IOException {
    FiniteGroup group = FiniteGroup.named("D16");
    Representation regular = Representation.regular(group);
    long begin = System.nanoTime();
    int size =
        KernelBasisProvider.named("slth:circular-harmonic")
            .basis(regular, regular, KernelGrid.square(7))
            .size();
    print("basis of " + size + " elements", begin);
    FieldType fields = FieldType.regular(group, 1);
    INDArray images = Nd4j.rand(2, fields.dimension(), SIZE, SIZE); // starts ND4J
    begin = System.nanoTime();
    MultiLayerNetwork network = network(fields);
    network.init();
    network.output(images);
    print("network of " + LAYERS + " layers, from its configuration to its first output", begin);
    Path file = Files.createTempFile("slth", ".zip");
    network.save(file.toFile());
    begin = System.nanoTime();
    MultiLayerNetwork.load(file.toFile(), false).output(images);
    print("the same, loaded", begin);
    Files.delete(file);
  }

  private static MultiLayerNetwork network(FieldType fields) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (int i = 0; i < LAYERS; i++) {
      list.layer(
          new SteerableConvolution2D.Builder(fields, fields).kernelSize(7).padding(3).build());
    }
    return new MultiLayerNetwork(
        list.layer(new GlobalPoolingLayer.Builder().build())
            .layer(new OutputLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(SIZE, SIZE, fields.dimension()))
            .build());
  }

  private static void print(String what, long begin) {
    System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, (System.nanoTime() - begin) * 1e-9);
  }
}
