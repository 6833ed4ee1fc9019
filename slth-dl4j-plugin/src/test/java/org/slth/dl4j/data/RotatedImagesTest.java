package org.slth.dl4j.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

class RotatedImagesTest {

  private static final int SIZE = 6;
  private static final LabelledImages IMAGES = randomImages(100);

  @Test
  void quarterTurnsMovePixelsExactly() {
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        // Counter-clockwise: what was on the right comes to the top.
        assertEquals(
            IMAGES.value(7, column, SIZE - 1 - row),
            turned(Math.PI / 2, false)[row * SIZE + column],
            1e-6);
        assertEquals(
            IMAGES.value(7, SIZE - 1 - row, SIZE - 1 - column),
            turned(Math.PI, false)[row * SIZE + column],
            1e-6);
        // Mirrored first, then turned.
        assertEquals(
            IMAGES.value(7, column, row), turned(Math.PI / 2, true)[row * SIZE + column], 1e-6);
      }
    }
  }

  @Test
  void anglesBetweenInterpolateAndStayInRange() {
    byte[] ones = new byte[SIZE * SIZE];
    Arrays.fill(ones, (byte) 255);
    float[] out = new float[SIZE * SIZE];
    new Rotation(Math.PI / 4, false, Warp.NONE)
        .apply(LabelledImages.of(SIZE, SIZE, ones, new byte[1]), 0, out, 0);
    assertEquals(1, out[2 * SIZE + 3], 1e-6, "inside, interpolation keeps a constant");
    assertEquals(0, out[0], 1e-6, "the corner comes from outside");
    for (float pixel : out) {
      assertTrue(pixel >= 0 && pixel <= 1 + 1e-6f, () -> "pixel " + pixel);
    }
  }

  @Test
  void theSeedFixesEverything() {
    RotatedImages images = RotatedImages.of(IMAGES, true, 1);
    RotatedImages again = RotatedImages.of(IMAGES, true, 1);
    assertEquals(images.batch(0, 100), again.batch(0, 100));
    assertNotEquals(images.batch(0, 100), RotatedImages.of(IMAGES, true, 2).batch(0, 100));
    // Pinned: saved results depend on these draws.
    assertEquals(5.684100437995833, images.angle(0), 1e-12);
  }

  @Test
  void theFirstAreTheFirst() {
    RotatedImages images = RotatedImages.of(IMAGES, true, 1);
    RotatedImages some = images.first(30);
    assertEquals(30, some.count());
    assertEquals(images.batch(0, 30), some.batch(0, 30));
    assertEquals(
        "expected a count from 1 to 100, got 101",
        assertThrows(IllegalArgumentException.class, () -> images.first(101)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> images.first(0));
  }

  @Test
  void splitsIntoDisjointParts() {
    List<RotatedImages> parts = RotatedImages.split(IMAGES, false, 3, 60, 30);
    Set<Integer> seen = new HashSet<>();
    for (RotatedImages part : parts) {
      for (int i = 0; i < part.count(); i++) {
        assertTrue(seen.add(part.origin(i)), "an image is in two parts");
        assertEquals(IMAGES.label(part.origin(i)), part.label(i));
      }
    }
    assertEquals(90, seen.size());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> RotatedImages.split(IMAGES, false, 3, 99, 2));
    assertEquals("expected positive sizes of at most 100 in total, got [99, 2]", e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> RotatedImages.split(IMAGES, false, 3, 101, -1));
  }

  @Test
  void anglesFillTheCircleAndHalfIsMirrored() {
    RotatedImages images = RotatedImages.of(randomImages(4000), true, 5);
    int[] quarters = new int[4];
    int mirrored = 0;
    for (int i = 0; i < images.count(); i++) {
      quarters[(int) (images.angle(i) / (Math.PI / 2))]++;
      mirrored += images.isMirrored(i) ? 1 : 0;
    }
    for (int quarter : quarters) {
      assertEquals(1000, quarter, 130, "4.7 standard deviations");
    }
    assertEquals(2000, mirrored, 150, "4.7 standard deviations");
  }

  @Test
  void batchesAreOneHotImagesInRange() {
    DataSet batch = RotatedImages.of(IMAGES, false, 1).batch(10, 15);
    assertArrayEquals(new long[] {5, 1, SIZE, SIZE}, batch.getFeatures().shape());
    assertArrayEquals(new long[] {5, IMAGES.classes()}, batch.getLabels().shape());
    for (int i = 0; i < 5; i++) {
      assertEquals(1, batch.getLabels().getDouble(i, IMAGES.label(10 + i)));
      assertEquals(1, batch.getLabels().getRow(i).sumNumber().doubleValue());
    }
    assertTrue(batch.getFeatures().minNumber().doubleValue() >= 0);
    assertTrue(batch.getFeatures().maxNumber().doubleValue() <= 1);
  }

  @Test
  void everyEpochHoldsEveryImageOnceInAnotherOrder() {
    RotatedImages images = RotatedImages.of(IMAGES, false, 1);
    DataSetIterator iterator = images.shuffledIterator(32, 9);
    List<Double> first = sums(iterator);
    iterator.reset();
    iterator.reset(); // as if once
    List<Double> second = sums(iterator);
    assertNotEquals(first, second);
    assertEquals(sorted(sums(images.iterator(100))), sorted(first));
    assertEquals(sorted(first), sorted(second));

    DataSetIterator again = images.shuffledIterator(32, 9);
    assertEquals(first, sums(again));
    again.reset();
    assertEquals(second, sums(again));
  }

  @Test
  void augmentationTurnsEachImageAnewInEachEpoch() {
    RotatedImages images = RotatedImages.of(IMAGES, false, 1);
    RotatedImages fresh = images.turnedAfresh(false, 0, 4);
    assertEquals(images.origin(42), fresh.origin(42));
    assertNotEquals(images.angle(42), fresh.angle(42), 1e-9);
    DataSetIterator iterator = images.augmentedIterator(50, true, 0, 4);
    List<Double> first = sums(iterator);
    iterator.reset();
    assertEquals(100, first.size());
    assertNotEquals(sorted(first), sorted(sums(iterator)));
  }

  @Test
  void warpsMovePointsByNoMoreThanAllowed() {
    byte[] ramp = new byte[SIZE * SIZE];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (40 * (i % SIZE));
    }
    LabelledImages images = LabelledImages.of(SIZE, SIZE, ramp, new byte[1]);
    float step = 40 / 255f; // from one pixel to the next
    double furthest = 0;
    for (long seed = 0; seed < 100; seed++) {
      float[] out = new float[SIZE * SIZE];
      SplittableRandom random = new SplittableRandom(seed);
      new Rotation(0, false, Warp.random(0.5, random)).apply(images, 0, out, 0);
      for (int row = 1; row < SIZE - 1; row++) {
        for (int column = 1; column < SIZE - 1; column++) {
          double moved = out[row * SIZE + column] / step - column;
          furthest = Math.max(furthest, Math.abs(moved));
        }
      }
    }
    assertTrue(furthest <= 0.5 + 1e-5, "moved by " + furthest);
    assertTrue(furthest > 0.35, "moved by " + furthest);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> RotatedImages.of(IMAGES, false, 1).turnedAfresh(false, -1, 4));
    assertEquals("expected a warp of 0 or more pixels, got -1.0", e.getMessage());
  }

  @Test
  void theIteratorInOrderEndsWithAShorterBatch() {
    DataSetIterator iterator = RotatedImages.of(IMAGES, false, 1).iterator(64);
    assertEquals(64, iterator.next().numExamples());
    assertEquals(36, iterator.next().numExamples());
    assertThrows(NoSuchElementException.class, iterator::next);
    assertEquals(SIZE * SIZE, iterator.inputColumns());
    assertThrows(
        IllegalArgumentException.class, () -> RotatedImages.of(IMAGES, false, 1).iterator(0));
  }

  /** One number per image, which tells them apart. */
  private static List<Double> sums(DataSetIterator iterator) {
    List<Double> sums = new ArrayList<>();
    while (iterator.hasNext()) {
      DataSet batch = iterator.next();
      for (int i = 0; i < batch.numExamples(); i++) {
        sums.add(batch.getFeatures().slice(i).sumNumber().doubleValue());
      }
    }
    return sums;
  }

  private static List<Double> sorted(List<Double> values) {
    return values.stream().sorted().toList();
  }

  private static float[] turned(double angle, boolean mirrored) {
    float[] out = new float[SIZE * SIZE];
    new Rotation(angle, mirrored, Warp.NONE).apply(IMAGES, 7, out, 0);
    return out;
  }

  private static LabelledImages randomImages(int count) {
    SplittableRandom random = new SplittableRandom(0);
    byte[] pixels = new byte[count * SIZE * SIZE];
    byte[] labels = new byte[count];
    random.nextBytes(pixels);
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 5);
    }
    return LabelledImages.of(SIZE, SIZE, pixels, labels);
  }
}
