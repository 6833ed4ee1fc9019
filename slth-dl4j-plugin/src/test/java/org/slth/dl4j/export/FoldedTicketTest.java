package org.slth.dl4j.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.slth.dl4j.export.ExportedNetworks.assertClose;
import static org.slth.dl4j.export.ExportedNetworks.assertStock;
import static org.slth.dl4j.export.ExportedNetworks.chain;
import static org.slth.dl4j.export.ExportedNetworks.random;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Propagation;
import org.slth.dl4j.graph.Readout;
import org.slth.dl4j.layer.EquivariantDense;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.layer.SteerableDeconvolution2D;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.representation.FieldType;

/** A ticket folds into layers as large as those of its target. */
class FoldedTicketTest {

  private static final FieldType IMAGE = FieldType.parse("D4: trivial");
  private static final FieldType HIDDEN = FieldType.parse("D4: regular + trivial");

  private static final FieldType VECTORS = FieldType.parse("S3: regular + 2*trivial");

  private static OutputLayer output() {
    return new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build();
  }

  private static ConvolutionLayer.Builder convolution(int kernel) {
    return new ConvolutionLayer.Builder(kernel, kernel).nOut(4).activation(Activation.RELU);
  }

  static Stream<Arguments> networks() {
    InputType images = InputType.convolutional(9, 9, 1);
    return Stream.of(
        network(
            "dense",
            InputType.feedForward(5),
            new DenseLayer.Builder().nOut(6).activation(Activation.RELU).build(),
            output()),
        network(
            "convolutions",
            images,
            convolution(3).padding(1, 1).stride(2, 2).build(),
            new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).build(),
            convolution(3).convolutionMode(ConvolutionMode.Same).build(),
            output()),
        network(
            "sequences",
            InputType.recurrent(2, 7),
            new Convolution1DLayer.Builder(3)
                .nOut(4)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .build(),
            new GlobalPoolingLayer(),
            output()),
        network(
            "steerable",
            images,
            new SteerableConvolution2D.Builder(IMAGE, HIDDEN).padding(1).build(),
            new FieldBatchNormalization.Builder(HIDDEN).build(),
            new FieldActivation.Builder(HIDDEN).build(),
            new FieldPooling2D.Builder(HIDDEN).window(3).build(),
            new SteerableDeconvolution2D.Builder(HIDDEN, HIDDEN).stride(2).hasBias(false).build(),
            new FieldActivation.Builder(HIDDEN).build(),
            new GroupPooling.Builder(HIDDEN).build(),
            new GlobalPoolingLayer(),
            output()),
        network(
            "fields",
            InputType.feedForward(6),
            new EquivariantDense.Builder(FieldType.parse("S3: regular"), VECTORS).build(),
            new FieldActivation.Builder(VECTORS).build(),
            output()));
  }

  private static Arguments network(String name, InputType input, Layer... layers) {
    MultiLayerNetwork network = chain(new NoOp(), input, layers);
    network.params().addi(random(network.params().shape()).muli(0.1)); // biases, too
    long[] shape = input.getShape(true);
    shape[0] = 4;
    return Arguments.of(name, network, Nd4j.rand(shape));
  }

  private static MultiLayerNetwork ticket(MultiLayerNetwork target, boolean nonNegative) {
    return new SubsetSumPruner.Builder(1)
        .nonNegativeInput(nonNegative)
        .build()
        .prune(target)
        .network();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void whereNothingIsNegativeFoldingIsExact(String name, MultiLayerNetwork target, INDArray x) {
    MultiLayerNetwork ticket = ticket(target, true);
    TicketExporter exporter = TicketExporter.of(ticket).folded(true, 0);
    MultiLayerNetwork folded = exporter.chain();
    assertStock(folded.getLayerWiseConfigurations().toJson());
    assertClose(ticket.output(x), folded.output(x));
    assertTrue(exporter.foldedLayers().stream().allMatch(FoldedLayer::exact));
    MultiLayerNetwork plain = TicketExporter.of(target).chain();
    assertTrue(folded.numParams() <= plain.numParams(), () -> "not smaller: " + folded.summary());
    long pairs = TicketExporter.of(ticket).chain().numParams();
    assertTrue(pairs > 3 * folded.numParams(), () -> "of " + pairs);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void elsewhereItIsWithinTheTolerance(String name, MultiLayerNetwork target, INDArray x) {
    MultiLayerNetwork ticket = ticket(target, false);
    TicketExporter exporter = TicketExporter.of(ticket).folded(false, 0.01);
    FoldedLayer first = exporter.foldedLayers().get(0);
    assertTrue(!first.exact() && first.largest() > 0, first::toString);
    assertTrue(first.largest() <= 0.01 && first.bound() >= first.largest(), first::toString);
    INDArray signed = x.sub(0.5);
    double gap = ticket.output(signed).distance2(exporter.chain().output(signed));
    assertTrue(gap > 0 && gap < 0.05, () -> "gap " + gap);
    int pairs = exporter.foldedLayers().size();
    assertEquals(pairs - 1, TicketExporter.of(ticket).folded(false, 0).foldedLayers().size());
  }

  /** One layer: ‖D |x|‖ ≤ bound ‖x‖. */
  @Test
  void theErrorIsBounded() {
    MultiLayerNetwork target =
        chain(
            new NoOp(),
            InputType.feedForward(8),
            new DenseLayer.Builder().nOut(5).activation(Activation.IDENTITY).build());
    MultiLayerNetwork ticket = ticket(target, false);
    TicketExporter exporter = TicketExporter.of(ticket).folded(false, 0.01);
    double bound = exporter.foldedLayers().get(0).bound();
    INDArray x = random(1, 8);
    double error = ticket.output(x).distance2(exporter.chain().output(x));
    double size = x.norm2Number().doubleValue();
    assertTrue(error > 0 && error <= bound * size, () -> error + " > " + bound + " * " + size);
  }

  /** Whatever random network stands for the target; how many of its layers are pairs differs. */
  @ParameterizedTest
  @CsvSource({"slth:two-layers,16,2", "slth:one-candidate,100,2", "slth:depth-plus-one,16,1"})
  void everyConstructionLeaves(String construction, int candidates, int pairs) {
    MultiLayerNetwork target =
        chain(
            new NoOp(),
            InputType.feedForward(5),
            new DenseLayer.Builder().nOut(6).activation(Activation.RELU).build(),
            output());
    MultiLayerNetwork ticket =
        new SubsetSumPruner.Builder(1)
            .nonNegativeInput(true)
            .construction(construction)
            .candidates(candidates)
            .build()
            .prune(target)
            .network();
    INDArray x = Nd4j.rand(4, 5);
    assertClose(ticket.output(x), TicketExporter.of(ticket).chain().output(x));
    TicketExporter folded = TicketExporter.of(ticket).folded(true, 0);
    assertEquals(pairs, folded.foldedLayers().size());
    assertClose(ticket.output(x), folded.chain().output(x));
  }

  /** Several taps make the bias of a transposed convolution, each by a subset of its own. */
  @Test
  void aBiasThatDiffersFromPixelToPixelIsSeen() {
    MultiLayerNetwork target =
        chain(
            new NoOp(),
            InputType.convolutional(5, 5, 1),
            new SteerableDeconvolution2D.Builder(IMAGE, HIDDEN).stride(2).padding(1).build());
    target.params().addi(random(target.params().shape()).muli(0.1));
    MultiLayerNetwork ticket = ticket(target, true);
    assertEquals(List.of(), TicketExporter.of(ticket).folded(true, 0).foldedLayers());
    TicketExporter exporter = TicketExporter.of(ticket).folded(true, 0.03);
    FoldedLayer layer = exporter.foldedLayers().get(0);
    assertTrue(layer.largest() == 0 && layer.biasError() > 0, layer::toString);
    INDArray x = Nd4j.rand(2, 1, 5, 5);
    INDArray gap = ticket.output(x).subi(exporter.chain().output(x));
    double largest = gap.amaxNumber().doubleValue();
    assertEquals(layer.biasError(), largest, 1e-5);
  }

  /** A plain network may look like a pair: |x| is max(x, 0) + max(-x, 0). */
  @Test
  void whatIsNoTicketStays() {
    MultiLayerNetwork absolute =
        chain(
            new NoOp(),
            InputType.feedForward(1),
            new DenseLayer.Builder().nOut(2).activation(Activation.RELU).build(),
            new DenseLayer.Builder().nOut(1).activation(Activation.IDENTITY).build());
    absolute.params().assign(0);
    absolute.getParam("0_W").assign(Nd4j.createFromArray(new float[][] {{1, -1}}));
    absolute.getParam("1_W").assign(1);
    TicketExporter exporter = TicketExporter.of(absolute).folded(false, 0.99);
    assertEquals(List.of(), exporter.foldedLayers());
    assertEquals(absolute.params(), exporter.chain().params());
    FoldedLayer lost = TicketExporter.of(absolute).folded(false, 1).foldedLayers().get(0);
    assertEquals(new FoldedLayer("1", 1, 1 + 1e-9, 0), lost);
    assertEquals(1, TicketExporter.of(absolute).folded(true, 0).foldedLayers().size());
  }

  @Test
  void layersOnGraphsFold() {
    ComputationGraph target =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(2)
                .graphBuilder()
                .addInputs("x", "edges", "sizes")
                .addVertex("m", new MessagePassing.Builder(3, 4).gcn().build(), "x", "edges")
                .addLayer("r", new ActivationLayer(Activation.RELU), "m")
                .addVertex(
                    "n",
                    new MessagePassing.Builder(4, 4).graphConv(Propagation.MAX).build(),
                    "r",
                    "edges")
                .addLayer("s", new ActivationLayer(Activation.RELU), "n")
                .addVertex("k", new KOrderLayer.Builder(1, 1, 4, 4).build(), "s", "sizes")
                .addLayer("t", new ActivationLayer(Activation.RELU), "k")
                .addVertex("y", new GraphReadout.Builder(1, Readout.SUM).build(), "t", "sizes")
                .setOutputs("y")
                .build());
    target.init();
    target.params().addi(random(target.params().shape()).muli(0.1));
    ComputationGraph ticket =
        new SubsetSumPruner.Builder(1).nonNegativeInput(true).build().prune(target).network();
    TicketExporter exporter = TicketExporter.of(ticket).folded(true, 0);
    assertEquals(
        List.of("m", "n", "k"), exporter.foldedLayers().stream().map(FoldedLayer::layer).toList());
    INDArray x = Nd4j.rand(5, 3);
    INDArray edges = Nd4j.createFromArray(new float[][] {{0, 1}, {1, 0}, {3, 4}, {2, 0}});
    INDArray sizes = Nd4j.createFromArray(new float[][] {{3}, {2}});
    Map<String, INDArray> inputs = Map.of("x", x, "edges", edges, "sizes", sizes);
    SameDiff folded = exporter.sameDiff();
    assertClose(ticket.outputSingle(x, edges, sizes), folded.outputSingle(inputs, "y"));
    assertEquals(4 * 3 + 4, length(folded, "m_W") - 4 * 3 + length(folded, "m_b"));
  }

  private static long length(SameDiff graph, String variable) {
    return graph.getVariable(variable).getArr().length();
  }

  @Test
  void aNegativeToleranceIsRefused() {
    TicketExporter exporter =
        TicketExporter.of(chain(new NoOp(), InputType.feedForward(2), output()));
    assertEquals(
        "expected a tolerance of at least 0, got -1.0",
        assertThrows(IllegalArgumentException.class, () -> exporter.folded(false, -1))
            .getMessage());
  }
}
