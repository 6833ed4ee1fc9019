package org.slth.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.slth.dl4j.internal.rows.Moments;
import org.slth.dl4j.internal.rows.Threads;

/** Loops over images of floats against ND4J's operations in doubles. */
class PlaneChannelsTest {

  private static final int BATCH = 5;
  private static final double[] SCALE = {2, -0.5, 0, 1e-3, 7};
  private static final double[] SHIFT = {0, 3, -1, 0.25, 1};
  private static final double[] SLOPE = {1, 0, 2, -2, 0.5};

  private static INDArray images(int size, double mean, long seed) {
    Nd4j.getRandom().setSeed(seed);
    return Nd4j.randn(DataType.FLOAT, BATCH, SCALE.length, size, size).addi(mean);
  }

  private static Channels doubles(INDArray images) {
    return PixelChannels.view(images.castTo(DataType.DOUBLE));
  }

  private static void assertClose(double[] expected, double[] actual, double scale) {
    double[] tolerances = Arrays.stream(expected).map(x -> 1e-6 * (scale + Math.abs(x))).toArray();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerances[i]);
    }
  }

  /** Of sizes below, at and above a tile, and such that no unrolled loop comes out even. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 64, 101})
  void sumsAreThoseOfDoubles(int size) {
    INDArray first = images(size, 0.5, 1);
    INDArray second = images(size, 0, 2);
    Channels planes = new PlaneChannels(first);
    double samples = planes.samples();
    assertEquals((double) BATCH * size * size, samples);
    Moments expected = doubles(first).moments(doubles(second));
    Moments actual = planes.moments(new PlaneChannels(second));
    assertClose(expected.sums(), actual.sums(), samples);
    assertClose(expected.products(), actual.products(), samples);
    assertClose(
        doubles(first).moments(doubles(first)).products(),
        planes.moments(planes).products(),
        samples);
    double[] centre = {0.5, 0.4, 0.5, 0.6, 0};
    assertClose(doubles(first).squaresAround(centre), planes.squaresAround(centre), samples);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64, 101})
  void combinationsAreThoseOfDoubles(int size) {
    INDArray x = images(size, 1, 3);
    INDArray y = images(size, 0, 4);
    INDArray actual = Nd4j.valueArrayOf(x.shape(), Double.NaN, DataType.FLOAT);
    INDArray expected = Nd4j.zeros(DataType.DOUBLE, x.shape());
    new PlaneChannels(x)
        .combine(SCALE, new PlaneChannels(y), SLOPE, SHIFT, new PlaneChannels(actual));
    doubles(x).combine(SCALE, doubles(y), SLOPE, SHIFT, PixelChannels.view(expected));
    assertEquals(0, expected.sub(actual.castTo(DataType.DOUBLE)).amaxNumber().doubleValue(), 1e-4);
    new PlaneChannels(x).affine(SCALE, SHIFT, new PlaneChannels(actual));
    doubles(x).affine(SCALE, SHIFT, PixelChannels.view(expected));
    assertEquals(0, expected.sub(actual.castTo(DataType.DOUBLE)).amaxNumber().doubleValue(), 1e-4);
  }

  @Test
  void resultsDoNotDependOnTheThreads() {
    INDArray x = images(101, 1, 5);
    INDArray y = images(101, 1, 6);
    Moments[] moments = new Moments[4];
    INDArray[] results = new INDArray[4];
    for (int count : new int[] {1, 3}) {
      Threads.use(
          count,
          () -> {
            moments[count] = new PlaneChannels(x).moments(new PlaneChannels(y));
            results[count] = Nd4j.zeros(DataType.FLOAT, x.shape());
            new PlaneChannels(x).affine(SCALE, SHIFT, new PlaneChannels(results[count]));
          });
    }
    assertArrayEquals(moments[1].sums(), moments[3].sums());
    assertArrayEquals(moments[1].products(), moments[3].products());
    assertEquals(results[1], results[3]);
  }

  @Test
  void viewsAreReadInTheirOrder() {
    INDArray all = images(6, 0, 7);
    INDArray part =
        all.get(NDArrayIndex.interval(1, 3), NDArrayIndex.interval(1, 4), NDArrayIndex.all());
    INDArray turned = all.permute(0, 1, 3, 2);
    INDArray late = all.get(NDArrayIndex.interval(2, BATCH));
    for (INDArray view : new INDArray[] {part, turned, late, all.dup('f')}) {
      Channels planes = new PlaneChannels(view);
      Channels expected = doubles(view.dup('c'));
      assertClose(
          expected.moments(expected).sums(), planes.moments(planes).sums(), planes.samples());
    }
  }

  /** The control: a sum of floats one by one is far off. */
  @Test
  void longSumsStayExact() {
    INDArray ones = Nd4j.valueArrayOf(new long[] {1, 1, 5000, 5000}, 1.1f, DataType.FLOAT);
    Channels planes = new PlaneChannels(ones);
    double expected = (double) 1.1f * ones.length();
    assertEquals(expected, planes.moments(planes).sums()[0], 1e-6 * expected);
    float naive = 0;
    for (long i = 0; i < ones.length(); i++) {
      naive += 1.1f;
    }
    double error = Math.abs(naive - expected);
    assertTrue(error > 1e-3 * expected, () -> "the control: " + error);
  }

  @Test
  void doublesAreLeftToPixels() {
    assertInstanceOf(PlaneChannels.class, Channels.of(Nd4j.zeros(DataType.FLOAT, 2, 3, 1, 1)));
    assertInstanceOf(PixelChannels.class, Channels.of(Nd4j.zeros(DataType.DOUBLE, 2, 3, 1, 1)));
  }
}
