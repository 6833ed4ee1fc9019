package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.slth.mask.MaskStep;

class AdamRowsTest {

  private static AdamUpdater adam(DataType type, int size) {
    AdamUpdater adam =
        new AdamUpdater(new Adam(new ExponentialSchedule(ScheduleType.ITERATION, 0.01, 0.9)));
    adam.setStateViewArray(Nd4j.zeros(type, 1, 2L * size), new long[] {1, size}, 'f', true);
    return adam;
  }

  private static INDArray gradient(int size, int seed) {
    var random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) Math.scalb(random.nextGaussian(), random.nextInt(-20, 20));
    }
    return Nd4j.createFromArray(values).reshape(1, size);
  }

  /** Up to rounding: DL4J's operation rounds elsewhere. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1023, 1024, 2500})
  void makesTheStepOfDl4j(int size) {
    AdamUpdater rows = adam(DataType.FLOAT, size);
    AdamUpdater peer = adam(DataType.FLOAT, size);
    for (int iteration = 0; iteration < 25; iteration++) {
      INDArray step = gradient(size, iteration);
      INDArray expected = step.dup();
      assertTrue(AdamRows.apply(rows, step, new MaskStep(iteration, 0)));
      peer.applyUpdater(expected, iteration, 0);
      assertNear(expected, step);
      assertNear(peer.getM(), rows.getM());
      assertNear(peer.getV(), rows.getV());
    }
  }

  private static void assertNear(INDArray expected, INDArray actual) {
    for (int i = 0; i < expected.length(); i++) {
      double value = expected.getDouble(i);
      assertEquals(value, actual.getDouble(i), 2e-4 * Math.abs(value) + 1e-9, "number " + i);
    }
  }

  /** The control: what it cannot do it leaves alone. */
  @Test
  void leavesOthersToDl4j() {
    MaskStep step = new MaskStep(0, 0);
    INDArray doubles = gradient(5, 1).castTo(DataType.DOUBLE);
    INDArray before = doubles.dup();
    assertFalse(AdamRows.apply(adam(DataType.DOUBLE, 5), doubles, step));
    assertFalse(AdamRows.apply(adam(DataType.FLOAT, 5), doubles, step));
    assertFalse(AdamRows.apply(adam(DataType.FLOAT, 6), gradient(5, 1), step));
    assertFalse(AdamRows.apply(new Sgd(0.1).instantiate((INDArray) null, true), doubles, step));
    assertEquals(before, doubles);
  }
}
