package org.slth.dl4j.internal.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.L2Vertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.Pooling1D;
import org.deeplearning4j.nn.conf.layers.Pooling2D;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.MatrixProduct;
import org.slth.dl4j.graph.Readout;
import org.slth.dl4j.graph.SetPooling;
import org.slth.dl4j.layer.FieldDropout;
import org.slth.dl4j.layer.FieldUpsampling2D;
import org.slth.dl4j.layer.GatedNonlinearity;
import org.slth.dl4j.layer.Interpolation;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.representation.FieldType;

/** Which layers of a graph are known to be fed by no negative number. */
class SignednessTest {

  private static GraphVertex vertex(String text) {
    return switch (text) {
      case "merge" -> new MergeVertex();
      case "stack" -> new StackVertex();
      case "subset" -> new SubsetVertex(0, 2);
      case "normalise" -> new L2NormalizeVertex();
      case "distance" -> new L2Vertex();
      case "double" -> new ScaleVertex(2);
      case "negate" -> new ScaleVertex(-1);
      case "raise" -> new ShiftVertex(1);
      case "lower" -> new ShiftVertex(-1);
      case "unknown" -> new PoolHelperVertex();
      default -> new ElementWiseVertex(ElementWiseVertex.Op.valueOf(text));
    };
  }

  /** What a vertex makes of no, one and two inputs that may be negative. */
  @ParameterizedTest
  @CsvSource({
    "merge,true,false,false",
    "stack,true,false,false",
    "subset,true,false,false",
    "normalise,true,false,false",
    "distance,true,true,true",
    "double,true,false,false",
    "negate,false,false,false",
    "raise,true,false,false",
    "lower,false,false,false",
    "unknown,false,false,false",
    "Add,true,false,false",
    "Average,true,false,false",
    "Product,true,false,false",
    "Max,true,true,false",
    "Subtract,false,false,false"
  })
  void aVertexKeepsWhatItKeeps(String name, boolean none, boolean one, boolean both) {
    assertEquals(none, NonNegativity.after(vertex(name), List.of(true, true)));
    assertEquals(one, NonNegativity.after(vertex(name), List.of(true, false)));
    assertEquals(both, NonNegativity.after(vertex(name), List.of(false, false)));
  }

  /** What describes the structure of a batch does not count. */
  @Test
  void aVertexOnGraphsKeepsTheSignOfItsTensors() {
    GraphReadout readout = new GraphReadout.Builder(1, Readout.SUM).build();
    assertTrue(NonNegativity.after(readout, List.of(true, false)));
    assertFalse(NonNegativity.after(readout, List.of(false, true)));
    MatrixProduct product = new MatrixProduct.Builder().build();
    assertTrue(NonNegativity.after(product, List.of(true, true, false)));
    assertFalse(NonNegativity.after(product, List.of(true, false, true)));
    SetPooling pooling = new SetPooling.Builder().build();
    assertTrue(NonNegativity.after(pooling, List.of(true, true, false)));
    assertFalse(NonNegativity.after(pooling, List.of(false, true, true)));
  }

  /** A gate scales by a number above zero; trivial fields have an activation function instead. */
  @Test
  void gatesKeepTheSignOfTheirFields() {
    FieldType trivial = FieldType.parse("C4: 2*trivial");
    FieldType mixed = FieldType.parse("C4: irrep(2) + trivial");
    assertTrue(after(new GatedNonlinearity.Builder(trivial).build(), false));
    assertFalse(after(new GatedNonlinearity.Builder(mixed).build(), false));
    assertTrue(after(new GatedNonlinearity.Builder(mixed).build(), true));
    GatedNonlinearity.Builder signed =
        new GatedNonlinearity.Builder(mixed).activation(Activation.TANH);
    assertFalse(after(signed.build(), true));
  }

  @Test
  void dropoutAndUpsamplingKeepTheSign() {
    FieldType type = FieldType.parse("C4: regular");
    for (Layer layer :
        List.of(
            new FieldDropout.Builder(type, 0.5).build(),
            new FieldUpsampling2D.Builder(type, 2).interpolation(Interpolation.BILINEAR).build())) {
      assertTrue(after(layer, true));
      assertFalse(after(layer, false));
    }
  }

  private static boolean after(Layer layer, boolean nonNegative) {
    return NonNegativity.after(layer, List.of(nonNegative));
  }

  private static Stream<FeedForwardLayer.Builder<?>> layersWithAnActivation() {
    return Stream.of(
        new DenseLayer.Builder(),
        new OutputLayer.Builder(LossFunctions.LossFunction.MSE),
        new ElementWiseMultiplicationLayer.Builder(),
        new EmbeddingLayer.Builder(),
        new ConvolutionLayer.Builder(2, 2),
        new Convolution1DLayer.Builder(2),
        new Deconvolution2D.Builder(2, 2),
        new DepthwiseConvolution2D.Builder().kernelSize(2, 2).depthMultiplier(1),
        new SeparableConvolution2D.Builder(2, 2));
  }

  private static Stream<Arguments> layersWithoutParameters() {
    long[] image = {2, 3, 4, 4};
    long[] sequence = {2, 3, 5};
    Pooling2D pooling = new Pooling2D();
    pooling.setKernelSize(new int[] {2, 2});
    pooling.setStride(new int[] {1, 1});
    pooling.setPadding(new int[] {1, 1});
    pooling.setPoolingType(PoolingType.AVG);
    Pooling1D pooling1D = new Pooling1D();
    pooling1D.setKernelSize(new int[] {2, 1});
    pooling1D.setStride(new int[] {1, 1});
    pooling1D.setPadding(new int[] {0, 0});
    pooling1D.setPoolingType(PoolingType.MAX);
    return Stream.of(
        Arguments.of(pooling, image),
        Arguments.of(pooling1D, sequence),
        Arguments.of(new SubsamplingLayer.Builder().kernelSize(2, 2).padding(1, 1).build(), image),
        Arguments.of(new Subsampling1DLayer.Builder().kernelSize(2).build(), sequence),
        Arguments.of(new GlobalPoolingLayer.Builder(PoolingType.PNORM).pnorm(3).build(), image),
        Arguments.of(new ZeroPaddingLayer.Builder(1, 2).build(), image),
        Arguments.of(new ZeroPadding1DLayer.Builder(2).build(), sequence),
        Arguments.of(new Cropping2D.Builder(1, 1).build(), image),
        Arguments.of(new Cropping1D.Builder(1).build(), sequence),
        Arguments.of(new Upsampling2D.Builder(2).build(), image),
        Arguments.of(new Upsampling1D.Builder(2).build(), sequence),
        Arguments.of(new LocalResponseNormalization.Builder().build(), image));
  }

  /** What such a layer really gives of what is not negative; the control is a signed input. */
  @ParameterizedTest
  @MethodSource("layersWithoutParameters")
  void aLayerWithoutParametersKeepsTheSign(Layer layer, long[] shape) {
    assertTrue(after(layer, true));
    assertFalse(after(layer, false));
    Nd4j.getRandom().setSeed(4);
    INDArray x = Nd4j.randn(DataType.FLOAT, shape);
    MultiLayerNetwork network = StockConvolutions.chain(layer);
    assertTrue(network.output(Transforms.abs(x)).minNumber().doubleValue() >= 0);
    boolean norm = layer instanceof GlobalPoolingLayer;
    assertTrue(norm || network.output(x.sub(2)).minNumber().doubleValue() < 0, "no control");
  }

  /** What such a layer really gives; the control is the same without an activation. */
  @ParameterizedTest
  @MethodSource("layersWithAnActivation")
  void anActivationIsTheLastStep(FeedForwardLayer.Builder<?> builder) {
    builder.nIn(3).nOut(3);
    FeedForwardLayer relu = builder.activation(Activation.RELU).build();
    FeedForwardLayer plain = builder.activation(Activation.IDENTITY).build();
    assertTrue(NonNegativity.activates(relu));
    assertFalse(NonNegativity.activates(plain));
    assertEquals(0, smallest(relu));
    assertTrue(smallest(plain) < -0.1);
  }

  private static double smallest(FeedForwardLayer layer) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(3).list(layer).build());
    network.init();
    Nd4j.getRandom().setSeed(4);
    boolean image = layer instanceof ConvolutionLayer;
    INDArray x =
        layer instanceof EmbeddingLayer
            ? Nd4j.createFromArray(new float[][] {{0}, {1}, {2}})
            : layer instanceof Convolution1DLayer
                ? Nd4j.randn(DataType.FLOAT, 5, 3, 4)
                : image ? Nd4j.randn(DataType.FLOAT, 5, 3, 4, 4) : Nd4j.randn(DataType.FLOAT, 5, 3);
    return network.output(x).minNumber().doubleValue();
  }

  /** DL4J's classes of these names compute what their parents do. */
  @Test
  void classesWithoutABuilderAreKnown() {
    for (ConvolutionLayer layer : List.of(new Convolution1D(), new Convolution2D())) {
      layer.setActivationFn(new ActivationReLU());
      assertTrue(NonNegativity.activates(layer));
      layer.setActivationFn(new ActivationIdentity());
      assertFalse(NonNegativity.activates(layer));
    }
  }

  @Test
  void aLeakyReluIsSigned() {
    assertTrue(NonNegativity.after(new ActivationReLU(), false));
    assertTrue(NonNegativity.after(new ActivationReLU(6.0, 0.0, 0.0), false));
    assertFalse(NonNegativity.after(new ActivationReLU(null, null, 0.1), false));
    assertFalse(NonNegativity.after(new ActivationReLU(null, -1.0, 0.0), false));
  }

  /** Every layer needs both signs that some path can feed with a negative number. */
  @ParameterizedTest
  @CsvSource({"false,true,true", "true,false,true"})
  void signsFollowEveryPath(boolean nonNegativeInput, boolean first, boolean mixed) {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("first", dense(3, Activation.RELU), "in")
                .addLayer("signed", dense(3, Activation.TANH), "in")
                .addVertex("add", vertex("Add"), "first", "first")
                .addVertex("merge", vertex("merge"), "add", "first")
                .addVertex("mix", vertex("Add"), "add", "signed")
                .addLayer("behindMerge", dense(6, Activation.TANH), "merge")
                .addLayer("behindMix", dense(3, Activation.TANH), "mix")
                .setOutputs("behindMerge", "behindMix")
                .build());
    network.init();
    Map<String, Boolean> signed = new HashMap<>();
    new SubsetSumPruner.Builder(1)
        .candidates(8)
        .nonNegativeInput(nonNegativeInput)
        .build()
        .prune(network)
        .ticket()
        .layers()
        .forEach(layer -> signed.put(layer.name().split(" ", -1)[1], layer.signedInput()));
    assertEquals(
        Map.of("first", first, "signed", first, "behindMerge", false, "behindMix", mixed), signed);
  }

  private static DenseLayer dense(int inputs, Activation activation) {
    return new DenseLayer.Builder().nIn(inputs).nOut(3).activation(activation).build();
  }
}
