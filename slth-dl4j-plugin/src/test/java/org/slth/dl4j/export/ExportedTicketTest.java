package org.slth.dl4j.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.slth.dl4j.export.ExportedNetworks.assertClose;
import static org.slth.dl4j.export.ExportedNetworks.assertStock;
import static org.slth.dl4j.export.ExportedNetworks.chain;
import static org.slth.dl4j.export.ExportedNetworks.random;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;
import org.slth.representation.FieldType;

/** Tickets of both kinds, and networks of both classes, leave. */
class ExportedTicketTest {

  private static final int SIZE = 7;
  private static final FieldType IMAGE = FieldType.parse("D4: trivial");
  private static final FieldType HIDDEN = FieldType.parse("D4: 2*regular");

  private static MultiLayerNetwork network(IUpdater updater) {
    return chain(
        updater,
        InputType.convolutional(SIZE, SIZE, 1),
        new SteerableConvolution2D.Builder(IMAGE, HIDDEN).padding(1).build(),
        new FieldBatchNormalization.Builder(HIDDEN).build(),
        new FieldActivation.Builder(HIDDEN).build(),
        new GroupPooling.Builder(HIDDEN).build(),
        new GlobalPoolingLayer(),
        new DenseLayer.Builder().nOut(5).activation(Activation.RELU).build(),
        new OutputLayer.Builder().nOut(3).build());
  }

  private static INDArray images() {
    return Nd4j.rand(4, 1, SIZE, SIZE);
  }

  @Test
  void aSubsetSumTicketLeaves() {
    MultiLayerNetwork ticket =
        new SubsetSumPruner.Builder(1)
            .nonNegativeInput(true)
            .build()
            .prune(network(new NoOp()))
            .network();
    MultiLayerNetwork exported = TicketExporter.of(ticket).chain();
    assertStock(exported.getLayerWiseConfigurations().toJson());
    INDArray x = images();
    assertClose(ticket.output(x), exported.output(x));
  }

  /** Its updater and its regularisation are classes of SLTH. */
  @Test
  void aMaskTicketLeavesWithoutItsUpdater() {
    MultiLayerNetwork ticket = network(new MaskScore.Builder(0.4).inner(new Adam(1e-2)).build());
    MaskTraining.start(ticket);
    INDArray x = images();
    INDArray labels = Nd4j.eye(3).getRows(0, 1, 2, 0);
    for (int step = 0; step < 3; step++) {
      ticket.fit(new DataSet(x, labels));
    }
    String before = ticket.getLayerWiseConfigurations().toJson();
    assertTrue(before.contains("MaskScore"), before);
    MultiLayerNetwork exported = TicketExporter.of(ticket).chain();
    assertStock(exported.getLayerWiseConfigurations().toJson());
    assertClose(ticket.output(x), exported.output(x));
    assertEquals(before, ticket.getLayerWiseConfigurations().toJson());
  }

  @Test
  void aFrozenLayerLeaves() {
    MultiLayerNetwork network =
        chain(
            new NoOp(),
            InputType.convolutional(SIZE, SIZE, 1),
            new FrozenLayer(new SteerableConvolution2D.Builder(IMAGE, HIDDEN).build()),
            new FieldActivation.Builder(HIDDEN).build());
    MultiLayerNetwork exported = TicketExporter.of(network).chain();
    assertStock(exported.getLayerWiseConfigurations().toJson());
    INDArray x = images();
    assertClose(network.output(x), exported.output(x));
  }

  /**
   * What an activation is fed is also added to what it gives: DL4J's own ActivationLayer would have
   * overwritten it.
   */
  @Test
  void aResidualBlockLeaves() {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .graphBuilder()
                .addInputs("in")
                .addLayer("a", new SteerableConvolution2D.Builder(IMAGE, HIDDEN).build(), "in")
                .addLayer("b", new FieldActivation.Builder(HIDDEN).build(), "a")
                .addVertex("c", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a", "b")
                .setOutputs("c")
                .build());
    network.init();
    ComputationGraph exported = TicketExporter.of(network).graph();
    assertStock(exported.getConfiguration().toJson());
    INDArray x = random(2, 1, SIZE, SIZE);
    assertClose(network.outputSingle(x), exported.outputSingle(x));
    assertClose(network.feedForward(x, false).get("c"), exported.feedForward(x, false).get("c"));
  }
}
