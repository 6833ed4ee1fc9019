package org.slth.dl4j.internal.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Pooling against loops that read one number at a time. */
class FloatFieldPoolingTest {

  private static final int BATCH = 3;
  private static final int CHANNELS = 11;
  private static final int FIELDS = 5;
  private static final float UNTOUCHED = 7;

  /** Of halves, so that many are equal and sums are exact. */
  private static INDArray halves(long seed, long... shape) {
    Nd4j.getRandom().setSeed(seed);
    INDArray numbers = Nd4j.randn(DataType.FLOAT, shape).muli(4);
    return Nd4j.math().round(numbers).muli(0.5).addi(0); // no -0
  }

  private static INDArray untouched(int channels, int size) {
    return Nd4j.valueArrayOf(new long[] {BATCH, channels, size, size}, UNTOUCHED, DataType.FLOAT);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "1, false", "5, true", "5, false", "40, true", "40, false"})
  void poolsOneRunAndLeavesTheRest(int size, boolean maximum) {
    int dimension = 4;
    FloatFieldPooling pooling = new FloatFieldPooling(2, 1, 2, dimension, maximum);
    INDArray x = halves(1, BATCH, CHANNELS, size, size);
    INDArray dy = halves(2, BATCH, FIELDS, size, size);
    INDArray y = untouched(FIELDS, size);
    INDArray dx = untouched(CHANNELS, size);
    pooling.forward(x, y);
    pooling.backward(x, dy, dx);
    INDArray expectedY = untouched(FIELDS, size);
    INDArray expectedDx = untouched(CHANNELS, size);
    for (int f = 0; f < 2; f++) {
      int first = 2 + f * dimension;
      INDArray part = x.get(all(), interval(first, first + dimension), all(), all());
      INDArray pooled = maximum ? part.max(true, 1) : part.mean(true, 1);
      INDArray error = dy.get(all(), interval(1 + f, 2 + f), all(), all());
      expectedY.get(all(), interval(1 + f, 2 + f), all(), all()).assign(pooled);
      INDArray left = Nd4j.onesLike(error);
      for (int k = 0; k < dimension; k++) {
        INDArray target = expectedDx.get(all(), interval(first + k, first + k + 1), all(), all());
        if (maximum) {
          INDArray own = x.get(all(), interval(first + k, first + k + 1), all(), all());
          INDArray hit = own.eq(pooled).castTo(DataType.FLOAT).muli(left);
          target.assign(error.mul(hit));
          left.subi(hit);
        } else {
          target.assign(error.div(dimension));
        }
      }
      assertEquals(maximum ? 0 : left.length(), left.sumNumber().intValue(), "each error once");
    }
    assertEquals(expectedY, y);
    assertEquals(expectedDx, dx);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void meansAreThoseOfNd4j(int window) {
    int size = 11; // both leave pixels over
    INDArray x = halves(3, BATCH, CHANNELS, size, size);
    int small = size / window;
    INDArray covered =
        x.get(all(), all(), interval(0, small * window), interval(0, small * window));
    INDArray tiles = covered.dup('c').reshape('c', BATCH * CHANNELS, small, window, small, window);
    INDArray expected = tiles.mean(2, 4).reshape('c', BATCH, CHANNELS, small, small);
    INDArray y = untouched(CHANNELS, small);
    new FloatWindowMean(window).forward(x, y);
    assertEquals(0, expected.sub(y).amaxNumber().doubleValue(), 1e-6);

    INDArray dy = halves(4, BATCH, CHANNELS, small, small);
    INDArray dx = untouched(CHANNELS, size);
    new FloatWindowMean(window).backward(dy, dx);
    double product = y.mul(dy).sumNumber().doubleValue();
    assertEquals(product, x.mul(dx).sumNumber().doubleValue(), 1e-3, "the transpose");
    assertEquals(
        0, dx.get(all(), all(), interval(small * window, size), all()).amaxNumber().intValue());
  }
}
