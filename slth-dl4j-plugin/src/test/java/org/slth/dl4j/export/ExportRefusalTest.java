package org.slth.dl4j.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.slth.dl4j.export.ExportedNetworks.chain;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.learning.config.NoOp;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.Readout;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.representation.FieldType;

/** What cannot leave is named before anything is built. */
class ExportRefusalTest {

  private static final FieldType TYPE = FieldType.parse("C4: irrep(2)");

  /** A layer of somebody else. */
  public static final class Doubled extends SameDiffLambdaLayer {

    @Override
    public SDVariable defineLayer(SameDiff sd, SDVariable x) {
      return x.mul(2);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
      return inputType;
    }
  }

  /** An activation function of somebody else. */
  public static final class OwnActivation extends ActivationReLU {}

  private static String refusal(MultiLayerNetwork network) {
    TicketExporter exporter = TicketExporter.of(network);
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, exporter::chain).getMessage());
  }

  @Test
  void allThatCannotLeaveIsNamed() {
    String message =
        refusal(
            chain(
                new NoOp(),
                InputType.feedForward(4),
                new Doubled(),
                new DenseLayer.Builder().nOut(3).activation(new OwnActivation()).build(),
                new OutputLayer.Builder().nOut(2).build()));
    assertTrue(message.startsWith("this network cannot leave SLTH: layer 0 (Doubled): "), message);
    assertTrue(message.contains("replace it by a layer of DL4J or SLTH; layer 1 needs"), message);
    assertTrue(message.contains(OwnActivation.class.getName()), message);
    assertFalse(message.contains("layer 2"), message);
  }

  @Test
  void branchesNeedAGraph() {
    MultiLayerNetwork network =
        chain(
            new NoOp(),
            InputType.convolutional(3, 3, 2),
            new NormNonlinearity.Builder(TYPE).build(),
            new org.deeplearning4j.nn.conf.layers.ConvolutionLayer.Builder(1, 1).nOut(1).build());
    assertFalse(TicketExporter.of(network).isChain());
    String message = refusal(network);
    assertTrue(message.startsWith("a MultiLayerNetwork has no branches, which layer 0"), message);
    assertTrue(message.endsWith("export it as a ComputationGraph"), message);
  }

  @Test
  void vectorsOrImagesMustBeKnown() {
    MultiLayerNetwork network =
        chain(
            new NoOp(),
            InputType.feedForward(2),
            new NormNonlinearity.Builder(TYPE).build(),
            new ActivationLayer(Activation.TANH));
    assertTrue(refusal(network).contains("nothing says whether it is fed vectors or images"));
  }

  @Test
  void layersOnGraphsAreLeftToSameDiff() {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("x", "sizes")
                .addVertex("y", new GraphReadout.Builder(1, Readout.SUM).build(), "x", "sizes")
                .setOutputs("y")
                .build());
    network.init();
    TicketExporter exporter = TicketExporter.of(network);
    assertEquals(
        "this network cannot leave SLTH: layer y (GraphReadout): DL4J has no such layer;"
            + " TicketExporter.sameDiff takes it",
        assertThrows(IllegalArgumentException.class, exporter::graph).getMessage());
  }

  /** The control: a layer that is known alone is not refused. */
  @Test
  void nothingElseIsRefused() {
    FieldType permuted = FieldType.parse("C4: regular");
    MultiLayerNetwork network =
        chain(
            new NoOp(),
            InputType.feedForward(4),
            new FieldActivation.Builder(permuted).build(),
            new OutputLayer.Builder().nOut(2).build());
    assertTrue(TicketExporter.of(network).isChain());
  }
}
