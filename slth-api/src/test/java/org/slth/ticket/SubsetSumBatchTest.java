package org.slth.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubsetSumBatchTest {

  @Test
  void readsRowsInOrder() {
    var batch = SubsetSumBatch.of(2, new double[] {1, 2, 3, 4}, new double[] {5, 6}, 0.5);
    assertEquals(2, batch.size());
    assertEquals(2, batch.items());
    assertEquals(3, batch.item(1, 0));
    assertEquals(6, batch.target(1));
    assertEquals(0.5, batch.tolerance());
    assertThrows(IndexOutOfBoundsException.class, () -> batch.item(0, 2));
  }

  @Test
  void isCutOffFromTheArraysItWasMadeOf() {
    double[] values = {1};
    double[] targets = {2};
    var batch = SubsetSumBatch.of(1, values, targets, 1);
    values[0] = Double.NaN;
    targets[0] = Double.NaN;
    assertEquals(1, batch.item(0, 0));
    assertEquals(2, batch.target(0));
  }

  @Test
  void judgesASubsetByTheToleranceAlone() {
    var batch = SubsetSumBatch.of(2, new double[] {0.5, 0.25}, new double[] {1}, 0.25);
    assertEquals(new SubsetSumResult.Reached(3, 0.75, 0.25), batch.result(0, 3));
    assertEquals(new SubsetSumResult.Missed(1, 0.5, 0.5), batch.result(0, 1));
    fails("a subset of 2 items has no bit above 1, got 100", () -> batch.result(0, 4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesATolerance(double tolerance) {
    fails(
        "the tolerance is positive and finite, got " + tolerance,
        () -> SubsetSumBatch.of(0, new double[0], new double[0], tolerance));
  }

  @Test
  void saysWhatIsWrong() {
    double[] one = {1};
    double nan = Double.NaN;
    fails("a problem has from 0 to 63 items, got 64", () -> SubsetSumBatch.of(64, one, one, 1));
    fails(
        "1 targets with 2 items each need 2 values, got 1",
        () -> SubsetSumBatch.of(2, one, one, 1));
    fails(
        "items are finite, got NaN as item 1 of problem 0",
        () -> SubsetSumBatch.of(2, new double[] {1, nan}, one, 1));
    fails(
        "targets are finite, got NaN for problem 0",
        () -> SubsetSumBatch.of(1, one, new double[] {nan}, 1));
    fails(
        "the absolute values of a problem have a finite sum, problem 0 has not; scale it down",
        () -> SubsetSumBatch.of(2, new double[] {1e308, -1e308}, one, 1));
  }

  private static void fails(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }
}
