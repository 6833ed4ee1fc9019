package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.representation.FieldType;

/** Each mistake is met with what was expected, what came, and how to mend it. */
class MistakesTest {

  private static final FieldType IMAGE = FieldType.parse("C4: trivial");
  private static final FieldType REGULAR = FieldType.parse("C4: 2*regular");

  private static void assertRefused(Executable action, String... parts) {
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, action);
    for (String part : parts) {
      assertTrue(error.getMessage().contains(part), error::getMessage);
    }
  }

  @Test
  void typesOfDifferentGroups() {
    FieldType other = FieldType.parse("C8: regular");
    assertRefused(
        () -> new SteerableConvolution2D.Builder(REGULAR, other),
        "input and output need one group, got C4 and C8",
        "FieldRestriction");
    assertRefused(
        () -> new EquivariantDense.Builder(other, REGULAR),
        "input and output need one group, got C8 and C4");
  }

  @Test
  void aPointwiseActivationOnAnIrrep() {
    FieldType type = FieldType.parse("C4: regular + irrep(2)");
    assertRefused(
        () -> new FieldActivation.Builder(type),
        "got irrep(2) as field 1 of C4: regular + irrep(2)",
        "NormNonlinearity");
    assertRefused(
        () -> new FieldActivation.Builder(FieldType.parse("SO2: trivial + fourier(2)")),
        "got fourier(2) as field 1",
        "FourierNonlinearity");
  }

  @Test
  void maximumPoolingOfAnIrrep() {
    FieldType type = FieldType.parse("C4: irrep(2)");
    assertRefused(
        () -> new FieldPooling2D.Builder(type).poolingType(PoolingType.MAX),
        "got irrep(2) as field 0",
        "PoolingType.AVG");
    assertRefused(() -> FieldType.parse("SO2: regular"), "infinite", "fourier(3)");
  }

  @Test
  void theWrongNumberOfChannels() {
    SteerableConvolution2D layer = convolution(3, 1, 1, ConvolutionMode.Truncate, false);
    assertRefused(
        () -> layer.getOutputType(0, InputType.convolutional(5, 5, 3)),
        "SteerableConvolution2D at index 0: expected 1 channels of type C4: trivial, got ");
    MultiLayerNetwork network =
        Networks.of(DataType.FLOAT, InputType.convolutional(5, 5, 1), List.of(layer));
    assertRefused(
        () -> network.output(Nd4j.zeros(DataType.FLOAT, 1, 3, 5, 5)),
        "expected 1 channels of type C4: trivial",
        "got [1, 3, 5, 5]");
  }

  @Test
  void vectorsWhereImagesAreNeeded() {
    SteerableConvolution2D layer = convolution(3, 1, 1, ConvolutionMode.Truncate, false);
    assertRefused(
        () -> layer.getOutputType(0, InputType.feedForward(1)), "expected images", "got ");
    assertRefused(
        () -> layer.getOutputType(0, InputType.convolutional(5, 5, 1, CNN2DFormat.NHWC)),
        "expected images in NCHW format, got NHWC");
  }

  @Test
  void aDeconvolutionThatLeavesNothing() {
    SteerableDeconvolution2D layer =
        new SteerableDeconvolution2D.Builder(IMAGE, REGULAR).padding(2).build();
    assertRefused(
        () -> layer.getOutputType(0, InputType.convolutional(2, 2, 1)),
        "SteerableDeconvolution2D at index 0: a kernel of 3 pixels, stride 1 and padding 2 leave no"
            + " pixel of an image of 2",
        "a smaller padding");
    assertEquals(
        InputType.convolutional(1, 1, 8), layer.getOutputType(0, InputType.convolutional(3, 3, 1)));
  }

  @Test
  void imagesWhereVectorsAreNeeded() {
    EquivariantDense layer = new EquivariantDense.Builder(IMAGE, REGULAR).build();
    assertRefused(
        () -> layer.getOutputType(2, InputType.convolutional(5, 5, 1)),
        "EquivariantDense at index 2: expected vectors",
        "GlobalPoolingLayer",
        "of type C4: trivial, got ");
    assertRefused(
        () -> layer.validateInput(Nd4j.zeros(DataType.FLOAT, 1, 1, 5, 5)),
        "expected 1 channels of type C4: trivial as [batch, channels], got [1, 1, 5, 5]");
  }

  @Test
  void typesWithoutAMapBetweenThem() {
    FieldType irrep = FieldType.parse("C4: irrep(1)");
    EquivariantDense layer = new EquivariantDense.Builder(IMAGE, irrep).build();
    assertRefused(
        () -> Networks.of(DataType.FLOAT, InputType.feedForward(1), List.of(layer)),
        "only zero leads from C4: trivial to C4: irrep(1) and commutes with the group",
        "share an irreducible representation");
    assertRefused(
        () ->
            Networks.of(
                DataType.FLOAT,
                InputType.convolutional(5, 5, 1),
                List.of(new SteerableConvolution2D.Builder(IMAGE, irrep).kernelSize(1).build())),
        "commutes with the group at kernel size 1; a larger kernel may do so too");
  }

  @Test
  void aKernelLargerThanTheImage() {
    SteerableConvolution2D layer = convolution(7, 1, 0, ConvolutionMode.Truncate, false);
    assertRefused(
        () -> layer.getOutputType(0, InputType.convolutional(5, 5, 1)),
        "a window of 7 pixels does not fit into 5 pixels with padding 0");
  }

  @ParameterizedTest(name = "kernel {0}, stride {1}, padding {2}, {3}, {4} pixels")
  @CsvSource({
    "3, 2, 1, Truncate, 8",
    "2, 2, 0, Truncate, 7",
    "2, 1, 0, Same, 8",
    "3, 2, 0, Same, 8"
  })
  void sizesThatBreakTheSymmetry(
      int kernel, int stride, int padding, ConvolutionMode mode, int pixels) {
    InputType input = InputType.convolutional(pixels, pixels, 1);
    assertRefused(
        () -> convolution(kernel, stride, padding, mode, false).getOutputType(0, input),
        "which breaks the exact symmetry",
        "allowInexactGrid(true)");
    convolution(kernel, stride, padding, mode, true).getOutputType(0, input);
    FieldType plain = FieldType.parse("C1: trivial");
    new SteerableConvolution2D.Builder(plain, plain)
        .kernelSize(kernel)
        .stride(stride)
        .padding(padding)
        .convolutionMode(mode)
        .build()
        .getOutputType(0, input);
  }

  @Test
  void aBasisThatDoesNotSupportTheGroup() {
    FieldType type = FieldType.parse("C8: regular");
    assertRefused(
        () ->
            new SteerableConvolution2D.Builder(type, type).kernelBasis("slth:pixel-orbit").build(),
        "kernel basis slth:pixel-orbit does not support C8 on a 3 x 3 grid",
        "slth:circular-harmonic");
    assertRefused(
        () -> new SteerableConvolution2D.Builder(type, type).kernelBasis("nonsense").build(),
        "nonsense");
  }

  @Test
  void numbersOutOfRange() {
    assertRefused(() -> convolution(0, 1, 0, ConvolutionMode.Truncate, false), "got 0");
    assertRefused(() -> convolution(3, 0, 0, ConvolutionMode.Truncate, false), "at least 1");
    assertRefused(
        () -> new SteerableDeconvolution2D.Builder(IMAGE, REGULAR).stride(0).build(), "at least 1");
    assertRefused(() -> convolution(3, 1, 0, ConvolutionMode.Causal, false), "got Causal");
    assertRefused(() -> new FieldBatchNormalization.Builder(REGULAR).decay(2), "got 2.0");
    assertRefused(() -> new GroupPooling.Builder(REGULAR).poolingType(PoolingType.SUM), "got SUM");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.5, Double.NaN})
  void aProbabilityOutOfRange(double probability) {
    assertRefused(
        () -> new FieldDropout.Builder(REGULAR, probability),
        "expected a probability above 0 and at most 1 to keep a field, got " + probability);
  }

  @Test
  void aFactorThatMakesImagesSmaller() {
    assertRefused(
        () -> new FieldUpsampling2D.Builder(REGULAR, 0), "expected a factor of at least 1, got 0");
  }

  @Test
  void aLayerThatForgetsTheGates() {
    FieldType fields = FieldType.parse("C4: 2*irrep(2)");
    assertRefused(
        () ->
            new GatedNonlinearity.Builder(fields)
                .build()
                .getOutputType(1, InputType.feedForward(fields.dimension())),
        "GatedNonlinearity at index 1: expected 6 channels of type C4: 2*irrep(2) + 2*trivial, got");
  }

  @Test
  void theDefaultBasisSuitsTheGroup() {
    assertEquals(
        "slth:pixel-orbit", convolution(3, 1, 1, ConvolutionMode.Truncate, false).kernelBasis());
    FieldType type = FieldType.parse("C8: regular");
    assertEquals(
        "slth:circular-harmonic",
        new SteerableConvolution2D.Builder(type, type).build().kernelBasis());
  }

  private static SteerableConvolution2D convolution(
      int kernel, int stride, int padding, ConvolutionMode mode, boolean inexact) {
    return new SteerableConvolution2D.Builder(IMAGE, REGULAR)
        .kernelSize(kernel)
        .stride(stride)
        .padding(padding)
        .convolutionMode(mode)
        .allowInexactGrid(inexact)
        .build();
  }
}
