package org.slth.examples.peers;

import java.util.SplittableRandom;
import org.slth.ticket.SubsetSumBatch;

/** A thousand random problems: items uniform on (-1, 1), targets on (-1/2, 1/2), seed 1. */
final class Problems {

  static final int COUNT = 1000;

  private Problems() {}

  static SubsetSumBatch uniform(int items, double tolerance) {
    var random = new SplittableRandom(1);
    return SubsetSumBatch.of(
        items,
        random.doubles((long) COUNT * items, -1, 1).toArray(),
        random.doubles(COUNT, -0.5, 0.5).toArray(),
        tolerance);
  }

  /**
   * The same with items that are products of two uniform numbers, as in a pruned pair of layers.
   */
  static SubsetSumBatch products(int items, double tolerance) {
    var random = new SplittableRandom(1);
    double[] values = new double[COUNT * items];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble(-1, 1) * random.nextDouble(-1, 1);
    }
    return SubsetSumBatch.of(items, values, random.doubles(COUNT, -0.5, 0.5).toArray(), tolerance);
  }
}
