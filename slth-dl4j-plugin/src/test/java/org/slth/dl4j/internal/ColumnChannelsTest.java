package org.slth.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.slth.dl4j.internal.rows.Moments;

/** Columns of a matrix give the same numbers as images of one pixel. */
class ColumnChannelsTest {

  private static final double[] SCALE = {2, -0.5, 0, 1e-3};
  private static final double[] SHIFT = {0, 3, -1, 0.25};

  /** Numbers around a mean, with spread 1: a mean far off cancels in the second moment. */
  private static INDArray numbers(DataType type, double mean, long seed) {
    Nd4j.getRandom().setSeed(seed);
    return Nd4j.randn(DataType.DOUBLE, 50, SCALE.length).addi(mean).castTo(type);
  }

  private static double[] centre(Channels channels) {
    double[] sums = channels.moments(channels).sums();
    return Arrays.stream(sums).map(sum -> sum / channels.samples()).toArray();
  }

  @ParameterizedTest
  @CsvSource({"DOUBLE, 0, 1e-12", "DOUBLE, 1000, 1e-9", "FLOAT, 0, 1e-4", "FLOAT, 1000, 1e-2"})
  void statisticsAreThoseOfPixels(DataType type, double mean, double tolerance) {
    INDArray array = numbers(type, mean, 1);
    Channels columns = new ColumnChannels(array);
    Channels pixels = PixelChannels.view(array);
    Channels others = new ColumnChannels(numbers(type, 0, 2));
    Channels otherPixels = PixelChannels.view(numbers(type, 0, 2));
    assertEquals(pixels.samples(), columns.samples());
    double wide = tolerance * (1 + mean);
    Moments expected = pixels.moments(otherPixels);
    assertArrayEquals(expected.sums(), columns.moments(others).sums(), 50 * wide);
    assertArrayEquals(expected.products(), columns.moments(others).products(), 50 * wide);
    double[] centre = centre(columns);
    assertArrayEquals(pixels.squaresAround(centre), columns.squaresAround(centre), tolerance);
    assertArrayEquals(
        columns.squaresAround(centre),
        columns.squaresAround(centre, columns.moments(columns)),
        tolerance);
    assertArrayEquals(
        pixels.squaresAround(centre, pixels.moments(pixels)),
        columns.squaresAround(centre, columns.moments(columns)),
        tolerance);
  }

  /** The control: of a mean of a billion the second moment has lost the variance. */
  @Test
  void squaresAreSummedAgainWhereTheyCancel() {
    INDArray array = numbers(DataType.DOUBLE, 1e9, 1);
    Channels columns = new ColumnChannels(array);
    Moments moments = columns.moments(columns);
    double[] centre = centre(columns);
    double[] squares = columns.squaresAround(centre, moments);
    double[] expected = array.sub(1e9).var(0).muli(49).toDoubleVector();
    assertArrayEquals(expected, squares, 1e-4);
    for (int c = 0; c < squares.length; c++) {
      double cross = columns.samples() * centre[c] - 2 * moments.sums()[c];
      double subtracted = moments.products()[c] + centre[c] * cross;
      assertTrue(Math.abs(subtracted - expected[c]) > 1, "the control: by subtraction");
    }
  }

  @ParameterizedTest
  @CsvSource({"DOUBLE, 1e-12", "FLOAT, 1e-5"})
  void combinationsAreThoseOfPixels(DataType type, double tolerance) {
    INDArray x = numbers(type, 1, 3);
    INDArray dy = numbers(type, 0, 4);
    INDArray columns = Nd4j.createUninitialized(type, x.shape(), 'c').assign(Double.NaN);
    INDArray pixels = Nd4j.zeros(type, x.shape());
    new ColumnChannels(dy)
        .combine(SCALE, new ColumnChannels(x), SHIFT, SHIFT, new ColumnChannels(columns));
    PixelChannels.view(dy)
        .combine(SCALE, PixelChannels.view(x), SHIFT, SHIFT, PixelChannels.view(pixels));
    assertEquals(0, columns.sub(pixels).amaxNumber().doubleValue(), tolerance);
    INDArray factors = Nd4j.createFromArray(SCALE).castTo(type);
    INDArray shifts = Nd4j.createFromArray(SHIFT).castTo(type);
    INDArray expected = dy.mulRowVector(factors).addiRowVector(shifts).addi(x.mulRowVector(shifts));
    assertEquals(0, columns.sub(expected).amaxNumber().doubleValue(), tolerance);
  }

  @Test
  void viewsAreReadInTheirOrder() {
    INDArray all = numbers(DataType.DOUBLE, 0, 5);
    INDArray part = all.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3));
    for (INDArray view : new INDArray[] {part, all.dup('f'), all.transpose()}) {
      Channels columns = new ColumnChannels(view);
      assertArrayEquals(view.sum(0).toDoubleVector(), columns.moments(columns).sums(), 1e-12);
    }
  }

  /** Java has no such numbers; ND4J does. */
  @Test
  void halfPrecisionIsLeftToPixels() {
    assertInstanceOf(ColumnChannels.class, Channels.of(Nd4j.zeros(DataType.FLOAT, 2, 3)));
    assertInstanceOf(PixelChannels.class, Channels.of(Nd4j.zeros(DataType.FLOAT16, 2, 3)));
    assertInstanceOf(PixelChannels.class, Channels.of(Nd4j.zeros(DataType.FLOAT16, 2, 3, 1, 1)));
  }
}
