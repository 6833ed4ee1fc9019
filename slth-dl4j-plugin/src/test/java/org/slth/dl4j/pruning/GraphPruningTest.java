package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.representation.FieldType;

/** Tickets of networks that are no chain. */
class GraphPruningTest {

  /** Two inputs, a residual connection, a merge and two outputs. */
  private static ComputationGraph network() {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .graphBuilder()
                .addInputs("left", "right")
                .addLayer("stem", dense(4, 6, Activation.RELU), "left")
                .addLayer("stem-hidden", dense(6, 6, Activation.RELU), "stem") // its name is taken
                .addVertex(
                    "sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "stem-hidden")
                .addLayer("side", dense(3, 5, Activation.TANH), "right")
                .addVertex("both", new MergeVertex(), "sum", "side")
                .addLayer("class", output(11, 3, Activation.SOFTMAX), "both")
                .addVertex("half", new ScaleVertex(0.5), "sum")
                .addLayer("number", dense(6, 2, Activation.IDENTITY), "half")
                .addLayer("loss", loss(), "number")
                .setOutputs("class", "loss")
                .build());
    network.init();
    Nd4j.getRandom().setSeed(5);
    network.params().addi(Nd4j.randn(network.params().shape()).muli(0.1)); // biases, too
    return network;
  }

  private static DenseLayer dense(int nIn, int nOut, Activation activation) {
    return new DenseLayer.Builder().nIn(nIn).nOut(nOut).activation(activation).build();
  }

  private static OutputLayer output(int nIn, int nOut, Activation activation) {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
        .nIn(nIn)
        .nOut(nOut)
        .activation(activation)
        .build();
  }

  private static LossLayer loss() {
    return new LossLayer.Builder(LossFunctions.LossFunction.MSE)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static INDArray[] inputs() {
    Nd4j.getRandom().setSeed(7);
    return new INDArray[] {Nd4j.randn(DataType.FLOAT, 40, 4), Nd4j.randn(DataType.FLOAT, 40, 3)};
  }

  private static double difference(ComputationGraph a, ComputationGraph b, INDArray... x) {
    INDArray[] of = a.output(x);
    INDArray[] to = b.output(x);
    double largest = 0;
    for (int i = 0; i < of.length; i++) {
      largest = Math.max(largest, of[i].sub(to[i]).amaxNumber().doubleValue());
    }
    return largest;
  }

  @Test
  void thePrunedGraphComputesTheTarget() {
    ComputationGraph target = network();
    INDArray before = target.params().dup();
    PrunedNetwork<ComputationGraph> pruned = new SubsetSumPruner.Builder(1).build().prune(target);
    assertTrue(pruned.report().reached(), () -> "\n" + pruned.report());
    double gap = difference(target, pruned.network(), inputs());
    assertTrue(gap > 0 && gap < 2e-3, () -> "gap " + gap);
    assertEquals(before, target.params());
  }

  /** The control: random weights without masks that are their own compute something else. */
  @Test
  void aCoarseTicketIsFarOff() {
    ComputationGraph coarse =
        new SubsetSumPruner.Builder(1)
            .candidates(2)
            .tolerance(10)
            .build()
            .prune(network())
            .network();
    assertTrue(difference(network(), coarse, inputs()) > 0.05);
  }

  @Test
  void layersKeepTheirNamesAndAddedOnesAreCalledAfterThem() {
    ComputationGraph target = network();
    Map<String, List<String>> inputs =
        new SubsetSumPruner.Builder(1)
            .build()
            .prune(target)
            .network()
            .getConfiguration()
            .getVertexInputs();
    assertEquals(List.of("stem-hidden-2"), inputs.get("stem"));
    assertEquals(List.of("left"), inputs.get("stem-hidden-2"));
    assertEquals(List.of("stem-hidden-hidden"), inputs.get("stem-hidden"));
    for (String copied : new String[] {"sum", "both", "half", "loss"}) {
      assertEquals(target.getConfiguration().getVertexInputs().get(copied), inputs.get(copied));
    }
    assertEquals(target.getConfiguration().getVertices().size() + 5, inputs.size());
  }

  /** The order of layers is topological, and by name where that leaves a choice. */
  @Test
  void theTicketListsLayersInOrder() {
    List<String> names =
        new SubsetSumPruner.Builder(1)
            .build().prune(network()).ticket().layers().stream()
                .map(layer -> layer.name())
                .toList();
    assertEquals(
        List.of(
            "layer side (DenseLayer)",
            "layer stem (DenseLayer)",
            "layer stem-hidden (DenseLayer)",
            "layer class (OutputLayer)",
            "layer number (DenseLayer)"),
        names);
  }

  @Test
  void theTicketRebuildsTheNetworkBitForBit(@TempDir Path folder) throws IOException {
    ComputationGraph target = network();
    PrunedNetwork<ComputationGraph> pruned =
        new SubsetSumPruner.Builder(2).candidates(12).tolerance(1e-3).build().prune(target);
    assertTrue(pruned.report().total().redraws() > 0, "no redraw was needed");
    Path file = folder.resolve("target.zip");
    target.save(file.toFile(), false);
    ComputationGraph architecture = ComputationGraph.load(file.toFile(), false);
    architecture.params().assign(0);
    ComputationGraph rebuilt = SubsetSumPruner.rebuild(pruned.ticket(), architecture);
    assertEquals(pruned.network().params(), rebuilt.params());
    assertEquals(0, difference(pruned.network(), rebuilt, inputs()));
    assertNotSame(pruned.network(), rebuilt);

    pruned.network().save(file.toFile(), false);
    ComputationGraph loaded = ComputationGraph.load(file.toFile(), false);
    assertEquals(0, difference(pruned.network(), loaded, inputs()));
  }

  @Test
  void frozenLayersArePrunedToo() {
    ComputationGraph target = network();
    ComputationGraph frozen =
        new TransferLearning.GraphBuilder(target).setFeatureExtractor("sum").build();
    PrunedNetwork<ComputationGraph> pruned = new SubsetSumPruner.Builder(1).build().prune(frozen);
    assertEquals(5, pruned.report().layers().size());
    assertTrue(difference(target, pruned.network(), inputs()) < 2e-3);
  }

  /** A steerable residual block with its preprocessor before the dense layer. */
  @Test
  void aSteerableResidualGraphIsPruned() {
    FieldType fields = FieldType.parse("C4: 2*regular");
    FieldType image = FieldType.trivial(fields.group(), 1);
    ComputationGraph target =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(2)
                .graphBuilder()
                .addInputs("image")
                .addLayer("lift", convolution(image, fields), "image")
                .addLayer("relu", new FieldActivation.Builder(fields).build(), "lift")
                .addLayer("block", convolution(fields, fields), "relu")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "relu", "block")
                .addLayer(
                    "out",
                    new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build(),
                    "sum")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(6, 6, 1))
                .build());
    target.init();
    PrunedNetwork<ComputationGraph> pruned =
        new SubsetSumPruner.Builder(1).nonNegativeInput(true).build().prune(target);
    Nd4j.getRandom().setSeed(6);
    INDArray x = Nd4j.rand(DataType.FLOAT, 5, 1, 6, 6);
    double gap = difference(target, pruned.network(), x);
    assertTrue(gap > 0 && gap < 2e-3, () -> "gap " + gap);
    List<Boolean> signed =
        pruned.ticket().layers().stream().map(layer -> layer.signedInput()).toList();
    assertEquals(List.of(false, false, true), signed);
  }

  private static SteerableConvolution2D convolution(FieldType in, FieldType out) {
    return new SteerableConvolution2D.Builder(in, out).kernelSize(3).padding(1).build();
  }
}
