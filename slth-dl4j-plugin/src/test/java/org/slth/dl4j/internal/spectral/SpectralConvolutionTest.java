package org.slth.dl4j.internal.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Against ND4J's conv2d and conv2d_bp. */
class SpectralConvolutionTest {

  /** Even and odd numbers of frequencies, no padding up to more than the kernel, long images. */
  static Stream<ConvolutionShape> shapes() {
    return Stream.of(
        shape(3, 1, 2, 3, 6, 6),
        shape(5, 2, 3, 2, 7, 7),
        shape(5, 0, 1, 4, 8, 9),
        shape(2, 1, 2, 2, 5, 4),
        shape(3, 4, 2, 3, 5, 5),
        shape(3, 1, 200, 1, 4, 4),
        shape(1, 0, 3, 2, 4, 4),
        shape(7, 3, 2, 1, 3, 12),
        shape(4, 3, 1, 1, 4, 7));
  }

  private static ConvolutionShape shape(int size, int padding, int in, int out, int h, int w) {
    return new ConvolutionShape(size, padding, in, out, h, w, DataType.DOUBLE);
  }

  private static DynamicCustomOp.DynamicCustomOpsBuilder sliding(
      String name, ConvolutionShape shape) {
    int p = shape.padding();
    return DynamicCustomOp.builder(name)
        .addIntegerArguments(shape.size(), shape.size(), 1, 1, p, p, 1, 1, 0);
  }

  private static INDArray random(ConvolutionShape shape, long... dimensions) {
    return Nd4j.randn(DataType.DOUBLE, dimensions).castTo(shape.type());
  }

  private static INDArray images(ConvolutionShape shape, long batch) {
    return random(shape, batch, shape.inputs(), shape.height(), shape.width());
  }

  private static INDArray results(ConvolutionShape shape, long batch) {
    return random(shape, batch, shape.outputs(), shape.resultHeight(), shape.resultWidth());
  }

  private static INDArray weights(ConvolutionShape shape) {
    return random(shape, shape.size(), shape.size(), shape.inputs(), shape.outputs());
  }

  private static void assertNear(INDArray expected, INDArray actual, double tolerance) {
    double scale = expected.amaxNumber().doubleValue();
    double error = expected.sub(actual).amaxNumber().doubleValue();
    assertTrue(
        error <= tolerance * scale,
        "expected an error below %s, got %s of %s".formatted(tolerance, error, scale));
  }

  private static void checkForward(ConvolutionShape shape, double tolerance) {
    INDArray input = images(shape, 3);
    INDArray weights = weights(shape);
    INDArray bias = random(shape, shape.outputs());
    INDArray expected = results(shape, 3);
    INDArray actual = results(shape, 3);
    Nd4j.exec(
        sliding("conv2d", shape).addInputs(input, weights, bias).addOutputs(expected).build());
    SpectralConvolution.of(shape).forward(input, weights, bias, actual);
    assertNear(expected, actual, tolerance);
    Nd4j.exec(sliding("conv2d", shape).addInputs(input, weights).addOutputs(expected).build());
    SpectralConvolution.of(shape).forward(input, weights, null, actual);
    assertNear(expected, actual, tolerance);
  }

  private static void checkBackward(ConvolutionShape shape, double tolerance) {
    INDArray input = images(shape, 3);
    INDArray weights = weights(shape);
    INDArray bias = random(shape, shape.outputs());
    INDArray byResult = results(shape, 3);
    List<INDArray> expected = List.of(images(shape, 3), weights(shape), bias.dup());
    List<INDArray> actual = List.of(images(shape, 3), weights(shape), bias.dup());
    Nd4j.exec(
        sliding("conv2d_bp", shape)
            .addInputs(input, weights, bias, byResult)
            .addOutputs(expected.toArray(INDArray[]::new))
            .build());
    SpectralConvolution spectral = SpectralConvolution.of(shape);
    spectral.backward(input, weights, byResult, actual.get(0), actual.get(1), actual.get(2));
    for (int i = 0; i < 3; i++) {
      assertNear(expected.get(i), actual.get(i), tolerance);
    }
    INDArray alone = weights(shape);
    spectral.backward(input, weights, byResult, null, alone, null);
    assertEquals(actual.get(1), alone);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void slidesTheKernel(ConvolutionShape shape) {
    checkForward(shape, 1e-13);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void hasItsGradients(ConvolutionShape shape) {
    checkBackward(shape, 1e-13);
  }

  @Test
  void roundsFloatsAsSlidingDoes() {
    ConvolutionShape shape = new ConvolutionShape(7, 3, 16, 8, 29, 29, DataType.FLOAT);
    checkForward(shape, 2e-6);
    checkBackward(shape, 1e-5);
  }

  @Test
  void readsAndWritesViews() {
    ConvolutionShape shape = shape(5, 2, 2, 3, 6, 6);
    INDArray many = images(shape, 6);
    INDArray some = many.get(NDArrayIndex.interval(2, 5));
    INDArray weights = weights(shape);
    INDArray all = results(shape, 6);
    INDArray untouched = all.dup();
    SpectralConvolution.of(shape)
        .forward(some, weights, null, all.get(NDArrayIndex.interval(2, 5)));
    INDArray expected = results(shape, 3);
    SpectralConvolution.of(shape).forward(some.dup('c'), weights, null, expected);
    assertEquals(expected, all.get(NDArrayIndex.interval(2, 5)));
    assertEquals(untouched.get(NDArrayIndex.interval(0, 2)), all.get(NDArrayIndex.interval(0, 2)));
    assertEquals(untouched.get(NDArrayIndex.interval(5, 6)), all.get(NDArrayIndex.interval(5, 6)));
  }

  /** A batch that does not fit into the scratch is done in parts. */
  @Test
  void cutsBatches() {
    ConvolutionShape shape = shape(3, 1, 2, 3, 6, 6);
    SpectralConvolution whole = SpectralConvolution.of(shape);
    SpectralConvolution parts = new SpectralConvolution(shape, shape.backwardScratch(3));
    INDArray input = images(shape, 8);
    INDArray weights = weights(shape);
    INDArray bias = random(shape, shape.outputs());
    INDArray byResult = results(shape, 8);
    List<INDArray> expected =
        List.of(results(shape, 8), images(shape, 8), weights(shape), bias.dup());
    List<INDArray> actual =
        List.of(results(shape, 8), images(shape, 8), weights(shape), bias.dup());
    whole.forward(input, weights, bias, expected.get(0));
    whole.backward(input, weights, byResult, expected.get(1), expected.get(2), expected.get(3));
    parts.forward(input, weights, bias, actual.get(0));
    parts.backward(input, weights, byResult, actual.get(1), actual.get(2), actual.get(3));
    assertEquals(3, shape.chunk(shape.backwardScratch(3)));
    for (int i = 0; i < expected.size(); i++) {
      assertNear(expected.get(i), actual.get(i), 1e-13);
    }
  }

  /** One image at a time would read the spectra of a large kernel again for each. */
  @Test
  void neverCutsBelowSixteenImages() {
    ConvolutionShape wide = shape(5, 2, 512, 512, 32, 32);
    assertEquals(16, wide.chunk(SpectralConvolution.scratch(wide)));
    ConvolutionShape usual = shape(5, 2, 32, 32, 16, 16);
    assertTrue(usual.chunk(SpectralConvolution.scratch(usual)) > 100);
  }

  @Test
  void manyThreadsMayShareIt() {
    ConvolutionShape shape = shape(5, 2, 2, 3, 9, 9);
    INDArray input = images(shape, 2);
    INDArray weights = weights(shape);
    INDArray expected = results(shape, 2);
    SpectralConvolution.of(shape).forward(input, weights, null, expected);
    List<INDArray> answers =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(
                i -> {
                  INDArray result = results(shape, 2);
                  SpectralConvolution.of(shape).forward(input, weights, null, result);
                  return result;
                })
            .toList();
    answers.forEach(answer -> assertEquals(expected, answer));
  }

  @Test
  void isTakenForLargeKernelsAndManyChannelsAlone() {
    assertTrue(shape(7, 3, 64, 128, 29, 29).pays(64));
    assertTrue(shape(5, 2, 96, 128, 14, 14).pays(64));
    assertFalse(shape(7, 3, 64, 128, 29, 29).pays(1)); // the kernel's spectrum is all the work
    assertFalse(shape(7, 3, 1, 64, 28, 28).pays(64));
    assertFalse(shape(1, 0, 64, 64, 29, 29).pays(64));
    assertFalse(shape(5, 0, 128, 192, 7, 7).pays(64));
    assertFalse(shape(7, 3, 64, 128, 200, 200).pays(64));
    assertFalse(new ConvolutionShape(7, 3, 64, 128, 29, 29, DataType.BFLOAT16).pays(64));
  }
}
